import { and, eq, sql } from 'drizzle-orm';
import type { Timeline } from '../../domain/programme/timeline.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { Recent } from '../recent.ts';
import { programmes, timelines } from '../schema.ts';

/** Dates of programmes, 40 KB of JSON: a published version never changes, the dates of another day are another version. */
const recent = new Recent<Timeline>(50);

const inForce = prepared(['programme', 'known'], (orm, { programme, known }) =>
  orm
    .select({
      body: sql<Timeline | null>`case when ${timelines.version} is distinct from ${known}::integer then ${timelines.body} end`,
    })
    .from(programmes)
    .innerJoin(
      timelines,
      and(eq(timelines.programme, programmes.id), eq(timelines.version, programmes.timelineVersion)),
    )
    .where(eq(programmes.id, programme)),
);

const newest = (programme: string) => `${programme}:newest`;
/** The newest dates that this process has read; null before the first time. */
export const newestKnown = (db: Pick<Db, 'sql'>, programme: string): Timeline | null =>
  recent.get(db, newest(programme)) ?? null;
/** Keeps the dates that were in force just now. */
export const keepNewest = (db: Pick<Db, 'sql'>, programme: string, timeline: Timeline): void =>
  recent.keep(db, newest(programme), timeline);

/** The dates now in force in a programme, by which a first submission is compiled; sent once to each process that asks, and again where they moved. */
export async function currentTimeline(db: Db, programme: string): Promise<Timeline | null> {
  const known = newestKnown(db, programme);
  const [row] = await inForce(db, { programme, known: known?.version ?? null });
  if (row?.body) keepNewest(db, programme, row.body);
  return row ? (row.body ?? known) : null;
}

const ofVersion = prepared(['programme', 'version'], (orm, { programme, version }) =>
  orm
    .select({ body: timelines.body })
    .from(timelines)
    .where(and(eq(timelines.programme, programme), eq(timelines.version, version))),
);

/** The dates of a version that was published before; null where there is none. */
export async function timelineOfVersion(db: Db, programme: string, version: number): Promise<Timeline | null> {
  const key = `${programme}:${version}`;
  const known = recent.get(db, key);
  if (known) return known;
  const [row] = await ofVersion(db, { programme, version });
  if (row) recent.keep(db, key, row.body);
  return row?.body ?? null;
}
