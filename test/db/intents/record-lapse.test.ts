import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordOutcome } from '../../../db/intents/outcomes.ts';
import { nextIntent } from '../../../db/intents/queue.ts';
import { recordLapse } from '../../../db/intents/recording.ts';
import { moveWorld } from '../../../db/worlds/worlds.ts';
import type { Snapshot } from '../../../domain/lifecycle/command-queue.ts';
import { acceptance, deadlineAt, IntentStore, refused } from './intent-store.ts';

const start = Date.parse('2024-07-10T09:00+08:00');
const hour = 3_600_000;
let store: IntentStore;

beforeAll(async () => {
  store = await IntentStore.open();
});
afterAll(() => store.close());

/** An application in a world that began an hour before its deadline. */
async function due(over: { readonly closed?: boolean } = {}) {
  const world = await store.world(start);
  const no = await store.draft(world);
  const { intent } = await store.record(no);
  const snapshot = { seq: 1, closed: over.closed ?? false, stage: null, ended: null } as unknown as Snapshot;
  await recordOutcome(store.db, acceptance(intent.id, { deadlines: [deadlineAt(start + hour)], snapshot }));
  return { world, no };
}

describe('a timer that asks', () => {
  it('before the deadline is told when that is and how long to wait', async () => {
    const { no } = await due();
    const answer = await recordLapse(store.db, no);
    expect(answer).toMatchObject({ status: 'wait', dueAt: start + hour });
    expect(answer.status === 'wait' && answer.waitMs).toBeGreaterThan(hour - 60_000);
    expect(answer.status === 'wait' && answer.waitMs).toBeLessThanOrEqual(hour);
    expect(await nextIntent(store.db, no)).toBeNull();
  });

  it('after the deadline finds the lapse recorded once, however many ask, in its place among the intents', async () => {
    const { world, no } = await due();
    await moveWorld(store.db, world, start + 2 * hour);
    const before = await store.record(no, { action: 'recall' });
    expect(await recordLapse(store.db, no)).toEqual({ status: 'open' });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => recordLapse(store.db, no, { behindOpen: true })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill('open'), 'recorded']);
    const rows = await store.db.sql<{ n: number; action: string; role: string; at: string }[]>`
      select n, action, role, to_ms(received_at)::text as at from intents where no = ${no} and outcome is null order by n`;
    expect(rows.map(({ n, action, role }) => [n, action, role])).toEqual([
      [before.intent.n, 'recall', 'applicant'],
      [before.intent.n + 1, 'lapse', 'system'],
    ]);
    expect(Number(rows[1]?.at)).toBeGreaterThanOrEqual(before.intent.receivedAt);
  });

  it('is told the newer date when the deadline was moved on meanwhile', async () => {
    const { world, no } = await due();
    await moveWorld(store.db, world, start + 2 * hour);
    const { intent } = await store.record(no);
    const later = start + 48 * hour;
    await recordOutcome(store.db, acceptance(intent.id, { before: 1, deadlines: [deadlineAt(later)] }));
    expect(await recordLapse(store.db, no)).toMatchObject({ status: 'wait', dueAt: later });
  });

  it('finds a lapse recorded again after one was refused and the deadline still stands', async () => {
    const { world, no } = await due();
    await moveWorld(store.db, world, start + 2 * hour);
    await recordLapse(store.db, no);
    const lapse = await nextIntent(store.db, no);
    await recordOutcome(store.db, refused(lapse?.intent.id ?? ''));
    const again = await recordLapse(store.db, no);
    expect(again).toMatchObject({ status: 'recorded', ahead: 0 });
    // A finisher goes on with it as with one that it reads.
    const read = await nextIntent(store.db, no);
    expect(read?.intent.n).toBe(3);
    expect(again).toMatchObject({ ...read });
  });

  it('has nothing to do where there is no deadline, no open application or none at all', async () => {
    const draft = await store.draft();
    const { no: closed } = await due({ closed: true });
    for (const no of [draft, closed, 'T-none']) {
      expect(await recordLapse(store.db, no)).toEqual({ status: 'none' });
    }
  });
});
