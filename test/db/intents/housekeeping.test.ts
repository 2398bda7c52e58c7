import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHousekeeping } from '../../../commands/housekeeping.ts';
import { connect } from '../../../db/connection.ts';
import { clearIntentKeys, forgetOldAnswers } from '../../../db/intents/housekeeping.ts';
import { findAnswer, keepAnswer, reserveAnswer } from '../../../db/intents/idempotency.ts';
import { recordOutcome } from '../../../db/intents/outcomes.ts';
import { recordIntent } from '../../../db/intents/recording.ts';
import { until } from '../../support/until.ts';
import { IntentStore, intentOf, refused } from './intent-store.ts';

let store: IntentStore;

beforeAll(async () => {
  store = await IntentStore.open();
});
afterAll(() => store.close());

/** An intent with a key, recorded so many days ago. */
async function keyed({ daysAgo, decided = true }: { daysAgo: number; decided?: boolean }) {
  const [no, keyHash] = [await store.draft(), randomUUID()];
  const { intent } = await store.record(no, { keyHash, fingerprint: 'a' });
  if (decided) await recordOutcome(store.db, refused(intent.id));
  await store.db
    .sql`update intents set recorded_at = recorded_at - ${daysAgo} * interval '1 day' where id = ${intent.id}`;
  const again = async () => {
    const recorded = await recordIntent(store.db, intentOf(no, { keyHash, fingerprint: 'a' }));
    return [recorded.status, 'intent' in recorded ? recorded.intent.n : null];
  };
  return { id: intent.id, again };
}

/** An answer under a key of so many days ago; null is one that never came. */
async function kept(daysAgo: number, status: number | null): Promise<string> {
  const key = randomUUID();
  await reserveAnswer(store.db, key, 'a');
  if (status !== null) await keepAnswer(store.db, key, { status, sealed: 'x' });
  await store.db
    .sql`update idempotency set created_at = created_at - ${daysAgo} * interval '1 day' where key_hash = ${key}`;
  return key;
}

describe('keys of callers', () => {
  it('of decided intents are taken away after 30 days, not before, and the intent stays', async () => {
    const [old, young] = [await keyed({ daysAgo: 31 }), await keyed({ daysAgo: 29 })];
    expect(await clearIntentKeys(store.db)).toBe(1);
    expect(
      await store.db.sql`select key_hash as key, outcome is not null as decided from intents where id = ${old.id}`,
    ).toEqual([{ key: null, decided: true }]);
    expect(await old.again()).toEqual(['recorded', 2]);
    expect(await young.again()).toEqual(['repeated', 1]);
    expect(await clearIntentKeys(store.db)).toBe(0);
  });

  it('of an intent that is still open are kept however old, so that it is not recorded twice', async () => {
    const open = await keyed({ daysAgo: 400, decided: false });
    expect(await clearIntentKeys(store.db)).toBe(0);
    expect(await open.again()).toEqual(['repeated', 1]);
  });

  it('with their answers are forgotten after 30 days, not before, and not where no answer was given', async () => {
    const [old, young, none] = [await kept(31, 201), await kept(29, 201), await kept(31, null)];
    expect(await forgetOldAnswers(store.db)).toBe(1);
    expect(await findAnswer(store.db, old)).toBeNull();
    expect(await findAnswer(store.db, young)).toMatchObject({ answer: { status: 201 } });
    expect(await findAnswer(store.db, none)).toMatchObject({ answer: null });
  });
});

describe('the housekeeping of a worker', () => {
  const alarms: string[] = [];
  const alarm = (what: string) => void alarms.push(what);

  it('is done at its start, and ends with the worker', async () => {
    const stop = new AbortController();
    const old = [await keyed({ daysAgo: 31 }), await keyed({ daysAgo: 40 })].map(({ id }) => id);
    const answer = await kept(31, 200);
    const running = runHousekeeping({ db: store.db, reportAnomaly: alarm }, stop.signal);
    await until('the keys are gone', async () => {
      const left = await store.db.sql`select 1 from intents where id = any(${old}) and key_hash is not null`;
      return left.length === 0 && (await findAnswer(store.db, answer)) === null;
    });
    stop.abort();
    await running;
    expect(alarms).toEqual([]);
  });

  it('tells when it cannot be done, and does not end the worker', async () => {
    const stop = new AbortController();
    const away = connect('postgres://nobody@127.0.0.1:1/none', { poolSize: 1 });
    const running = runHousekeeping({ db: away, reportAnomaly: alarm }, stop.signal);
    await until('both were told', async () => alarms.length === 2);
    stop.abort();
    await running;
    await away.close();
    expect(new Set(alarms)).toEqual(new Set(['old keys could not be forgotten']));
  });
});
