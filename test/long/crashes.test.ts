import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CrashPoint } from '../../commands/deps.ts';
import { type ActRequest, act } from '../../commands/intents/act.ts';
import { checkHistories, ownStory } from '../lives/histories/histories.ts';
import { answerOf, endOf, intentsOf, isAccepted, settled, submitted } from '../lives/walks.ts';
import { at, TestBackend, type TestCase, type TestWorld } from '../support/backend.ts';
import { checkInvariants } from '../support/invariants.ts';
import { Results } from '../support/results.ts';
import { Processes } from '../support/servers/processes.ts';
import { until } from '../support/until.ts';

const results = new Results();
afterAll(() => results.print());

/** How long a courier may take at the most to find what a dead process left: 15 s that it belongs to its request, and a round. */
const courierWithinMs = 30_000;

/** The crash points that are tried again with a new run after every few events: those between decision and outcome. */
const everyRun: readonly string[] = ['after-decide', 'after-lapse-intent'];

describe.each([
  ['one run', undefined],
  ['a run after every few events', 10],
])('a process killed while it handles a command, %s', (runs, continueAfterEvents) => {
  let backend: TestBackend;
  let processes: Processes;
  let world: TestWorld;

  beforeEach(async () => {
    backend = await TestBackend.open({ withoutWorker: true, ...(continueAfterEvents ? { continueAfterEvents } : {}) });
    processes = new Processes(backend);
    world = await backend.world('2024-07-08T09:00');
  });
  afterEach(async () => {
    await processes.close();
    await backend.close();
  });

  const options = (crashAt?: CrashPoint) => ({
    ...(crashAt ? { crashAt } : {}),
    ...(continueAfterEvents ? { continueAfterEvents } : {}),
  });
  const keyed = (request: ActRequest): ActRequest => ({ ...request, keyHash: randomUUID(), fingerprint: 'f' });
  const worthIt = (point: string) => !continueAfterEvents || everyRun.includes(point);
  const title = (where: string) => `${where} · ${runs}`;

  async function sound(): Promise<void> {
    await settled(backend, courierWithinMs);
    await checkInvariants(backend);
    await checkHistories(backend.deps);
    expect(backend.alarms).toEqual([]);
  }

  /** An actor that dies at a point, for the first submission or for the unit's agreement. */
  async function dies(point: CrashPoint, what: 'submit' | 'agree'): Promise<{ one: TestCase; request: ActRequest }> {
    const one = what === 'submit' ? await world.draft() : await submitted(world);
    const request = keyed(one.request(what, what === 'submit' ? 'applicant' : 'unitHr'));
    const { result, signal, words } = await processes.actor({ request }, options(point));
    expect([result, signal], words).toEqual([null, 'SIGKILL']);
    return { one, request };
  }

  const mine = async (one: TestCase, { action }: ActRequest) =>
    (await intentsOf(backend, one.no)).filter((each) => each.action === action);

  /** The repeat with the same key is accepted, and there is one intent of it. */
  async function repeatActsOnce({ one, request }: { one: TestCase; request: ActRequest }): Promise<void> {
    const { result, words } = await processes.actor({ request }, options());
    expect(isAccepted(result), words).toBe(true);
    expect(answerOf(await act(backend.deps, request))).toEqual(answerOf(result));
    expect(await mine(one, request)).toMatchObject([{ accepted: true }]);
  }

  const whats = ['submit', 'agree'] as const;

  if (worthIt('before-intent'))
    it('before its intent: nothing is recorded, and the repeat acts once', () =>
      results.row(title('API before-intent'), async () => {
        await processes.worker(options());
        for (const what of whats) {
          const left = await dies('before-intent', what);
          expect(await mine(left.one, left.request)).toEqual([]);
          await repeatActsOnce(left);
        }
        await sound();
        return 'nothing recorded; the repeat acts once';
      }));

  const left = [
    ['after-intent', 'the intent is open'],
    ['after-decide', 'the workflow has accepted, nothing is written'],
  ] as const;
  it.each(left.filter(([point]) => worthIt(point)))(
    '%s: %s; the courier finishes what nobody repeats, the repeat finishes it at once',
    (point, state) =>
      results.row(title(`API ${point}`), async () => {
        await processes.worker(options());
        const left = await Promise.all(whats.flatMap((what) => [dies(point, what), dies(point, what)]));
        const [repeated, abandoned] = [
          left.filter((_, index) => index % 2),
          left.filter((_, index) => index % 2 === 0),
        ];
        for (const each of left) expect(await mine(each.one, each.request)).toMatchObject([{ accepted: null }]);
        if (point === 'after-decide')
          for (const { one } of left) expect((await ownStory(backend.deps, one.no))?.replies.length).toBeGreaterThan(0);
        await Promise.all(repeated.map(repeatActsOnce));
        for (const { one, request } of abandoned) expect(await mine(one, request)).toMatchObject([{ accepted: null }]);
        await settled(backend, courierWithinMs);
        await Promise.all(abandoned.map(repeatActsOnce));
        await sound();
        return `${state}; finished once by repeat or courier, same key same answer`;
      }),
  );

  if (worthIt('after-outcome'))
    it('after its outcome: the same key gets the same answer', () =>
      results.row(title('API after-outcome'), async () => {
        await processes.worker(options());
        for (const what of whats) {
          const left = await dies('after-outcome', what);
          expect(await mine(left.one, left.request)).toMatchObject([{ accepted: true }]);
          await repeatActsOnce(left);
        }
        await sound();
        return 'outcome stands; same key same answer';
      }));

  it.each((['after-decide', 'after-outcome', 'after-lapse-intent', 'after-lapse'] as const).filter(worthIt))(
    'the worker in a lapse at %s: one lapse, as of its own instant',
    (point) =>
      results.row(title(`worker in a lapse ${point}`), async () => {
        const dying = await processes.worker(options(point));
        // This worker finishes only the lapse; the API finishes the actions before it.
        const late = await backend.world('2024-07-31T12:00');
        const one = await submitted(late);
        const moving = late.moveTo('2024-08-01T00:01').catch((error: unknown) => error);
        await dying.ended;
        const begun = performance.now();
        const receipt = await one.act('agree', 'unitHr', {}, 1_000);
        expect(receipt.kind, 'an answer in time while no worker is there').toBe('recorded');
        expect(performance.now() - begun).toBeLessThan(4_000);
        await processes.worker(options());
        await until('the lapse', async () => (await endOf(one)) === 'NOT_FILED', 60_000);
        expect(await moving).toBeUndefined();
        await settled(backend, courierWithinMs);
        const lapses = (await intentsOf(backend, one.no)).filter(({ action }) => action === 'lapse');
        expect(lapses.filter(({ accepted }) => accepted)).toHaveLength(1);
        expect((await intentsOf(backend, one.no)).at(-1)).toMatchObject({ action: 'agree', code: 'APPLICATION_ENDED' });
        expect(((await one.row()).snapshot as { ended: { at: number } }).ended.at).toBe(at('2024-08-01T00:00'));
        await sound();
        return 'one lapse, as of its instant';
      }),
  );

  it.each((['after-decide', 'after-outcome'] as const).filter(worthIt))(
    'the courier at %s: its successor ends what it began, once',
    (point) =>
      results.row(title(`courier ${point}`), async () => {
        const healthy = await processes.worker(options());
        const left = [await dies('after-intent', 'submit'), await dies('after-intent', 'agree')];
        await healthy.kill();
        const dying = await processes.worker(options(point));
        await dying.ended;
        await processes.worker(options());
        await settled(backend, courierWithinMs);
        await Promise.all(left.map(repeatActsOnce));
        await sound();
        return 'finished once by the next courier';
      }),
  );

  if (continueAfterEvents)
    it('the next run answers the same update again, when the run ended between decision and outcome', () =>
      results.row(title('continue-as-new between decide and outcome'), async () => {
        await processes.worker(options());
        const one = await submitted(world);
        await one.does('return', 'unitHr', { deficiencies: [{ item: 'title', clause: 'LN-4.1-c' }] });
        const runs = async () => (await ownStory(backend.deps, one.no))?.runs ?? 0;
        const before = await runs();
        const request = keyed(one.request('submit', 'applicant'));
        expect((await processes.actor({ request }, options('after-decide'))).signal).toBe('SIGKILL');
        await until('the next run', async () => (await runs()) > before);
        expect((await ownStory(backend.deps, one.no))?.replies).toHaveLength(3);
        const { result, words } = await processes.actor({ request }, options());
        expect(isAccepted(result), words).toBe(true);
        const replies = (await ownStory(backend.deps, one.no))?.replies ?? [];
        expect(replies, 'the new run does not know the update and is asked again').toHaveLength(4);
        expect(replies.at(-1), 'the kept answer').toEqual(replies.at(-2));
        await sound();
        return 'the next run gives the kept answer, nothing doubled';
      }));
});
