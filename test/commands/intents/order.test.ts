import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { act } from '../../../commands/intents/act.ts';
import { finish } from '../../../commands/intents/finish.ts';
import { checkHistories } from '../../lives/histories/histories.ts';
import { answerOf, intentsOf, refusalOf, settled, submitted } from '../../lives/walks.ts';
import { TestBackend, type TestWorld } from '../../support/backend.ts';
import { checkInvariants } from '../../support/invariants.ts';

const soon = () => ({ deadlineAt: Date.now() + 20_000 });
const list = { deficiencies: [{ item: 'title', clause: 'LN-4.1-c' }] };

describe('the intents of an application', () => {
  let backend: TestBackend;
  let world: TestWorld;

  beforeEach(async () => {
    backend = await TestBackend.open();
    world = await backend.world('2024-07-08T09:00');
  });
  afterEach(async () => {
    await settled(backend);
    await checkInvariants(backend);
    await checkHistories(backend.deps);
    expect(backend.alarms).toEqual([]);
    await backend.close();
  });

  it('decides what came while no worker was there in the order it came', async () => {
    const one = await submitted(world);
    await backend.stopWorker();
    const first = await one.act('return', 'unitHr', list, 300);
    const second = await one.act('submit', 'applicant', {}, 300);
    const third = await one.act('agree', 'unitHr', {}, 300);
    expect([first.kind, second.kind, third.kind]).toEqual(['recorded', 'recorded', 'recorded']);
    await backend.startWorker();
    await finish(backend.deps, one.no, soon());
    expect(await intentsOf(backend, one.no)).toMatchObject([
      { n: 1, action: 'submit', accepted: true },
      { n: 2, action: 'return', accepted: true },
      { n: 3, action: 'submit', accepted: true },
      { n: 4, action: 'agree', accepted: true },
    ]);
  });

  it('keeps its order when the later of two open intents is repeated with its key first', async () => {
    const one = await submitted(world);
    await backend.stopWorker();
    await one.act('return', 'unitHr', list, 300);
    const later = { ...one.request('submit', 'applicant'), keyHash: randomUUID(), fingerprint: 'f' };
    await act(backend.deps, later, 300);
    await backend.startWorker();
    expect(await act(backend.deps, later)).toMatchObject({ kind: 'finished', accepted: true });
    expect(await intentsOf(backend, one.no)).toMatchObject([
      { action: 'submit', accepted: true },
      { action: 'return', accepted: true },
      { action: 'submit', accepted: true },
    ]);
  });

  it('records one intent for fifty requests with one key, and answers all alike', async () => {
    const one = await submitted(world);
    const request = { ...one.request('agree', 'unitHr'), keyHash: randomUUID(), fingerprint: 'f' };
    const results = await Promise.all(Array.from({ length: 50 }, () => act(backend.deps, request)));
    expect(new Set(results.map((each) => JSON.stringify(answerOf(each)))).size).toBe(1);
    expect(results[0]).toMatchObject({ kind: 'finished', accepted: true });
    expect(await intentsOf(backend, one.no)).toHaveLength(2);
    expect(await act(backend.deps, { ...request, fingerprint: 'other' })).toEqual({ kind: 'keyReused' });
  });

  it('decides a refused action afresh when it comes again under a new key after another action', async () => {
    const one = await submitted(world);
    const select = () => ({ ...one.request('select', 'unitAssessmentGroup'), keyHash: randomUUID(), fingerprint: 'f' });
    const early = select();
    expect(refusalOf(await act(backend.deps, early))).toBe('ACTION_NOT_HERE');
    await one.does('agree', 'unitHr');
    expect(refusalOf(await act(backend.deps, early)), 'the same key keeps its answer').toBe('ACTION_NOT_HERE');
    expect(await act(backend.deps, select())).toMatchObject({ kind: 'finished', accepted: true });
  });

  it('lets one of many at once win and tells the others why', async () => {
    const one = await submitted(world);
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        index % 2 ? one.act('agree', 'unitHr') : one.act('refuse', 'unitHr', { reason: 'recorded' }),
      ),
    );
    expect(results.filter((each) => each.kind === 'finished' && each.accepted)).toHaveLength(1);
    expect(results.every((each) => each.kind === 'finished')).toBe(true);
  });
});
