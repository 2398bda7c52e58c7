import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type ActRequest, type ActResult, act } from '../../commands/intents/act.ts';
import { finish } from '../../commands/intents/finish.ts';
import { rebuild } from '../../commands/intents/rebuild.ts';
import { entityKind } from '../../commands/kinds/entity-kind.ts';
import { kinds } from '../../commands/kinds/kinds.ts';
import { dataConverter } from '../../commands/temporal/client.ts';
import { liaoningDiit2024 as liaoning } from '../../config/programmes/liaoning-diit-2024/index.ts';
import type { Role } from '../../domain/programme/facts.ts';
import { sessionDecider } from '../../domain/session/decide.ts';
import { sessionPlanOf } from '../../domain/session/plan.ts';
import type { Counted, SessionCommand, SessionData, SessionFact, SessionState } from '../../domain/session/session.ts';
import { isEnded, type SessionActionName } from '../../domain/session/steps.ts';
import { experts, readyForBallot } from '../domain/session/meeting.ts';
import { TestBackend, type TestWorld, testKeys } from '../support/backend.ts';
import { checkInvariants } from '../support/invariants.ts';

/** What a committee of 17 with 300 applications has counted at each step, so that a life runs from its plan to its archive without all of its rows. */
const counted: Readonly<Partial<Record<SessionActionName, Counted>>> = {
  closeRecheck: { roster: 300 },
  draw: { draw: { n: 1, members: 17, alternates: 34, proof: 'a'.repeat(64) } },
  settleRecusals: { undeclared: 0, members: 17 },
  openMeeting: { roster: 300, members: 17, presides: true, strangers: 0 },
  openBallot: readyForBallot,
  recordCount: { count: { reviewed: 300, passed: 171, hash: 'b'.repeat(64) } },
  signMinutes: { presides: true },
  publishResults: { undelivered: 0 },
  announceResults: { openPublicities: 0 },
};
const countedKind = entityKind<SessionState, SessionCommand, SessionFact>({
  decider: sessionDecider,
  workflow: { type: 'session', ended: isEnded },
  before: async (_, { command }) => ({
    context: { timeline: { windows: [] }, filedUntil: null, ...counted[command.name] },
  }),
});

let backend: TestBackend;
let withCounts: TestBackend['deps'];
beforeAll(async () => {
  backend = await TestBackend.open();
  withCounts = { ...backend.deps, kinds: { ...kinds, session: countedKind } };
});
afterAll(() => backend.close());

const committee = 'ln-diit-office';
const plan = sessionPlanOf(liaoning, committee);
const text = 'the-id-of-a-sealed-reason';

/** One session of a world, stepped as the API would. */
class OneSession {
  readonly no = `session/${randomUUID()}`;
  private readonly world: TestWorld;
  private readonly deps: TestBackend['deps'];
  constructor(world: TestWorld, deps: TestBackend['deps']) {
    this.world = world;
    this.deps = deps;
  }

  take(
    name: SessionActionName,
    data: SessionData = {},
    role: Role = 'committeeOffice',
    waitMs?: number,
  ): Promise<ActResult> {
    const request: ActRequest = {
      no: this.no,
      action: name,
      by: { person: `somebody-as-${role}`, role },
      data: name === 'plan' ? { plan, ...data } : data,
      ...(name === 'plan'
        ? { entity: { kind: 'session', world: this.world.id, programme: liaoning.id, committee } }
        : {}),
    };
    return act(this.deps, request, waitMs);
  }

  async takes(name: SessionActionName, data?: SessionData, role?: Role): Promise<void> {
    expect(await this.take(name, data, role), name).toMatchObject({ kind: 'finished', accepted: true });
  }

  async state(): Promise<SessionState | undefined> {
    const [row] = await backend.deps.db.sql<
      { state: SessionState }[]
    >`select state from entities where no = ${this.no}`;
    return row?.state;
  }
}

/** The history of an ended session replays with the code of today, and is kept where that is asked for. */
async function replays({ no }: OneSession, name: string) {
  const handle = backend.deps.temporal.workflow.getHandle(no);
  await handle.result();
  const history = await handle.fetchHistory();
  await Worker.runReplayHistory(
    { workflowBundle: { codePath: inject('workflowBundlePath') }, dataConverter: dataConverter(testKeys, 'mark') },
    history,
    no,
  );
  const json = JSON.stringify(JSON.parse(historyToJSON(history)));
  if (process.env.RECORD_HISTORIES) await writeFile(new URL(`../histories/${name}`, import.meta.url), `${json}\n`);
  return { events: history.events?.length ?? 0, bytes: json.length };
}

it('is decided by its workflow from the plan to the archive, in a history that does not grow with applications', async () => {
  const world = await backend.world('2024-10-01T09:00');
  const one = new OneSession(world, withCounts);
  await one.takes('plan', { meetingOn: '2024-10-21' });
  for (const name of ['publishNotice', 'accept', 'closeRecheck', 'draw', 'settleRecusals'] as const)
    await one.takes(name);
  expect(await one.take('openMeeting', { present: experts(17), chair: 'expert-1' }), 'too early').toMatchObject({
    accepted: false,
    outcome: { refusal: { code: 'NOT_OPENED' } },
  });
  await world.moveTo('2024-10-21T09:00');
  await one.takes('openMeeting', { present: experts(17), chair: 'expert-1' });
  await one.takes('openBallot');
  await one.takes('closeBallot');
  await one.takes('recordCount', {}, 'system');
  await one.takes('signMinutes', { minutes: 'b'.repeat(64) }, 'expert');
  for (const name of ['publishResults', 'announceResults'] as const) await one.takes(name);
  await one.takes('confirm', {}, 'committeeOrganiser');
  await one.takes('archive');
  expect(await one.state()).toMatchObject({ status: 'ARCHIVED', roster: 300, present: 17, seq: 15 });
  expect(await one.take('archive'), 'after its end').toMatchObject({ accepted: false });
  const { events, bytes } = await replays(one, 'session-from-plan-to-archive.json');
  expect(events).toBeLessThan(100);
  expect(bytes).toBeLessThan(250_000);
  await checkInvariants(backend);
  expect(backend.alarms).toEqual([]);
}, 60_000);

it('A-24 moves, is suspended, resumed and cancelled, counting what really is there', async () => {
  const world = await backend.world('2024-10-01T09:00');
  const one = new OneSession(world, backend.deps);
  await one.takes('plan', { meetingOn: '2024-10-21' });
  await one.takes('publishNotice');
  await one.takes('accept');
  expect(await one.take('closeRecheck'), 'nobody is on its roster').toMatchObject({
    outcome: { refusal: { code: 'NO_RESULTS' } },
  });
  await one.takes('suspend', { text }, 'committeeOrganiser');
  await one.takes('resume', {}, 'committeeOrganiser');
  await one.takes('reschedule', { meetingOn: '2024-10-28', text });
  await one.takes('cancel', { text });
  await replays(one, 'session-moved-suspended-and-cancelled.json');
  expect((await one.state())?.status).toBe('CANCELLED');
}, 60_000);

it('decides steps that arrive at once one after the other, and a repeated one once', async () => {
  const world = await backend.world('2024-10-01T09:00');
  const one = new OneSession(world, backend.deps);
  await one.takes('plan', { meetingOn: '2024-10-21' });
  const results = await Promise.all([1, 2, 3].map(() => one.take('publishNotice')));
  expect(results.filter((each) => each.kind === 'finished' && each.accepted)).toHaveLength(1);
  expect((await one.state())?.seq).toBe(2);
}, 60_000);

it('goes on after its workflow was ended by force, from its events', async () => {
  const world = await backend.world('2024-10-01T09:00');
  const one = new OneSession(world, backend.deps);
  await one.takes('plan', { meetingOn: '2024-10-21' });
  await one.takes('publishNotice');
  await backend.deps.temporal.workflow.getHandle(one.no).terminate();
  expect((await one.take('accept', {}, 'committeeOffice', 500)).kind).toBe('recorded');
  expect(await rebuild(backend.deps, one.no, { replace: false })).toBe('rebuilt');
  await finish(backend.deps, one.no, { deadlineAt: Date.now() + 20_000 });
  expect((await one.state())?.status).toBe('ACCEPTING');
  await one.takes('cancel', { text });
  await backend.deps.temporal.workflow.getHandle(one.no).result();
  await checkInvariants(backend);
}, 60_000);
