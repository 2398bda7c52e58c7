import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
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
import { inWorld, oneOf } from '../conditions.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { applications, entities, events } from '../schema.ts';

/** The year of one committee in a clock world, or in real time. */
export type CommitteeKey = { readonly programme: string; readonly committee: string; readonly world: string | null };

const numberOf = (kind: 'announcement' | 'meetings', { programme, committee, world }: CommitteeKey): string =>
  [kind, programme, committee, ...(world === null ? [] : [world])].join('/');

/** The number of the announcement of a committee. */
export const announcementNo = (key: CommitteeKey): string => numberOf('announcement', key);
/** The number of the meetings of a committee. */
export const meetingsNo = (key: CommitteeKey): string => numberOf('meetings', key);

const statesOf = prepared(['nos'], (orm, { nos }) =>
  orm
    .select({ kind: entities.kind, state: entities.state })
    .from(entities)
    .where(and(oneOf(entities.no, nos), isNotNull(entities.state))),
);

/** The announcement and the meetings of a committee, or null before anything happened. */
export async function findYear(db: Db, key: CommitteeKey): Promise<CommitteeYear | null> {
  const rows = await statesOf(db, { nos: [announcementNo(key), meetingsNo(key)] });
  return yearIn(rows.length === 0 ? null : Object.fromEntries(rows.map(({ kind, state }) => [kind, state])));
}

/** The states of the announcement and the meetings of a committee, by kind; null before anything happened. */
export type YearStates = { readonly announcement?: Announcement; readonly meetings?: Meetings } | null;

/** The year of a committee, made of these states; null before anything happened. */
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

const stepsOf = prepared(['nos'], (orm, { nos }) =>
  orm
    .select({ no: events.no, name: events.name, at: events.at, role: events.role, data: events.data })
    .from(events)
    .where(oneOf(events.no, nos))
    .orderBy(asc(events.at), asc(events.no), asc(events.seq)),
);

/** Every step of the year of a committee in order; those of the announcement all come before those of the meetings. */
export async function committeeSteps(db: Db, key: CommitteeKey): Promise<CommitteeStep[]> {
  return (await stepsOf(db, { nos: [announcementNo(key), meetingsNo(key)] })) as CommitteeStep[];
}

/** How many were reviewed at a meeting of a committee, and how many of them passed. */
export type MeetingResults = { readonly meetingOn: string; readonly reviewed: number; readonly passed: number };

const results = prepared(['programme', 'committee', 'world'], (orm, { programme, committee, world }) => {
  const last = orm
    .select({ result: events.data })
    .from(events)
    .where(and(eq(events.no, applications.no), eq(events.name, 'resultRecorded')))
    .orderBy(desc(events.seq))
    .limit(1)
    .as('last');
  return orm
    .select({
      meetingOn: sql<string>`${last.result} ->> 'heldOn'`,
      reviewed: sql<number>`count(*)::integer`,
      passed: sql<number>`(count(*) filter (where (${last.result} ->> 'passed')::boolean))::integer`,
    })
    .from(applications)
    .crossJoinLateral(last)
    .where(
      and(
        eq(applications.programme, programme),
        eq(applications.committee, committee),
        inWorld(applications.world, world),
      ),
    )
    .groupBy(sql`1`);
});

/** What was recorded at the meetings of a committee; of each application the last result counts. */
export function resultsOfMeetings(db: Db, key: CommitteeKey): Promise<MeetingResults[]> {
  return results(db, key);
}
