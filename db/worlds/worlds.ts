import type { Db } from '../connection.ts';

/** A workflow to be moved: its application and the offset it was started with. */
export type WorkflowClock = { readonly no: string; readonly startOffsetMs: number };

/** Makes a clock world whose time now is the given instant (epoch ms). */
export async function createWorld({ sql }: Db, startAtMs: number): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into worlds (offset_ms) values (${startAtMs}::bigint - to_ms(clock_timestamp())) returning id`;
  if (!row) throw new Error('no world was made');
  return row.id;
}

/** The business time of a world, or of the real one for null; null when there is no such world. Epoch ms. */
export async function worldNow({ sql }: Db, world: string | null): Promise<number | null> {
  if (world === null) {
    const [row] = await sql<{ now: string }[]>`select to_ms(world_now(null)) as now`;
    return Number(row?.now);
  }
  const [row] = await sql<{ now: string }[]>`select to_ms(world_now(id)) as now from worlds where id = ${world}`;
  return row ? Number(row.now) : null;
}

/** Moves a world forward to an instant; a world never goes back. Gives its new offset, ms. */
export async function moveWorld({ sql }: Db, world: string, toMs: number): Promise<number> {
  const [row] = await sql<{ offset: string }[]>`
    update worlds set offset_ms = greatest(offset_ms, ${toMs}::bigint - to_ms(clock_timestamp())) where id = ${world} returning offset_ms as offset`;
  if (!row) throw new Error(`no world ${world}`);
  return Number(row.offset);
}

/** What has open intents in a world, applications and others, by their numbers. */
export async function openIntentsOf({ sql }: Db, world: string): Promise<string[]> {
  const rows = await sql<{ no: string }[]>`
    select distinct i.no from intents i left join applications a on a.no = i.no left join entities e on e.no = i.no
     where i.outcome is null and coalesce(a.world, e.world) = ${world} order by i.no`;
  return rows.map((row) => row.no);
}

/** Applications of a world with a deadline up to an instant (business epoch ms), nearest first. */
export async function clocksBehind({ sql }: Db, world: string, toMs: number): Promise<WorkflowClock[]> {
  const rows = await sql<{ no: string; start: string }[]>`
    select no, start_offset_ms as start from applications
     where world = ${world} and not closed and due_at <= from_ms(${toMs}::bigint) order by due_at, no`;
  return rows.map((row) => ({ no: row.no, startOffsetMs: Number(row.start) }));
}

/** Remembers to which world offset a workflow's clock was moved. */
export async function writeClock({ sql }: Db, no: string, offsetMs: number): Promise<void> {
  await sql`update applications set clock_offset_ms = ${offsetMs} where no = ${no} and coalesce(clock_offset_ms, start_offset_ms) < ${offsetMs}`;
}
