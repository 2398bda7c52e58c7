import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '../../../commands/intents/act.ts';
import { argumentText } from '../../../commands/intents/command-of.ts';
import { finish } from '../../../commands/intents/finish.ts';
import { lapse } from '../../../commands/intents/lapse.ts';
import { recordIntent } from '../../../db/intents/recording.ts';
import { planRef } from '../../../db/programmes/plans.ts';
import { checkHistories } from '../../lives/histories/histories.ts';
import { answerOf, intentsOf, isAccepted, settled, submitted } from '../../lives/walks.ts';
import { TestBackend, type TestCase, type TestWorld } from '../../support/backend.ts';
import { checkInvariants } from '../../support/invariants.ts';
import { until } from '../../support/until.ts';

const soon = () => ({ deadlineAt: Date.now() + 20_000 });
const list = { deficiencies: [{ item: 'title', clause: 'LN-4.1-c' }] };

describe('two that finish the same intent', () => {
  let backend: TestBackend;
  let world: TestWorld;

  beforeAll(async () => {
    backend = await TestBackend.open({ continueAfterEvents: 60 });
    world = await backend.world('2024-07-08T09:00');
  });
  afterAll(() => backend.close());

  async function sound(): Promise<void> {
    await settled(backend);
    await checkInvariants(backend);
    await checkHistories(backend.deps);
    expect(backend.alarms).toEqual([]);
  }

  /** An intent that is recorded and not decided, as a process leaves it that dies at that point. */
  function leave(one: TestCase, action: string, role: 'unitHr' | 'applicant'): Promise<unknown> {
    const { by, data, plan, claims, ...request } = one.request(action, role, action === 'return' ? list : {});
    return recordIntent(backend.deps.db, {
      ...request,
      ...by,
      scope: null,
      argument: argumentText({ data, ...(plan ? { plan: planRef(plan) } : {}) }),
      ...(plan ? { plan: { ...planRef(plan), body: plan } } : {}),
      claims: claims ?? null,
      keyHash: null,
      fingerprint: null,
      expectedSeq: null,
      text: null,
      freeze: action === 'submit',
      lane: 'interactive',
      tryAfterMs: 0,
    });
  }

  it('come to one outcome, thirty rounds of request and courier at once', async () => {
    const one = await submitted(world);
    for (let round = 0; round < 30; round++) {
      const [action, role] = round % 2 ? (['submit', 'applicant'] as const) : (['return', 'unitHr'] as const);
      const request = {
        ...one.request(action, role, action === 'return' ? list : {}),
        keyHash: `round-${round}`,
        fingerprint: 'f',
      };
      const [first, , again] = await Promise.all([
        act(backend.deps, request),
        finish(backend.deps, one.no, soon()),
        act(backend.deps, request),
        finish(backend.deps, one.no, soon()),
      ]);
      expect(isAccepted(first)).toBe(true);
      expect(answerOf(again)).toEqual(answerOf(first));
    }
    expect(await intentsOf(backend, one.no)).toHaveLength(31);
    await sound();
  });

  it('come to one outcome for each intent of a queue left behind, four at once', async () => {
    const one = await submitted(world);
    for (let round = 0; round < 12; round++)
      await leave(one, round % 2 ? 'submit' : 'return', round % 2 ? 'applicant' : 'unitHr');
    await Promise.all(Array.from({ length: 4 }, () => finish(backend.deps, one.no, soon())));
    expect((await intentsOf(backend, one.no)).map(({ accepted }) => accepted)).toEqual(Array(13).fill(true));
    await sound();
  });

  it('open a case once, also when its first submission is finished by three', async () => {
    for (let round = 0; round < 5; round++) {
      const one = await world.draft();
      await leave(one, 'submit', 'applicant');
      await Promise.all(Array.from({ length: 3 }, () => finish(backend.deps, one.no, soon())));
      expect(await intentsOf(backend, one.no)).toMatchObject([{ accepted: true }]);
    }
    await sound();
  });

  it('record a lapse once, when the timer and three others ask at the same time', async () => {
    const late = await backend.world('2024-07-31T23:00');
    const cases = await Promise.all(Array.from({ length: 4 }, () => submitted(late)));
    const asking = cases.flatMap(({ no }) => Array.from({ length: 3 }, () => no));
    await backend.deps.db.sql`update worlds set offset_ms = offset_ms + 3600000 where id = ${late.id}`;
    const never = async () => expect.unreachable('its time has come');
    // A lapse that is being recorded locks the world for a moment, so the move is tried again.
    const moved = until('the world at its instant', () => late.moveTo('2024-08-01T00:01').then(() => true));
    await Promise.all([moved, ...asking.map((no) => lapse(backend.deps, no, never))]);
    for (const { no } of cases) {
      const lapses = (await intentsOf(backend, no)).filter(({ action, accepted }) => action === 'lapse' && accepted);
      expect(lapses).toHaveLength(1);
    }
    await sound();
  });
});
