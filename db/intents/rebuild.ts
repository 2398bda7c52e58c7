// SQL by hand: only the command of an operator asks for it, with the rows locked.
import type { ReservedSql } from 'postgres';
import type { Db } from '../connection.ts';

/** Holds an application or another thing, so that nothing is written of it meanwhile. */
export async function lockThing(tx: ReservedSql, no: string): Promise<void> {
  await tx`select 1 from applications where no = ${no} for update`;
  await tx`select 1 from entities where no = ${no} for update`;
}

/** The number of the last intent that has its outcome; all before it have theirs. */
export async function lastSettled(tx: ReservedSql, no: string): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select coalesce(max(n), 0)::integer as n from intents where no = ${no} and outcome is not null`;
  return row?.n ?? 0;
}

/** Whether its first intent is open and nothing has happened to it yet. */
export async function waitsForItsFirst(tx: ReservedSql, no: string): Promise<boolean> {
  const [row] = await tx<{ waits: boolean }[]>`
    select exists (select 1 from intents where no = ${no} and outcome is null) and not exists (select 1 from events where no = ${no}) as waits`;
  return row?.waits ?? false;
}

/** The offset of the world that an application lives in; 0 outside worlds. Its new workflow starts with it. */
export async function worldOffset({ sql }: Pick<Db, 'sql'>, no: string): Promise<number> {
  const [row] = await sql<{ offset: string }[]>`
    select coalesce(w.offset_ms, 0)::text as offset from applications a left join worlds w on w.id = a.world where a.no = ${no}`;
  return Number(row?.offset ?? 0);
}

/** Notes that a workflow runs again: its clock is that of its world, its open intents are due, and it is lost no more. */
export async function begunAgain(tx: ReservedSql, no: string): Promise<void> {
  await tx`
    update applications a set start_offset_ms = o.offset_ms, clock_offset_ms = o.offset_ms
      from (select coalesce((select w.offset_ms from worlds w join applications i on i.world = w.id where i.no = ${no}), 0) as offset_ms) o
     where a.no = ${no}`;
  await tx`update intents set try_at = clock_timestamp() where no = ${no} and outcome is null`;
  await tx`delete from lost_workflows where no = ${no}`;
}
