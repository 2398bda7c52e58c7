-- Replaces the reminders of a case after its dates changed; false if the case has acted since and so has the new ones already.
create or replace function move_reminders(of_no text, at_seq integer, wanted jsonb, version integer) returns boolean language plpgsql as
$$
begin
  update applications set reminders_hash = reminders_digest(wanted, version) where no = of_no and seq = at_seq;
  if not found then return false; end if;
  perform write_reminders(of_no, wanted, version, world_now((select world from applications where no = of_no)));
  return true;
end $$;
