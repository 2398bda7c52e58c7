import type { ReservedSql } from 'postgres';
import type { CommitteeNews, CommitteeReminder } from '../../domain/committee/notifications.ts';
import type { CommitteeData, CommitteeYear } from '../../domain/committee/year.ts';
import type { Db } from '../connection.ts';
import { transaction } from '../transaction.ts';

/** The year of one committee in a clock world, or in real time. */
export type CommitteeKey = { readonly programme: string; readonly committee: string; readonly world: string | null };

/** One step of it. `at` is business time, epoch ms; `reason` is sealed. */
export type CommitteeEvent = {
  readonly name: string;
  readonly at: number;
  readonly person: string;
  readonly role: string;
  readonly data: CommitteeData;
  readonly reason: Buffer | null;
};

/** How the year of a committee stands, or null before anything happened. */
export async function findYear({ sql }: Db, key: CommitteeKey): Promise<CommitteeYear | null> {
  const [row] = await sql<{ year: CommitteeYear }[]>`
    select year from committee_events
     where programme = ${key.programme} and committee = ${key.committee} and world is not distinct from ${key.world}::uuid
     order by seq desc limit 1`;
  return row?.year ?? null;
}

/** A step, the year after it, who is told of it, and whom to remind of what is due then. */
export type CommitteeStepWritten = {
  readonly event: CommitteeEvent;
  readonly year: CommitteeYear;
  readonly news: readonly CommitteeNews[];
  readonly reminders: readonly CommitteeReminder[];
  /** The offices of this committee by role. */
  readonly acting: Readonly<Record<string, string>>;
};

/** Writes a step with the year after it and what follows for others; false where somebody else wrote this one first. */
export async function appendToYear(db: Db, key: CommitteeKey, written: CommitteeStepWritten): Promise<boolean> {
  const { event, year } = written;
  const { name, at, person, role, data, reason } = event;
  return transaction(db, async (tx) => {
    const rows = await tx`
      insert into committee_events (programme, committee, world, seq, name, at, person, role, data, reason_enc, year)
      values (${key.programme}, ${key.committee}, ${key.world}, ${year.seq}, ${name}, from_ms(${at}::bigint), ${person}, ${role},
              ${JSON.stringify(data)}::text::jsonb, ${reason}, ${JSON.stringify(year)}::text::jsonb)
      on conflict do nothing returning 1`;
    if (rows.length === 0) return false;
    await tell(tx, key, written);
    await remind(tx, key, written);
    return true;
  });
}

/** Notices of a step; not to whoever took it. Applicants are those whose open applications go to this committee. */
async function tell(tx: ReservedSql, key: CommitteeKey, { event, news, acting }: CommitteeStepWritten): Promise<void> {
  await tx`
    insert into notices (programme, committee, person, channel, template, params, about_at)
    select ${key.programme}, ${key.committee}, who.person, channel, told ->> 'template', told -> 'params', from_ms(${event.at}::bigint)
      from jsonb_array_elements(${JSON.stringify(news)}::text::jsonb) told
     cross join lateral (
       select addressees(told ->> 'audience', ${key.world}::uuid, null, null, ${JSON.stringify(acting)}::text::jsonb)
       union
       select a.person from applications a
        where told ->> 'audience' = 'applicant' and a.programme = ${key.programme} and a.committee = ${key.committee}
          and a.world is not distinct from ${key.world}::uuid and a.outcome is null and not a.closed
     ) who (person)
     cross join unnest(array['inApp', 'mail']) channel
     where who.person <> ${event.person}::uuid`;
}

/** The reminders of the year as they are from here on. What was told before is not told again: its notices are there. */
async function remind(tx: ReservedSql, key: CommitteeKey, written: CommitteeStepWritten): Promise<void> {
  await tx`
    delete from reminders
     where programme = ${key.programme} and committee = ${key.committee} and world is not distinct from ${key.world}::uuid`;
  await tx`
    insert into reminders (world, programme, committee, deadline, due, ahead, remind_at, audience, acting, template, params)
    select ${key.world}::uuid, ${key.programme}, ${key.committee}, r ->> 'key', (r ->> 'due')::date, (r ->> 'ahead')::integer,
           from_ms((r ->> 'at')::bigint), array(select jsonb_array_elements_text(r -> 'to')), ${JSON.stringify(written.acting)}::text::jsonb,
           r ->> 'template', r -> 'params'
      from jsonb_array_elements(${JSON.stringify(written.reminders)}::text::jsonb) r`;
}

/** Every step of the year of a committee, first to last. */
export async function committeeEvents({ sql }: Db, key: CommitteeKey): Promise<CommitteeEvent[]> {
  const rows = await sql<(Omit<CommitteeEvent, 'at'> & { at: string })[]>`
    select name, to_ms(at)::text as at, person, role, data, reason_enc as reason from committee_events
     where programme = ${key.programme} and committee = ${key.committee} and world is not distinct from ${key.world}::uuid
     order by seq`;
  return rows.map((row) => ({ ...row, at: Number(row.at) }));
}

/** How many were reviewed at a meeting of a committee, and how many of them passed. */
export type MeetingResults = { readonly meetingOn: string; readonly reviewed: number; readonly passed: number };

/** What was recorded at the meetings of a committee; of each application the last result counts. */
export async function resultsOfMeetings({ sql }: Db, key: CommitteeKey): Promise<MeetingResults[]> {
  return await sql<MeetingResults[]>`
    select result ->> 'heldOn' as "meetingOn", count(*)::integer as reviewed,
           (count(*) filter (where (result ->> 'passed')::boolean))::integer as passed
      from applications a
     cross join lateral (
       select data from events where no = a.no and name = 'resultRecorded' order by seq desc limit 1
     ) last (result)
     where a.programme = ${key.programme} and a.committee = ${key.committee} and a.world is not distinct from ${key.world}::uuid
     group by 1`;
}
