import { and, asc, eq, isNull, lte, not, sql } from 'drizzle-orm';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { applications, entities, intents, worlds } from '../schema.ts';

/** A workflow to be moved: its application and the offset it was started with. */
export type WorkflowClock = { readonly no: string; readonly startOffsetMs: number };

const insertWorld = prepared(['startAtMs'], (orm, { startAtMs }) =>
  orm
    .insert(worlds)
    .values({ offsetMs: sql`${startAtMs}::bigint - to_ms(clock_timestamp())` })
    .returning({ id: worlds.id }),
);

/** Makes a clock world whose time now is the given instant (epoch ms). */
export async function createWorld(db: Db, startAtMs: number): Promise<string> {
  const [row] = await insertWorld(db, { startAtMs });
  if (!row) throw new Error('no world was made');
  return row.id;
}

const timeIn = prepared(['world'], (orm, { world }) =>
  orm
    .select({ now: sql<number>`to_ms(world_now(${worlds.id}))`.mapWith(Number) })
    .from(worlds)
    .where(eq(worlds.id, world)),
);

/** The business time of a world, or of the real one for null; null when there is no such world. Epoch ms. */
export async function worldNow(db: Db, world: string | null): Promise<number | null> {
  if (world === null) {
    const [row] = await db.sql<{ now: string }[]>`select to_ms(world_now(null)) as now`;
    return Number(row?.now);
  }
  const [row] = await timeIn(db, { world });
  return row?.now ?? null;
}

const forward = prepared(['world', 'toMs'], (orm, { world, toMs }) =>
  orm
    .update(worlds)
    .set({ offsetMs: sql`greatest(${worlds.offsetMs}, ${toMs}::bigint - to_ms(clock_timestamp()))` })
    .where(eq(worlds.id, world))
    .returning({ offsetMs: worlds.offsetMs }),
);

/** Moves a world forward to an instant; a world never goes back. Gives its new offset, ms. */
export async function moveWorld(db: Db, world: string, toMs: number): Promise<number> {
  const [row] = await forward(db, { world, toMs });
  if (!row) throw new Error(`no world ${world}`);
  return row.offsetMs;
}

const openIn = prepared(['world'], (orm, { world }) =>
  orm
    .selectDistinct({ no: intents.no })
    .from(intents)
    .leftJoin(applications, eq(applications.no, intents.no))
    .leftJoin(entities, eq(entities.no, intents.no))
    .where(and(isNull(intents.outcome), sql`coalesce(${applications.world}, ${entities.world}) = ${world}::uuid`))
    .orderBy(asc(intents.no)),
);

/** What has open intents in a world, applications and others, by their numbers. */
export async function openIntentsOf(db: Db, world: string): Promise<string[]> {
  return (await openIn(db, { world })).map(({ no }) => no);
}

const dueBy = prepared(['world', 'toMs'], (orm, { world, toMs }) =>
  orm
    .select({
      no: applications.no,
      startOffsetMs: sql<number>`coalesce(${applications.startOffsetMs}, 0)`.mapWith(Number),
    })
    .from(applications)
    .where(
      and(
        eq(applications.world, world),
        not(applications.closed),
        lte(applications.dueAt, sql`from_ms(${toMs}::bigint)`),
      ),
    )
    .orderBy(asc(applications.dueAt), asc(applications.no)),
);

/** Applications of a world with a deadline up to an instant (business epoch ms), nearest first. */
export function clocksBehind(db: Db, world: string, toMs: number): Promise<WorkflowClock[]> {
  return dueBy(db, { world, toMs });
}

const setClock = prepared(['no', 'offsetMs'], (orm, { no, offsetMs }) =>
  orm
    .update(applications)
    .set({ clockOffsetMs: sql`${offsetMs}::bigint` })
    .where(
      and(
        eq(applications.no, no),
        sql`coalesce(${applications.clockOffsetMs}, ${applications.startOffsetMs}) < ${offsetMs}::bigint`,
      ),
    ),
);

/** Remembers to which world offset a workflow's clock was moved. */
export async function writeClock(db: Db, no: string, offsetMs: number): Promise<void> {
  await setClock(db, { no, offsetMs });
}
