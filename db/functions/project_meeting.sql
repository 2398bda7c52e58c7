-- What the steps of a meeting change beside the session: who is present, and a score that was corrected, as a new version of its sheet with the number of the correction.
create or replace function project_meeting(of_no text, p jsonb) returns void language plpgsql as
$$
declare
  happened jsonb;
begin
  for happened in select * from jsonb_array_elements(p -> 'events') loop
    if happened ->> 'name' in ('openMeeting', 'recordAttendance') or (happened ->> 'name' = 'correct' and happened -> 'data' ->> 'what' = 'attendance') then
      perform seat_experts(of_no, happened -> 'data' -> 'present');
    elsif happened ->> 'name' = 'correct' and happened -> 'data' ->> 'what' = 'score' then
      insert into session_sheets (session, application, expert, kind, version, points, items, by_person, correction)
      select s.session, s.application, s.expert, s.kind, max(s.version) + 1, (happened -> 'data' -> 'sheet' ->> 'points')::integer, '[]',
             (happened -> 'by' ->> 'person')::uuid, jsonb_array_length(p -> 'snapshot' -> 'corrections')
        from session_sheets s
       where s.session = of_no and s.application = happened -> 'data' -> 'sheet' ->> 'application'
         and s.expert::text = happened -> 'data' -> 'sheet' ->> 'expert' and s.kind = happened -> 'data' -> 'sheet' ->> 'kind'
       group by s.session, s.application, s.expert, s.kind;
    end if;
  end loop;
end $$;
