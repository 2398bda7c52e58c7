// SQL by hand: `freeze_roster` is a function, and a page of a roster says how long the whole is.
import type { Level } from '../../domain/programme/facts.ts';
import type { Db } from '../connection.ts';

/** What came of freezing a roster: how many are on it, or the applications of which something must be decided first. */
export type Frozen = { readonly roster: number; readonly open: readonly string[] };

/** Freezes the roster of a session, unless something recorded of one of its applications is still to be decided. */
export async function freezeRosterOf({ sql }: Db, session: string): Promise<Frozen> {
  const [row] = await sql<{ frozen: Frozen }[]>`select freeze_roster(${session}) as frozen`;
  if (!row) throw new Error('freeze_roster gave no row');
  return row.frozen;
}

/** One application on a roster; `joinedAt` is business time, epoch ms. */
type OnRoster = {
  readonly no: string;
  readonly series: string;
  readonly specialty: string;
  readonly level: Level;
  readonly unit: string;
  readonly joinedAt: number;
  readonly frozen: boolean;
  /** Experts present who did not withdraw from it, and whether they are a quorum. */
  readonly voters: number;
  readonly ready: boolean;
  /** How many are on the whole roster. */
  readonly count: number;
};

/** The roster of a session in order of numbers, after one of them, one more than the limit. */
export async function rosterAfter(
  { sql }: Db,
  { session, after, limit }: { readonly session: string; readonly after: string; readonly limit: number },
): Promise<OnRoster[]> {
  return await sql<OnRoster[]>`
    select a.no, a.series, a.specialty, a.level, u.name as unit, to_ms(r.joined_at)::float8 as "joinedAt", r.frozen, h.voters, h.ready,
           (select count(*)::integer from session_roster every where every.session = ${session} and every.left_at is null) as count
      from session_roster r join applications a on a.no = r.application join units u on u.id = a.unit
      left join session_hearings(${session}) h on h.application = a.no
     where r.session = ${session} and r.left_at is null and a.no > ${after}
     order by a.no limit ${limit + 1}`;
}

/** Which of these applications go to a committee; its key is null where it is the only one of its programme. */
export async function ofCommittee(
  { sql }: Db,
  nos: readonly string[],
  of: { readonly programme: string; readonly committee: string | null; readonly world: string | null },
): Promise<string[]> {
  const rows = await sql<{ no: string }[]>`
    select a.no from applications a
     where a.no = any(${nos as string[]}::text[]) and a.programme = ${of.programme} and a.committee is not distinct from ${of.committee}
       and a.world is not distinct from ${of.world}::uuid and a.plan_hash is not null`;
  return rows.map(({ no }) => no);
}
