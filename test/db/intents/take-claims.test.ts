import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordOutcome } from '../../../db/intents/outcomes.ts';
import { nextIntent, takeClaims } from '../../../db/intents/queue.ts';
import { acceptance, claimOf, IntentStore, refused } from './intent-store.ts';

let store: IntentStore;

beforeAll(async () => {
  store = await IntentStore.open();
});
afterAll(() => store.close());

/** An intent of an application that claims the key for it. */
async function claimant(key: string, no?: string) {
  const own = no ?? (await store.draft());
  const recorded = await store.record(own, { claims: [claimOf(own, key)] });
  return { no: own, id: recorded.intent.id, claims: recorded.claims };
}

type Holder = { readonly name: string; readonly outcome: 'open' | 'accepted' | 'refused'; readonly expected: string };

describe('a claim', () => {
  it.each<Holder>([
    { name: 'waits for a holder that is still open', outcome: 'open', expected: 'waiting' },
    { name: 'is taken where the holder was accepted', outcome: 'accepted', expected: 'taken' },
    { name: 'is free again where the holder was refused', outcome: 'refused', expected: 'held' },
  ])('$name', async ({ outcome, expected }) => {
    const key = randomUUID();
    const holder = await claimant(key);
    expect(holder.claims).toEqual({ state: 'held' });
    if (outcome === 'accepted') await recordOutcome(store.db, acceptance(holder.id));
    if (outcome === 'refused') await recordOutcome(store.db, refused(holder.id));
    const second = await claimant(key);
    expect(second.claims.state).toBe(expected);
    expect(second.claims.holder).toBe(expected === 'held' ? undefined : holder.no);
    const stands = expected === 'held' ? second : holder;
    expect(await store.claims(key)).toEqual([[stands.no, stands.id]]);
  });

  it('that waits is held once the holder is refused, taken once it is accepted', async () => {
    for (const [outcome, expected] of [
      [refused, 'held'],
      [acceptance, 'taken'],
    ] as const) {
      const key = randomUUID();
      const holder = await claimant(key);
      const waiting = await claimant(key);
      await recordOutcome(store.db, outcome(holder.id));
      expect((await nextIntent(store.db, waiting.no))?.claims).toEqual({ state: 'retry' });
      expect((await takeClaims(store.db, waiting.id)).state).toBe(expected);
    }
  });

  it('is held by the same application again', async () => {
    const key = randomUUID();
    const first = await claimant(key);
    await recordOutcome(store.db, acceptance(first.id));
    const again = await claimant(key, first.no);
    expect(again.claims).toEqual({ state: 'held' });
    expect(await store.claims(key)).toEqual([[first.no, first.id]]);
  });

  it('with the same value may be held by many', async () => {
    const key = randomUUID();
    for (const no of [await store.draft(), await store.draft()]) {
      const recorded = await store.record(no, { claims: [claimOf('one committee', key)] });
      expect(recorded.claims).toEqual({ state: 'held' });
    }
    expect(await store.claims(key)).toHaveLength(2);
  });

  it('is taken, not waiting, where one holder was accepted and another is open', async () => {
    const [won, open] = [randomUUID(), randomUUID()];
    await recordOutcome(store.db, acceptance((await claimant(won)).id));
    await claimant(open);
    const no = await store.draft();
    const both = await store.record(no, { claims: [claimOf(no, open), claimOf(no, won)] });
    expect(both.claims.state).toBe('taken');
    expect((await store.claims(open)).map(([holder]) => holder)).not.toContain(no);
  });

  it('passes to the next open intent of the same application that wants it, when its own is refused', async () => {
    const key = randomUUID();
    const first = await claimant(key);
    const second = await claimant(key, first.no);
    await recordOutcome(store.db, refused(first.id));
    expect(await store.claims(key)).toEqual([[first.no, second.id]]);
    expect((await claimant(key)).claims).toEqual({ state: 'waiting', holder: first.no });
    await recordOutcome(store.db, refused(second.id));
    expect(await store.claims(key)).toEqual([]);
  });

  it('that ends with an acceptance is to be taken again by an open intent that wants it', async () => {
    const key = randomUUID();
    const first = await claimant(key);
    const ending = await store.record(first.no, { action: 'withdraw' });
    const again = await claimant(key, first.no);
    await recordOutcome(store.db, acceptance(first.id));
    await recordOutcome(store.db, acceptance(ending.intent.id, { before: 1, claimsEnded: ['applicationOfYear'] }));
    expect(await store.claims(key)).toEqual([]);
    expect((await nextIntent(store.db, first.no))?.claims).toEqual({ state: 'retry' });
    expect(await takeClaims(store.db, again.id)).toEqual({ state: 'held' });
    expect(await store.claims(key)).toEqual([[first.no, again.id]]);
  });

  it('is not taken any more by an intent that has its outcome', async () => {
    const key = randomUUID();
    const holder = await claimant(key);
    const late = await claimant(key);
    await recordOutcome(store.db, refused(late.id));
    await recordOutcome(store.db, refused(holder.id));
    await takeClaims(store.db, late.id);
    expect(await store.claims(key)).toEqual([]);
  });

  it('found taken stays taken for that intent, so that two who finish it cannot come to different ends', async () => {
    const key = randomUUID();
    const holder = await claimant(key);
    await recordOutcome(store.db, acceptance(holder.id));
    const second = await claimant(key);
    const withdraw = await store.record(holder.no, { action: 'withdraw' });
    const ended = acceptance(withdraw.intent.id, { before: 1, claimsEnded: ['applicationOfYear'] });
    await recordOutcome(store.db, ended);
    expect(await takeClaims(store.db, second.id)).toEqual({ state: 'taken', holder: holder.no });
    expect((await claimant(key)).claims).toEqual({ state: 'held' });
  });

  it('is left over by nobody when it is taken while its intent is refused, fifty rounds', async () => {
    const key = randomUUID();
    for (let round = 0; round < 50; round++) {
      const holder = await claimant(key);
      const late = await claimant(key);
      await recordOutcome(store.db, refused(holder.id));
      await Promise.all([takeClaims(store.db, late.id), recordOutcome(store.db, refused(late.id))]);
      expect(await store.claims(key), `round ${round}`).toEqual([]);
    }
  });

  it('is had by exactly one of twenty that are recorded at once', async () => {
    const key = randomUUID();
    const drafts = await Promise.all(Array.from({ length: 20 }, () => store.draft()));
    const all = await Promise.all(drafts.map((no) => claimant(key, no)));
    expect(all.filter(({ claims }) => claims.state === 'held')).toHaveLength(1);
    expect(await store.claims(key)).toHaveLength(1);
  });

  it('wanted by eight at once, two claims each in either order, forty rounds, meets no deadlock', async () => {
    for (let round = 0; round < 40; round++) {
      const keys = [randomUUID(), randomUUID()];
      const drafts = await Promise.all(Array.from({ length: 8 }, () => store.draft()));
      const wants = drafts.map((no, n) => (n % 2 ? keys : keys.toReversed()).map((key) => claimOf(no, key)));
      const all = await Promise.all(drafts.map((no, n) => store.record(no, { claims: wants[n] ?? null })));
      expect(all.filter(({ claims }) => claims.state === 'held')).toHaveLength(1);
      const states = await Promise.all(all.map(({ intent }) => takeClaims(store.db, intent.id)));
      expect(
        states.filter(({ state }) => state === 'held'),
        `round ${round}`,
      ).toHaveLength(1);
    }
  });

  it('passed on to the next claimant while rivals ask for it meets no deadlock, thirty rounds', async () => {
    const key = randomUUID();
    const rivals = await Promise.all(Array.from({ length: 6 }, () => store.draft()));
    for (let round = 0; round < 30; round++) {
      const first = await claimant(key);
      const nextClaimant = await claimant(key, first.no);
      const asking = Promise.all(rivals.map((no) => claimant(key, no)));
      await recordOutcome(store.db, refused(first.id));
      expect(await store.claims(key), `round ${round}`).toEqual([[first.no, nextClaimant.id]]);
      for (const { id } of [...(await asking), nextClaimant]) await recordOutcome(store.db, refused(id));
    }
  });
});
