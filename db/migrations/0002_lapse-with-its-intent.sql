-- Its arguments changed: db/functions/record_lapse.sql.
drop function if exists record_lapse(text);
