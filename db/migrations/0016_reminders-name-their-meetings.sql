-- Until now every reminder without an application was of the meetings of a committee.
UPDATE "reminders" SET "entity" = concat_ws('/', 'meetings', "programme", "committee", "world") WHERE "no" IS NULL;
