// SQL by hand: the rows of a meeting that is measured are written beside the API, a statement for each table.
import { randomUUID } from 'node:crypto';
import { openIssuer } from '../../../api/access/issuer.ts';
import { type KeyPair, newKeyPair } from '../../../commands/sessions/ballot/envelopes.ts';
import type { Env } from '../../../config/env/env.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import type { Db } from '../../../db/connection.ts';
import { registerCustodian } from '../../../db/sessions/ballot/custodians.ts';
import { keysRegisteredIn } from '../../../domain/session/ballot/casting.ts';
import { sessionPlanOf } from '../../../domain/session/plan.ts';
import { emptySession, type SessionState } from '../../../domain/session/session.ts';
import { makeCases } from '../cases.ts';
import { ballotExperts, votedApplications } from '../limits.ts';

/** A session with an open box: its id and world, the tokens of its experts, its applications, and its custodians with their keys. */
export type OpenBox = {
  readonly id: string;
  readonly no: string;
  readonly world: string;
  readonly tokens: readonly string[];
  readonly applications: readonly string[];
  readonly custodians: readonly { readonly person: string; readonly keys: KeyPair }[];
};

/** Makes the box; nothing of this is measured. */
export async function openBox(db: Db, env: Env): Promise<OpenBox> {
  const { world, cases } = await makeCases(env, votedApplications);
  const applications = cases.map(({ no }) => no);
  const [id, no] = newSession();
  await db.sql`
    insert into entities (no, kind, world, programme, committee, seq, state)
    values (${no}, 'session', ${world}, ${liaoningDiit2024.id}, ${liaoningDiit2024.office}, 1, ${JSON.stringify(stateOf(false))}::text::jsonb)`;
  await db.sql`
    insert into session_roster (session, application, intent, joined_at, frozen)
    select ${no}, a, gen_random_uuid(), now(), true from unnest(${applications}::text[]) a`;
  const people = await makePeople(db, world, ballotExperts + 2);
  const experts = people.slice(2);
  await db.sql`
    with made as (
      insert into experts (world, programme, committee, person, name_enc, name_hash, title, level, specialty, unit_name, origin, term_from, term_until, by_person)
      select ${world}, ${liaoningDiit2024.id}, ${liaoningDiit2024.office}, p, '\\x00', p::text, '正高级工程师', 'fullSenior', 'robotics', '某研究院', 'institute',
             '2024-01-01', '2026-12-31', p from unnest(${experts.map((each) => each.id)}::uuid[]) p returning id)
    insert into session_experts (session, expert, draw, place, seat, present)
    select ${no}, id, 1, row_number() over (), 'member', true from made`;
  const custodians = people.slice(0, 2).map(({ id: person }) => ({ person, keys: newKeyPair() }));
  for (const [at, { person, keys }] of custodians.entries()) {
    const place = at === 0 ? 1 : 2;
    const publicKey = Buffer.from(keys.publicKey);
    await registerCustodian(db, { session: no, place, person, publicKey, statuses: keysRegisteredIn });
  }
  await takeStep(db, no, 'openBallot');
  const issuer = await openIssuer(env.dataDir);
  const tokens: string[] = [];
  for (const { subject } of experts) tokens.push((await issuer.sign(subject)).token);
  return { id, no, world, tokens, applications, custodians };
}

/** Leaves the rows as this step of the session leaves them. */
export async function takeStep(db: Db, no: string, name: 'openBallot' | 'closeBallot'): Promise<void> {
  const outcome = { events: [{ name, at: Date.now() }], snapshot: stateOf(name === 'openBallot') };
  const state = name === 'closeBallot' ? { ...outcome.snapshot, status: 'BALLOT_CLOSED' } : outcome.snapshot;
  await db.sql`update entities set state = ${JSON.stringify(state)}::text::jsonb where no = ${no}`;
  await db.sql`select project_ballot(${no}, ${JSON.stringify(outcome)}::text::jsonb)`;
}

function newSession(): readonly [id: string, no: string] {
  const id = randomUUID();
  return [id, `session/${id}`];
}

/** A session that meets with all its experts. */
function stateOf(open: boolean): SessionState {
  const plan = sessionPlanOf(liaoningDiit2024, liaoningDiit2024.office);
  if (!plan) throw new Error('Liaoning has sessions');
  return {
    ...emptySession,
    seq: 1,
    status: 'IN_SESSION',
    plan,
    members: ballotExperts,
    present: ballotExperts,
    draw: { n: 1, members: ballotExperts, alternates: 0, proof: 'a'.repeat(64) },
    ballot: { round: 1, open, ready: votedApplications, waiting: 0 },
  };
}

async function makePeople({ sql }: Db, world: string, count: number) {
  const subjects = Array.from({ length: count }, () => `bench-${randomUUID()}`);
  return await sql<{ id: string; subject: string }[]>`
    insert into people (world, subject, name_enc) select ${world}, s, '\\x00' from unnest(${subjects}::text[]) s returning id, subject`;
}
