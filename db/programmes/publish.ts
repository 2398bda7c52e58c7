import { sql } from 'drizzle-orm';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { programmes, programmeVersions, timelines } from '../schema.ts';

/** What happens to a changed text of an existing version: it is refused (in production), or it replaces the old one (while programmes are written). */
export type Republishing = 'refused' | 'replaces';

/** Thrown if a version of a programme already exists with another text, since published versions never change. */
export class VersionTaken extends Error {
  constructor({ id, version }: Programme) {
    super(
      `programme ${id} is published as version ${version} with another text: give the changed one a higher version`,
    );
  }
}

const insertHead = prepared(['id', 'version', 'timelineVersion'], (orm, head) =>
  orm.insert(programmes).values(head).onConflictDoNothing(),
);
const insertVersion = prepared(['programme', 'version', 'body'], (orm, row) =>
  orm.insert(programmeVersions).values(row).onConflictDoNothing(),
);
const insertTimeline = prepared(['programme', 'version', 'body'], (orm, row) =>
  orm.insert(timelines).values(row).onConflictDoNothing(),
);
const isSame = prepared(['programme', 'version', 'body'], (orm, { programme, version, body }) =>
  orm
    .select({ same: sql<boolean>`${programmeVersions.body}::jsonb = ${body}::jsonb` })
    .from(programmeVersions)
    .where(sql`${programmeVersions.programme} = ${programme} and ${programmeVersions.version} = ${version}`),
);
const replaceVersion = prepared(['programme', 'version', 'body'], (orm, { programme, version, body }) =>
  orm
    .update(programmeVersions)
    .set({ body: sql`${body}::json` })
    .where(sql`${programmeVersions.programme} = ${programme} and ${programmeVersions.version} = ${version}`),
);
// Only if something changes, because an update of the dates in force waits for every action under way.
const raiseHead = prepared(['id', 'version', 'timelineVersion'], (orm, { id, version, timelineVersion }) =>
  orm
    .update(programmes)
    .set({
      version: sql`${version}`,
      timelineVersion: sql`greatest(${programmes.timelineVersion}, ${timelineVersion})`,
    })
    .where(
      sql`${programmes.id} = ${id} and ${programmes.version} <= ${version}
          and (${programmes.version} < ${version} or ${programmes.timelineVersion} < ${timelineVersion})`,
    ),
);

/**
 * Publishes a version of a programme with its dates. The version in force is never lowered. Published dates never change; new dates are a new version.
 * Throws `VersionTaken`.
 */
export async function publishProgramme(db: Db, programme: Programme, other: Republishing): Promise<void> {
  const { id, version, timeline } = programme;
  const head = { id, version, timelineVersion: timeline.version };
  const row = { programme: id, version, body: programme };
  await insertHead(db, head);
  await insertVersion(db, row);
  const text = { ...row, body: JSON.stringify(programme) };
  const [found] = await isSame(db, text);
  if (!found?.same && other === 'refused') throw new VersionTaken(programme);
  if (!found?.same) await replaceVersion(db, text);
  await insertTimeline(db, { programme: id, version: timeline.version, body: timeline });
  await raiseHead(db, head);
}
