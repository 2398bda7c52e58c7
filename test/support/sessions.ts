import { randomUUID } from 'node:crypto';
import type { CommandDeps } from '../../commands/deps.ts';
import { rebuild } from '../../commands/intents/rebuild.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { Meeting, readyForBallot, untilOpen } from '../domain/session/meeting.ts';

/** What a session came to for one application, as the count of the ballot writes it; scores in hundredths of a point. */
type CountedResult = {
  readonly application: string;
  readonly passed: boolean;
  readonly agree: number;
  readonly reason?: 'absentFromDefence' | 'vetoed';
  readonly quantified?: number;
  readonly defence?: number;
  readonly composite?: number;
};

type Held = {
  readonly programme: Programme;
  readonly committee: string;
  readonly world: string;
  readonly meetingOn: string;
  readonly results: readonly CountedResult[];
};

const present = 17;
/** The session, and the account of the expert who presides. */
type Counted = { readonly no: string; readonly chair: string };

const idOf = (n: string) => `00000000-0000-4000-8000-${n.padStart(12, '0')}`;
/** The experts of the decider's tests, with ids as the database has them. */
const withIds = (value: object): string => JSON.stringify(value).replaceAll(/expert-(\d+)/g, (_, n: string) => idOf(n));

/**
 * A session of Liaoning whose ballot is counted, as its own steps would have left it in the database; its workflow is started from those events. What experts and
 * custodians do before has its own tests.
 */
export async function countedSession(
  deps: CommandDeps,
  { programme, committee, world, meetingOn, results }: Held,
): Promise<Counted> {
  const no = `session/${randomUUID()}`;
  const count = {
    reviewed: results.length,
    passed: results.filter((each) => each.passed).length,
    hash: 'c'.repeat(64),
  };
  const { state, events } = untilOpen(new Meeting(programme, committee), meetingOn, meetingOn)
    .do(meetingOn, 'openBallot', { counted: readyForBallot })
    .do(meetingOn, 'closeBallot')
    .do(meetingOn, 'recordCount', { by: 'system', counted: { count } });
  const { sql } = deps.db;
  const [somebody] = await sql<{ id: string }[]>`select id from people where world = ${world} order by id limit 1`;
  const chair = somebody?.id ?? '';
  await sql`
    insert into experts (id, world, programme, committee, person, name_enc, name_hash, title, level, specialty, unit_name, origin, chair, term_from, term_until, by_person)
    values (${idOf('1')}, ${world}, ${programme.id}, ${committee}, ${chair}, '\\x00', ${no}, '教授级高级工程师', 'fullSenior', 'robotics', '测试单位', 'university',
            'chair', '2024-01-01', '2026-12-31', ${chair})`;
  await sql`
    insert into entities (no, kind, world, programme, committee, line, seq, received_at, state)
    values (${no}, 'session', ${world}, ${programme.id}, ${committee}, ${events.length}, ${state.seq}, to_timestamp(${state.lastAt / 1000}),
            ${withIds(state)}::text::jsonb)`;
  for (const { seq, name, at, by, data } of events) {
    const id = randomUUID();
    const instant = new Date(at).toISOString();
    await sql`
      insert into intents (id, no, n, action, person, role, argument, received_at, lane, try_at, outcome, accepted, finished_at)
      values (${id}, ${no}, ${seq}, ${name}, ${by.person}, ${by.role}, '{"data":{}}', ${instant}, 'interactive', ${instant},
              ${JSON.stringify({ seq, warnings: [] })}::text::jsonb, true, ${instant})`;
    await sql`
      insert into events (no, seq, name, at, person, role, data, intent)
      values (${no}, ${seq}, ${name}, ${instant}, ${by.person}, ${by.role}, ${withIds(data)}::text::jsonb, ${id})`;
  }
  for (const { application, agree, passed, reason, quantified, defence, composite } of results) {
    await sql`
      insert into session_roster (session, application, intent, joined_at, frozen)
      values (${no}, ${application}, ${randomUUID()}, clock_timestamp(), true)`;
    await sql`
      insert into session_results (session, round, application, present, agree, against, abstain, blank, passed, reason, quantified, defence, composite)
      values (${no}, 1, ${application}, ${present}, ${agree}, ${present - agree}, 0, 0, ${passed}, ${reason ?? null}, ${quantified ?? null},
              ${defence ?? null}, ${composite ?? null})`;
  }
  const rebuilt = await rebuild(deps, no, { replace: false });
  if (rebuilt !== 'rebuilt') throw new Error(`${no}: ${rebuilt}`);
  return { no, chair };
}
