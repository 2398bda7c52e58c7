import { announcementDecider } from '../../domain/committee/announcement.ts';
import { meetingsDecider } from '../../domain/committee/meetings.ts';
import {
  type Announcement,
  type CommitteeActionName,
  type CommitteeData,
  type CommitteeYear,
  type Meetings,
  yearOf,
} from '../../domain/committee/year.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Db } from '../connection.ts';

/** The year of one committee in a clock world, or in real time. */
export type CommitteeKey = { readonly programme: string; readonly committee: string; readonly world: string | null };

const numberOf = (kind: 'announcement' | 'meetings', { programme, committee, world }: CommitteeKey): string =>
  [kind, programme, committee, ...(world === null ? [] : [world])].join('/');

/** The number of the announcement of a committee. */
export const announcementNo = (key: CommitteeKey): string => numberOf('announcement', key);
/** The number of the meetings of a committee. */
export const meetingsNo = (key: CommitteeKey): string => numberOf('meetings', key);

/** The announcement and the meetings of a committee, or null before anything happened. */
export async function findYear({ sql }: Db, key: CommitteeKey): Promise<CommitteeYear | null> {
  const nos = [announcementNo(key), meetingsNo(key)];
  const rows = await sql<{ kind: string; state: unknown }[]>`
    select kind, state from entities where no = any(${nos}) and state is not null`;
  return yearIn(rows.length === 0 ? null : Object.fromEntries(rows.map(({ kind, state }) => [kind, state])));
}

/** The states of the announcement and of the meetings of a committee by kind, as far as anything happened; null before anything did. */
export type YearStates = { readonly announcement?: Announcement; readonly meetings?: Meetings } | null;

/** The year that these states are; null before anything happened. */
export const yearIn = (states: YearStates): CommitteeYear | null =>
  states && yearOf(states.announcement ?? announcementDecider.empty, states.meetings ?? meetingsDecider.empty);

/** The states of the committee that an application goes to, as a subquery on a row of `applications a`. */
export const yearStates = (sql: Db['sql']) => sql`
  case when a.committee is not null then
    (select jsonb_object_agg(y.kind, y.state) from entities y
      where y.no in (concat_ws('/', 'announcement', a.programme, a.committee, a.world), concat_ws('/', 'meetings', a.programme, a.committee, a.world))
        and y.state is not null) end`;

/** One step of a committee's year. `at` is business time, epoch ms; the reason is the sealed text of the id in `data`. */
export type CommitteeStep = {
  readonly no: string;
  readonly name: CommitteeActionName;
  readonly at: number;
  readonly role: Role;
  readonly data: CommitteeData;
};

/** Every step of the year of a committee, first to last: the announcement is over before a meeting is reported. */
export async function committeeSteps({ sql }: Db, key: CommitteeKey): Promise<CommitteeStep[]> {
  const rows = await sql<(Omit<CommitteeStep, 'at'> & { at: string })[]>`
    select no, name, to_ms(at)::text as at, role, data from events
     where no = any(${[announcementNo(key), meetingsNo(key)]}) order by at, no, seq`;
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
