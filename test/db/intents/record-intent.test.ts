import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordOutcome } from '../../../db/intents/outcomes.ts';
import { leaseIntents, nextIntent } from '../../../db/intents/queue.ts';
import { recordIntent } from '../../../db/intents/recording.ts';
import { moveWorld } from '../../../db/worlds/worlds.ts';
import type { Plan } from '../../../domain/programme/programme.ts';
import { until } from '../../support/until.ts';
import { acceptance, IntentStore, intentOf, refused } from './intent-store.ts';

const start = Date.parse('2024-07-10T09:00+08:00');
const hour = 3_600_000;
let store: IntentStore;

beforeAll(async () => {
  store = await IntentStore.open();
});
afterAll(() => store.close());

describe('the numbers of the intents of an application', () => {
  it('run from 1 without a gap, and by time of receipt, when fifty are recorded at once', async () => {
    const no = await store.draft();
    const recorded = await Promise.all(Array.from({ length: 50 }, () => store.record(no)));
    const inOrder = recorded.map(({ intent }) => intent).sort((one, other) => one.n - other.n);
    expect(inOrder.map(({ n }) => n)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    const received = inOrder.map(({ receivedAt }) => receivedAt);
    expect(received).toEqual([...received].sort((one, other) => one - other));
  });

  it('are not used up by what is not recorded', async () => {
    const no = await store.draft();
    const text = { id: randomUUID(), body: '00', hash: 'x' };
    await store.record(no, { text });
    await expect(store.record(no, { text })).rejects.toMatchObject({ code: '23505' });
    expect((await store.record(no)).intent.n).toBe(2);
  });

  it('tell how many before are open', async () => {
    const no = await store.draft();
    const first = await store.record(no);
    expect(first.ahead).toBe(0);
    expect((await store.record(no)).ahead).toBe(1);
    await recordOutcome(store.db, refused(first.intent.id));
    expect((await store.record(no)).ahead).toBe(1);
    expect((await nextIntent(store.db, no))?.intent.n).toBe(2);
  });
});

describe('an idempotency key', () => {
  const keyed = (fingerprint: string) => ({ keyHash: 'key', fingerprint });

  it('gives the same intent for the same payload, another answer for another payload, and no second number', async () => {
    const [no, keyHash] = [await store.draft(), randomUUID()];
    const first = await store.record(no, { keyHash, fingerprint: 'a' });
    expect(await recordIntent(store.db, intentOf(no, { keyHash, fingerprint: 'a' }))).toMatchObject({
      status: 'repeated',
      intent: { id: first.intent.id, n: 1, receivedAt: first.intent.receivedAt },
    });
    expect((await recordIntent(store.db, intentOf(no, { keyHash, fingerprint: 'b' }))).status).toBe('keyReused');
    expect((await store.record(no)).intent.n).toBe(2);
  });

  it('records once when ten requests with it come at once', async () => {
    const no = await store.draft();
    const over = { ...keyed('a'), keyHash: randomUUID() };
    const recorded = await Promise.all(Array.from({ length: 10 }, () => store.record(no, over)));
    expect(new Set(recorded.map(({ intent }) => intent.id)).size).toBe(1);
    expect(recorded.filter(({ status }) => status === 'recorded')).toHaveLength(1);
  });

  it('tells whoever repeats it what is still open before it, so that nobody decides out of turn', async () => {
    const [no, keyHash] = [await store.draft(), randomUUID()];
    await store.record(no);
    await store.record(no, { keyHash, fingerprint: 'a' });
    expect(await store.record(no, { keyHash, fingerprint: 'a' })).toMatchObject({ status: 'repeated', ahead: 1 });
  });

  it('gives the outcome after the application was closed', async () => {
    const [no, keyHash] = [await store.draft(), randomUUID()];
    const { intent } = await store.record(no, { keyHash, fingerprint: 'a' });
    await recordOutcome(store.db, closing(intent.id));
    const again = await store.record(no, { keyHash, fingerprint: 'a' });
    expect(again).toMatchObject({ status: 'repeated', intent: { accepted: true, outcome: { seq: 1 } } });
  });
});

function closing(intent: string) {
  const accepted = acceptance(intent);
  return {
    ...accepted,
    snapshot: { ...accepted.snapshot, closed: true, ended: { outcome: 'certified' } } as unknown as NonNullable<
      typeof accepted.snapshot
    >,
  };
}

describe('the moment an intent is received', () => {
  it('is the world’s time', async () => {
    const no = await store.draft(await store.world(start));
    const { intent } = await store.record(no);
    expect(intent.receivedAt).toBeGreaterThanOrEqual(start);
    expect(intent.receivedAt).toBeLessThan(start + hour);
  });

  it('never runs backwards within an application, even when the clock of the world does', async () => {
    const world = await store.world(start);
    const no = await store.draft(world);
    await moveWorld(store.db, world, start + hour);
    const later = (await store.record(no)).intent.receivedAt;
    await store.db.sql`update worlds set offset_ms = offset_ms - ${hour} where id = ${world}`;
    expect((await store.record(no)).intent.receivedAt).toBe(later);
  });

  it('is read after the lock is held: an intent that waited for it was received after the one before', async () => {
    const no = await store.draft();
    const all = await Promise.all(Array.from({ length: 20 }, () => store.record(no)));
    const rows = await store.db.sql<{ early: number }[]>`
      select count(*)::integer as early from intents i join intents before on before.no = i.no and before.n = i.n - 1
       where i.no = ${no} and i.received_at < before.received_at`;
    expect([all.length, rows[0]?.early]).toEqual([20, 0]);
  });
});

describe('what is recorded with an intent', () => {
  it('is refused for an application that does not exist or is closed', async () => {
    expect(await recordIntent(store.db, intentOf('T-none'))).toEqual({ status: 'missing' });
    const no = await store.draft();
    const { intent } = await store.record(no);
    await recordOutcome(store.db, closing(intent.id));
    expect(await recordIntent(store.db, intentOf(no))).toEqual({ status: 'closed', outcome: 'certified' });
  });

  it('freezes the content it names, once', async () => {
    const no = await store.draft();
    const frozen = async () =>
      (await store.db.sql<{ at: string | null }[]>`select frozen_at::text as at from contents where no = ${no}`)[0]?.at;
    await store.record(no);
    expect(await frozen()).toBeNull();
    expect((await store.record(no, { freeze: true })).intent.contentVersion).toBe(1);
    const first = await frozen();
    await store.record(no, { freeze: true });
    expect([typeof first, await frozen()]).toEqual(['string', first]);
  });

  it('is the timeline in force where that is newer than the case’s', async () => {
    const other = await IntentStore.open();
    try {
      const no = await other.draft();
      const plan = { hash: 'some plan', timelineVersion: 1, committee: null };
      const { intent } = await other.record(no, { plan: { ...plan, body: {} as unknown as Plan } });
      expect(intent.timeline).toBeNull();
      await recordOutcome(other.db, acceptance(intent.id, { plan }));
      expect((await other.record(no)).intent.timeline).toBeNull();
      await other.moveTimeline(2);
      expect((await other.record(no)).intent.timeline).toEqual({ version: 2, body: { version: 2 } });
    } finally {
      await other.close();
    }
  });
});

describe('what an action reads with its intent', () => {
  /** Resolves when somebody waits for an advisory lock of this database. */
  const somebodyWaits = () =>
    until('somebody waits', async () => {
      const rows = await store.db.sql`
        select 1 from pg_locks where locktype = 'advisory' and not granted
           and database = (select oid from pg_database where datname = current_database())`;
      return rows.length > 0;
    });

  it.each(['programmes', 'worlds'] as const)(
    'of %s stand still for an action under way, and it for their move',
    async (moved) => {
      const { sql } = store.db;
      const no = await store.draft(await store.world(start));
      const move = (tx: typeof sql) =>
        moved === 'worlds'
          ? tx`update worlds set offset_ms = offset_ms + ${hour} where id = (select world from applications where no = ${no})`
          : tx`update programmes set timeline_version = timeline_version`;
      const order: string[] = [];
      let moving: Promise<unknown> | undefined;
      await sql.begin(async (tx) => {
        await tx`select record_intent(${JSON.stringify(intentOf(no))})`;
        moving = move(sql).then(() => order.push('moved'));
        await somebodyWaits();
        order.push('recorded');
      });
      await moving;
      expect(order).toEqual(['recorded', 'moved']);
      let recording: Promise<{ intent: { receivedAt: number } }> | undefined;
      await sql.begin(async (tx) => {
        await move(tx as unknown as typeof sql);
        recording = store.record(no);
        await somebodyWaits();
      });
      const { receivedAt } = (await recording)?.intent ?? { receivedAt: 0 };
      const hours = moved === 'worlds' ? 2 : 0;
      expect(Math.floor((receivedAt - start) / hour)).toBe(hours);
    },
  );
});

it('leases what is due, interactive intents first, and not again before its back-off', async () => {
  const other = await IntentStore.open();
  try {
    const [bulk, own, interactive] = [await other.draft(), await other.draft(), await other.draft()];
    await other.record(bulk, { lane: 'bulk', tryAfterMs: 0 });
    await other.record(own);
    await other.record(interactive, { tryAfterMs: 0 });
    expect(await leaseIntents(other.db, 1)).toEqual([interactive]);
    expect(await leaseIntents(other.db, 8)).toEqual([bulk]);
    expect(await leaseIntents(other.db, 8)).toEqual([]);
  } finally {
    await other.close();
  }
});
