// SQL by hand: the statements of the one transaction that counts a box.
import type { BallotResult, OpenedVote, WithoutVote } from '../../../domain/session/ballot/tally.ts';
import { averagesOf } from '../../../domain/session/meeting/scores.ts';
import type { SessionState } from '../../../domain/session/session.ts';
import type { Transaction } from '../../transaction.ts';
import { hearingsOf } from '../meeting/hearings.ts';

/** A session whose box is to be counted, with its lock held. */
export type BoxToCount = { readonly state: SessionState; readonly round: number; readonly counted: boolean };

/** Locks the session against steps and the box against another count; null where there is no such session or box. */
export async function lockBox({ sql }: Transaction, session: string): Promise<BoxToCount | null> {
  const [entity] = await sql<{ state: SessionState | null }[]>`
    select state from entities where no = ${session} and kind = 'session' for share`;
  const round = entity?.state?.ballot?.round;
  if (!entity?.state || round === undefined) return null;
  const [box] = await sql<{ counted: boolean }[]>`
    select counted_at is not null as counted from ballot_boxes where session = ${session} and round = ${round} for update`;
  return box ? { state: entity.state, round, counted: box.counted } : null;
}

type OfRound = { readonly session: string; readonly round: number };

/** The envelopes of a box, without the marks of their voters. */
export async function envelopesOf({ sql }: Transaction, { session, round }: OfRound) {
  return await sql<{ application: string; sealed: Buffer }[]>`
    select application, sealed from ballots_sealed where session = ${session} and round = ${round}`;
}

/** How many voters each application of the box has, and who is not passed without a vote. */
export async function votersOf({ sql }: Transaction, { session, round }: OfRound) {
  const voters = await sql<{ application: string; present: number }[]>`
    select application, count(*)::integer as present from ballot_voters
     where session = ${session} and round = ${round} group by application order by application`;
  const withoutVote = await sql<WithoutVote[]>`
    select application, 'absentFromDefence' as reason from session_roster
     where session = ${session} and left_at is null and absent and ${round} = 1 order by application`;
  return { voters, withoutVote };
}

/** Writes the opened votes in the order given, deletes the envelopes, forgets the released keys, and writes the results. */
export async function writeCount(
  { sql }: Transaction,
  { session, round }: OfRound,
  { votes, results }: { readonly votes: readonly OpenedVote[]; readonly results: readonly BallotResult[] },
): Promise<void> {
  await sql`
    insert into ballots_opened (session, round, application, vote)
    select ${session}, ${round}, * from unnest(${votes.map((each) => each.application)}::text[], ${votes.map((each) => each.vote)}::text[])`;
  await sql`delete from ballots_sealed where session = ${session} and round = ${round}`;
  await sql`update ballot_custodians set released_enc = null where session = ${session} and round = ${round}`;
  await sql`
    insert into session_results (session, round, application, present, agree, against, abstain, blank, passed, reason)
    select ${session}, ${round}, r.* from jsonb_to_recordset(${JSON.stringify(results)}::text::jsonb)
      as r (application text, present integer, agree integer, against integer, abstain integer, blank integer, passed boolean, reason text)`;
  await writeScores(sql, { session, round });
  await sql`
    update ballot_boxes set counted_at = world_now((select world from entities where no = ${session}))
     where session = ${session} and round = ${round}`;
}

/** Writes the averages of the sheets and the composite score beside each result; nobody who was absent from the defence has one. */
async function writeScores(sql: Transaction['sql'], { session, round }: OfRound): Promise<void> {
  const hearings = (await hearingsOf({ sql }, session)).filter(({ absent }) => !absent);
  const scores = hearings.map(({ application, sheets, hearing }) => ({ application, ...averagesOf(sheets, hearing) }));
  await sql`
    update session_results r set quantified = s.quantified, defence = s.defence, composite = s.composite
      from jsonb_to_recordset(${JSON.stringify(scores)}::text::jsonb) as s (application text, quantified integer, defence integer, composite integer)
     where r.session = ${session} and r.round = ${round} and r.application = s.application`;
}
