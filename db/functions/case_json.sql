-- What a finisher needs to know of the application. The committee is part of it, because some windows depend on it (LYG-7-b).
create or replace function case_json(a applications) returns jsonb language sql stable as
$$ select jsonb_build_object(
     'no', a.no, 'world', a.world, 'worldOffsetMs', coalesce((select offset_ms from worlds where id = a.world), 0),
     'startOffsetMs', coalesce(a.start_offset_ms, 0), 'clockOffsetMs', coalesce(a.clock_offset_ms, a.start_offset_ms, 0), 'seq', a.seq, 'programme', a.programme, 'person', a.person, 'unit', a.unit, 'office', a.office,
     'series', a.series, 'specialty', a.specialty, 'level', a.level, 'track', a.track, 'employerClass', a.employer_class, 'committee', a.committee, 'destination', a.destination,
     'planHash', a.plan_hash, 'opened', a.plan_hash is not null) $$;
