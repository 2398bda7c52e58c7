import { afterEach, describe, expect, it } from 'vitest';
import { lapse } from '../../../commands/intents/lapse.ts';
import { maxWakeSpreadMs } from '../../../commands/limits.ts';
import { wakeSpreadOf } from '../../../commands/wake-spread.ts';
import { moveWorld, worldNow } from '../../../db/worlds/worlds.ts';
import type { CaseState } from '../../../domain/case/case.ts';
import { applicationWorkflowId } from '../../../workflows/messages.ts';
import { countEvents } from '../../lives/histories/event-count.ts';
import { checkHistories, ownStory } from '../../lives/histories/histories.ts';
import { endOf, intentsOf, isAccepted, refusalOf, settled } from '../../lives/walks.ts';
import { at, type BackendOptions, TestBackend, type TestCase, TestWorld } from '../../support/backend.ts';
import { checkInvariants } from '../../support/invariants.ts';
import { applyTimeline } from '../../support/timeline.ts';
import { until } from '../../support/until.ts';

const closes = at('2024-08-01T00:00');
/** Timers are exact to milliseconds, two machines' clocks are not. */
const clocksMs = 100;

describe('a cohort whose window closes in one instant', () => {
  let backend: TestBackend;
  const open = async (options: BackendOptions) => {
    backend = await TestBackend.open(options);
    return backend;
  };
  afterEach(async () => {
    await settled(backend);
    await checkInvariants(backend);
    await checkHistories(backend.deps);
    expect(backend.alarms).toEqual([]);
    await backend.close();
  });

  const spreadOf = ({ no }: TestCase) => wakeSpreadOf(no, backend.deps.maxWakeSpreadMs ?? 0);
  const endedAt = async (one: TestCase) => ((await one.row()).snapshot as CaseState).ended?.at;
  const lapsesOf = async ({ no }: TestCase) =>
    (await intentsOf(backend, no)).filter(({ action }) => action === 'lapse');
  const ended = (one: TestCase) => until('the end NOT_FILED', async () => (await endOf(one)) === 'NOT_FILED', 40_000);
  /** Moves the world to shortly before the instant; the next action of a case moves the clock of its workflow, also if it is refused. */
  async function lastSeconds(world: TestWorld, cohort: readonly TestCase[]): Promise<void> {
    await world.moveTo('2024-07-31T23:59:55');
    await Promise.all(cohort.map((one) => one.act('recordResult', 'committeeOffice')));
  }
  async function publicised(one: TestCase): Promise<void> {
    await one.does('agree', 'unitHr');
    await one.does('select', 'unitAssessmentGroup');
    await one.does('postPublicity', 'unitHr');
  }
  /** Submits a draft whose place in the spread lies between these shares of it. */
  async function placed(world: TestWorld, from: number, to: number): Promise<TestCase> {
    const longest = backend.deps.maxWakeSpreadMs ?? 0;
    let one = await world.draft();
    while (spreadOf(one) < from * longest || spreadOf(one) >= to * longest) one = await world.draft();
    await one.does('submit', 'applicant');
    return one;
  }

  it('wakes one after the other, each lapse recorded once, as of the instant at which all fell due, by no more events than before', async () => {
    await open({ wakeSpreadMs: 5_000 });
    const world = await backend.world('2024-07-31T12:00');
    const fifths = [0, 0.2, 0.4, 0.6, 0.8];
    const cohort = await Promise.all(fifths.map((from) => placed(world, from, from + 0.2)));
    await lastSeconds(world, cohort);
    const before = await Promise.all(cohort.map(({ no }) => countEvents(backend, no)));
    await Promise.all(cohort.map(ended));
    await settled(backend);
    for (const one of cohort) {
      const lapses = await lapsesOf(one);
      expect(lapses).toMatchObject([{ accepted: true }]);
      expect(lapses[0]?.receivedAt).toBeGreaterThanOrEqual(closes + spreadOf(one) - clocksMs);
      expect(await endedAt(one)).toBe(closes);
    }
    const cost = async () =>
      (await Promise.all(cohort.map(({ no }) => countEvents(backend, no)))).map(
        (after, place) => after - (before[place] ?? 0),
      );
    await until('the next timer of all', async () => (await cost()).every((each) => each >= 16));
    expect(await cost(), 'an expiry, and the next deadline armed').toEqual(fifths.map(() => 16));
  });

  it('is judged meanwhile as if it had lapsed: what comes after the instant is too late, and an office may act on the end', async () => {
    await open({ wakeSpreadMs: 3_600_000 });
    const world = await backend.world('2024-07-22T09:00');
    const [late, helped] = [await placed(world, 0.5, 1), await placed(world, 0.5, 1)];
    for (const one of [late, helped]) await publicised(one);
    await world.moveTo('2024-07-31T12:00');
    await helped.does('submit', 'applicant');
    await moveWorld(backend.deps.db, world.id, closes - 60_000);
    expect(refusalOf(await late.act('agree', 'unitHr')), 'nothing has ended yet').toBe('ACTION_NOT_HERE');
    await moveWorld(backend.deps.db, world.id, closes + 60_000);
    const tooLate = await late.act('submit', 'applicant');
    expect(refusalOf(tooLate)).toBe('APPLICATION_ENDED');
    expect(tooLate).toHaveProperty('outcome.refusal.details', { outcome: 'NOT_FILED' });
    expect(await endOf(late), 'a refusal leaves no trace').toBe(null);
    expect(isAccepted(await helped.act('acceptLate', 'committeeOffice', { reason: 'recorded' }))).toBe(true);
    const told = await backend.deps.db.sql<{ name: string; at: string }[]>`
      select name, to_ms(at)::text as at from events where no = ${helped.no} order by seq`;
    expect(told.map(({ name }) => name).slice(-2)).toEqual(['ended', 'reopened']);
    expect(told.map((event) => Number(event.at)).at(-2)).toBe(closes);
    await lapse(backend.deps, late.no, async () => {});
    expect([await endOf(late), await endedAt(late)]).toEqual(['NOT_FILED', closes]);
  });

  it('keeps its places when its cases go on in new runs', async () => {
    await open({ wakeSpreadMs: 4_000, continueAfterEvents: 10 });
    const world = await backend.world('2024-07-31T12:00');
    const one = await placed(world, 0.75, 1);
    await one.does('agree', 'unitHr');
    await one.does('select', 'unitAssessmentGroup');
    await until('a second run', async () => ((await ownStory(backend.deps, one.no))?.runs ?? 0) > 1);
    await lastSeconds(world, [one]);
    await ended(one);
    const [only, ...more] = await lapsesOf(one);
    expect(only?.receivedAt).toBeGreaterThanOrEqual(closes + spreadOf(one) - clocksMs);
    expect(more).toEqual([]);
  });

  it('is set to wake spread at the later date too, when the window was extended and nobody acted since', async () => {
    await open({ wakeSpreadMs: 4_000 });
    const world = await backend.world('2024-07-31T12:00');
    // The workflow's own clock was moved with its world, so that its business time is still ahead of it by the offset it started with.
    const offset = await offsetOf(world);
    const one = await placed(world, 0.5, 1);
    await lastSeconds(world, [one]);
    await applyTimeline(backend.deps.db, '2024-08-09');
    const later = at('2024-08-10T00:00');
    const asked = async () => (await timerOf(backend, one)) + offset > closes + 60_000;
    await until('the timer for the later date', asked);
    expect(await lapsesOf(one)).toEqual([]);
    expect(Math.abs((await timerOf(backend, one)) + offset - later - spreadOf(one))).toBeLessThan(clocksMs);
    await world.moveTo('2024-08-10T00:01');
    await ended(one);
    expect(await endedAt(one)).toBe(later);
  });

  it.each([
    ['at the deadline itself in a clock world', '2024-07-08T09:00', () => 0],
    ['spread over the usual time in real time', null, (no: string) => wakeSpreadOf(no, maxWakeSpreadMs)],
  ])('is told at its start to wake %s', async (_name, startAt, spread) => {
    await open({});
    await applyTimeline(backend.deps.db, '2099-12-31');
    const world = startAt === null ? await realTime(backend) : await backend.world(startAt);
    const one = await world.draft();
    await one.does('submit', 'applicant');
    const offset = startAt === null ? 0 : await offsetOf(world);
    const due = at('2100-01-01T00:00') + spread(one.no);
    expect(Math.abs((await timerOf(backend, one)) + offset - due)).toBeLessThan(clocksMs);
  });
});

/** Applications outside clock worlds, of one unit. */
async function realTime(backend: TestBackend): Promise<TestWorld> {
  const [unit] = await backend.deps.db.sql<{ id: string }[]>`
    insert into units (name, employer_class) values ('test unit', 'provincialStateOwned') returning id`;
  return new TestWorld(backend, null as unknown as string, unit?.id ?? '');
}

/** By how many ms the clock of a world is ahead of real time. */
async function offsetOf({ backend, id }: TestWorld): Promise<number> {
  return ((await worldNow(backend.deps.db, id)) ?? Number.NaN) - Date.now();
}

/** When the last timer of a case fires, by its workflow's clock, which stands still within a task, epoch ms. */
async function timerOf({ deps }: TestBackend, { no }: TestCase): Promise<number> {
  const { events = [] } = await deps.temporal.workflow.getHandle(applicationWorkflowId(no)).fetchHistory();
  const set = events?.findLastIndex((event) => event.timerStartedEventAttributes) ?? -1;
  const task = events?.slice(0, set).findLast((event) => event.workflowTaskStartedEventAttributes);
  return msOf(task?.eventTime) + msOf(events?.[set]?.timerStartedEventAttributes?.startToFireTimeout);
}

const msOf = (time: { seconds?: unknown; nanos?: number | null } | null | undefined): number =>
  Number(time?.seconds ?? 0) * 1000 + (time?.nanos ?? 0) / 1e6;
