import type { CommitteeYear } from '../../domain/committee/year.ts';
import type { Timeline } from '../../domain/programme/timeline.ts';
import type { Counted } from '../../domain/session/session.ts';
import { announcementNo, type CommitteeKey } from '../committees/committee-years.ts';
import type { Db } from '../connection.ts';
import { keepNewest, newestKnown } from '../programmes/timelines.ts';
import type { Counting } from './counting.ts';
import { type CountName, countedColumn } from './counts.ts';

/** What a step of a session looks at beside its state. */
export type SessionFacts = {
  readonly timeline: Timeline;
  /** The notice of the committee's year; null before there is one. */
  readonly notice: CommitteeYear['notice'];
  readonly filedUntil: string | null;
  readonly counted: Counted;
};

type Row = Omit<SessionFacts, 'timeline'> & { readonly timeline: Timeline | null };

/** Reads the dates in force, the notice and the filing of the committee, and what was counted. SQL by hand: the counts are subqueries that depend on the step. */
export async function readSessionFacts(
  db: Db,
  key: CommitteeKey,
  { names, of }: { readonly names: readonly CountName[]; readonly of: Counting },
): Promise<SessionFacts> {
  const { programme, committee, world } = key;
  const known = newestKnown(db, programme);
  const [row] = await db.sql<Row[]>`
    select case when t.version is distinct from ${known?.version ?? null}::integer then t.body end as timeline,
           (select y.state -> 'notice' from entities y where y.no = ${announcementNo(key)} and y.state is not null) as notice,
           (select f.filed_until::text from committee_filings f
             where f.programme = ${programme} and f.committee = ${committee} and f.world is not distinct from ${world}::uuid
             order by f.filed_on desc, f.id desc limit 1) as "filedUntil",
           ${countedColumn(db.sql, names, of)} as counted
      from programmes p join timelines t on t.programme = p.id and t.version = p.timeline_version
     where p.id = ${programme}`;
  const timeline = row?.timeline ?? known;
  if (!row || !timeline) throw new Error(`programme ${programme} is not there`);
  if (row.timeline) keepNewest(db, programme, row.timeline);
  return { ...row, timeline };
}
