import { and, eq } from 'drizzle-orm';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { programmes, programmeVersions, timelines } from '../schema.ts';

const ofProgramme = prepared(['id'], (orm, { id }) =>
  orm
    .select({ programme: programmeVersions.body, timeline: timelines.body })
    .from(programmes)
    .innerJoin(
      programmeVersions,
      and(eq(programmeVersions.programme, programmes.id), eq(programmeVersions.version, programmes.version)),
    )
    .innerJoin(
      timelines,
      and(eq(timelines.programme, programmes.id), eq(timelines.version, programmes.timelineVersion)),
    )
    .where(eq(programmes.id, id)),
);

/** A programme in the version and with the dates now in force; null if there is none. */
export async function programmeInForce(db: Db, id: string): Promise<Programme | null> {
  const [row] = await ofProgramme(db, { id });
  return row ? { ...row.programme, timeline: row.timeline } : null;
}
