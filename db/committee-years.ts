import type { CommitteeData, CommitteeYear } from '../domain/committee-year.ts';
import type { Db } from './connection.ts';

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

/** Writes a step with the year after it; false where somebody else wrote this one first. */
export async function appendToYear(
  { sql }: Db,
  key: CommitteeKey,
  { event, year }: { readonly event: CommitteeEvent; readonly year: CommitteeYear },
): Promise<boolean> {
  const { name, at, person, role, data, reason } = event;
  const rows = await sql`
    insert into committee_events (programme, committee, world, seq, name, at, person, role, data, reason_enc, year)
    values (${key.programme}, ${key.committee}, ${key.world}, ${year.seq}, ${name}, from_ms(${at}::bigint), ${person}, ${role},
            ${JSON.stringify(data)}::text::jsonb, ${reason}, ${JSON.stringify(year)}::text::jsonb)
    on conflict do nothing returning 1`;
  return rows.length > 0;
}

/** Every step of the year of a committee, first to last. */
export async function committeeEvents({ sql }: Db, key: CommitteeKey): Promise<CommitteeEvent[]> {
  const rows = await sql<(Omit<CommitteeEvent, 'at'> & { at: string })[]>`
    select name, to_ms(at)::text as at, person, role, data, reason_enc as reason from committee_events
     where programme = ${key.programme} and committee = ${key.committee} and world is not distinct from ${key.world}::uuid
     order by seq`;
  return rows.map((row) => ({ ...row, at: Number(row.at) }));
}
