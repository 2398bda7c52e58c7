import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { act } from '../../../commands/intents/act.ts';
import { finish } from '../../../commands/intents/finish.ts';
import { recordLapse } from '../../../db/intents/recording.ts';
import { moveWorld } from '../../../db/worlds/worlds.ts';
import type { CaseState } from '../../../domain/case/case.ts';
import type { CaseEvent } from '../../../domain/case/events.ts';
import { checkHistories } from '../../lives/histories/histories.ts';
import { endOf, intentsOf, isAccepted, posted, refusalOf, settled, submitted } from '../../lives/walks.ts';
import { at, TestBackend, type TestCase, type TestWorld } from '../../support/backend.ts';
import { checkInvariants } from '../../support/invariants.ts';
import { applyTimeline } from '../../support/timeline.ts';
import { until } from '../../support/until.ts';

const soon = () => ({ deadlineAt: Date.now() + 20_000 });
const list = { deficiencies: [{ item: 'title', clause: 'LN-4.1-c' }] };

describe('dates, clocks and what came in time', () => {
  let backend: TestBackend;

  beforeEach(async () => {
    backend = await TestBackend.open();
  });
  afterEach(async () => {
    await settled(backend);
    await checkInvariants(backend);
    await checkHistories(backend.deps);
    expect(backend.alarms).toEqual([]);
    await backend.close();
  });

  const ends = (one: TestCase, outcome: string) =>
    until(`the end ${outcome}`, async () => (await endOf(one)) === outcome);
  const endedAt = async (one: TestCase) => ((await one.row()).snapshot as CaseState).ended?.at;
  /** Moves the world's clock by the database alone: the workflows' own clocks stay where they are. */
  const shift = (world: TestWorld, ms: number) =>
    backend.deps.db.sql`update worlds set offset_ms = offset_ms + ${ms}::bigint where id = ${world.id}`;

  /** Two applications at the end of their publicity, whose filing window closes at the coming midnight. */
  async function filing(): Promise<{ world: TestWorld; inTime: TestCase; late: TestCase }> {
    const world = await backend.world('2024-07-22T09:00');
    const [inTime, late] = [await posted(world), await posted(world)];
    await world.moveTo('2024-07-31T12:00');
    return { world, inTime, late };
  }

  it('count by when an intent was received, also when the worker was down over midnight (A-50, LN-4.3-a)', async () => {
    const { world, inTime, late } = await filing();
    await backend.stopWorker();
    await moveWorld(backend.deps.db, world.id, at('2024-07-31T23:59:58.900'));
    const begun = performance.now();
    const receipt = await inTime.act('submit', 'applicant', {}, 300);
    await moveWorld(backend.deps.db, world.id, at('2024-08-01T00:00:00.100'));
    const tooLate = await late.act('submit', 'applicant', {}, 300);
    expect(performance.now() - begun, 'a receipt comes in the time asked for').toBeLessThan(3_000);
    expect([receipt.kind, tooLate.kind]).toEqual(['recorded', 'recorded']);
    await backend.startWorker();
    await Promise.all([finish(backend.deps, inTime.no, soon()), finish(backend.deps, late.no, soon())]);

    const lastSubmit = async ({ no }: TestCase) =>
      (await intentsOf(backend, no)).filter((each) => each.action === 'submit').at(-1);
    expect(await lastSubmit(inTime)).toMatchObject({ accepted: true });
    const second = await lastSubmit(late);
    expect(second).toMatchObject({ accepted: false, code: 'APPLICATION_ENDED' });
    expect(second?.receivedAt).toBeGreaterThanOrEqual(at('2024-08-01T00:00'));
    await ends(late, 'NOT_FILED');
    await ends(inTime, 'NOT_ACCEPTED');
    const { submission } = (await inTime.row()).snapshot as CaseState;
    expect(submission?.at).toBeLessThan(at('2024-08-01T00:00'));
    expect([await endedAt(inTime), await endedAt(late)]).toEqual([at('2024-08-01T00:00'), at('2024-08-01T00:00')]);
  });

  it.each([
    ['behind', -2_000],
    ['ahead', 2_000],
  ])('lapse as of their own instant and never early when the database is 2 s %s of Temporal', async (_name, ms) => {
    const world = await backend.world('2024-07-31T12:00');
    const one = await submitted(world);
    await world.moveTo('2024-07-31T23:59:55');
    // The next action moves the clock of its workflow, also if it is refused.
    expect(refusalOf(await one.act('select', 'unitAssessmentGroup'))).toBe('ACTION_NOT_HERE');
    await shift(world, ms);
    await ends(one, 'NOT_FILED');
    const lapsed = (await intentsOf(backend, one.no)).filter(({ action }) => action === 'lapse');
    expect(lapsed).toMatchObject([{ accepted: true }]);
    expect(lapsed[0]?.receivedAt).toBeGreaterThanOrEqual(at('2024-08-01T00:00'));
    expect(await endedAt(one)).toBe(at('2024-08-01T00:00'));
  });

  it('give no lapse on the old date when a later one came between the timer and its question', async () => {
    const world = await backend.world('2024-07-31T12:00');
    const one = await submitted(world);
    await applyTimeline(backend.deps.db, '2024-08-09');
    await world.moveTo('2024-08-01T00:01');
    expect(await intentsOf(backend, one.no)).toHaveLength(1);
    expect(isAccepted(await one.act('return', 'unitHr', list)), 'by the new date it is in time').toBe(true);
    await world.moveTo('2024-08-10T00:01');
    await ends(one, 'NOT_FILED');
    expect(await endedAt(one)).toBe(at('2024-08-10T00:00'));
  });

  it('let the lapse come on an earlier date', async () => {
    const world = await backend.world('2024-07-08T09:00');
    const one = await submitted(world);
    await applyTimeline(backend.deps.db, '2024-07-12');
    const woken = await act(backend.deps, {
      no: one.no,
      action: 'adoptTimeline',
      by: { person: 'system', role: 'system' },
      data: {},
    });
    expect(isAccepted(woken)).toBe(true);
    await world.moveTo('2024-07-13T00:01');
    await ends(one, 'NOT_FILED');
    expect(await endedAt(one)).toBe(at('2024-07-13T00:00'));
  });

  it('let a lapse stand that was recorded before the date became later', async () => {
    const world = await backend.world('2024-07-31T12:00');
    const one = await submitted(world);
    await backend.stopWorker();
    await moveWorld(backend.deps.db, world.id, at('2024-08-01T00:01'));
    expect(await recordLapse(backend.deps.db, one.no)).toMatchObject({ status: 'recorded' });
    await applyTimeline(backend.deps.db, '2024-08-09');
    await backend.startWorker();
    await finish(backend.deps, one.no, soon());
    expect(await endOf(one)).toBe('NOT_FILED');
    expect(await endedAt(one)).toBe(at('2024-08-01T00:00'));
  });

  it('reach the case with its next action, also when they changed while an intent was on its way', async () => {
    const world = await backend.world('2024-07-31T12:00');
    const one = await submitted(world);
    await backend.stopWorker();
    expect((await one.act('return', 'unitHr', list, 300)).kind).toBe('recorded');
    await applyTimeline(backend.deps.db, '2024-08-09');
    await backend.startWorker();
    await finish(backend.deps, one.no, soon());
    await world.moveTo('2024-08-05T09:00');
    const next = await one.act('submit', 'applicant');
    expect(refusalOf(next), 'by the new date it is in time').toBe(null);
    expect(await eventNames(one)).toContain('timelineAdopted');
    expect(await endOf(one)).toBe(null);
  });

  it('decide a first submission by the timeline in force when it was recorded, not when it was prepared', async () => {
    const world = await backend.world('2024-08-05T09:00');
    const one = await world.draft();
    const prepared = one.request('submit', 'applicant');
    await applyTimeline(backend.deps.db, '2024-08-09');
    expect(isAccepted(await act(backend.deps, prepared))).toBe(true);
    expect(await endOf(one)).toBe(null);
    const [deadline] = await backend.deps.db.sql<
      { due: string }[]
    >`select due::text from deadlines where no = ${one.no}`;
    expect(deadline?.due).toBe('2024-08-09');
  });

  async function eventNames(one: TestCase): Promise<CaseEvent['name'][]> {
    const rows = await backend.deps.db.sql<
      { name: CaseEvent['name'] }[]
    >`select name from events where no = ${one.no} order by seq`;
    return rows.map(({ name }) => name);
  }
});
