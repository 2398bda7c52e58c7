import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActRequest, act } from '../../../commands/intents/act.ts';
import { finish } from '../../../commands/intents/finish.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { recordOutcome } from '../../../db/intents/outcomes.ts';
import { takeClaims } from '../../../db/intents/queue.ts';
import { moveWorld } from '../../../db/worlds/worlds.ts';
import type { CaseState } from '../../../domain/case/case.ts';
import type { CommandData } from '../../../domain/case/commands/commands.ts';
import { refuse } from '../../../domain/refusal.ts';
import { courier, pledge } from '../../lives/lianyungang.ts';
import { intentsOf, isAccepted, refusalOf, settled } from '../../lives/walks.ts';
import { at, TestBackend, type TestCase, type TestWorld } from '../../support/backend.ts';
import { checkInvariants } from '../../support/invariants.ts';

const soon = () => ({ deadlineAt: Date.now() + 20_000 });

describe('what one of several applications may have (A-39)', () => {
  let backend: TestBackend;
  let world: TestWorld;

  beforeAll(async () => {
    backend = await TestBackend.open();
    world = await backend.world('2024-07-08T09:00');
  });
  afterAll(() => backend.close());

  /** The first submissions of several applications that want the same, each for itself. */
  async function rivals(count: number): Promise<{ one: TestCase; first: ActRequest }[]> {
    const key = randomUUID();
    const cases = await Promise.all(Array.from({ length: count }, () => world.draft()));
    return cases.map((one) => {
      const request = one.request('submit', 'applicant');
      return { one, first: { ...request, claims: (request.claims ?? []).map((claim) => ({ ...claim, key })) } };
    });
  }

  async function sound(): Promise<void> {
    await settled(backend);
    await checkInvariants(backend);
    expect(backend.alarms).toEqual([]);
  }

  const holders = (one: TestCase) => backend.deps.db.sql`select 1 from claims where no = ${one.no}`;

  it('goes to the first, and an accepted holder stands against the second, with the clause', async () => {
    const [a, b] = await rivals(2);
    if (!a || !b) return expect.unreachable();
    expect(isAccepted(await act(backend.deps, a.first))).toBe(true);
    const second = await act(backend.deps, b.first);
    expect(refusalOf(second)).toBe('CLAIM_TAKEN');
    expect(second).toHaveProperty('outcome.refusal.clauses', ['LN-5.5.3-b']);
    expect(await holders(b.one)).toHaveLength(0);
    await sound();
  });

  it('goes to the second when the first was refused', async () => {
    const [a, b] = await rivals(2);
    if (!a || !b) return expect.unreachable();
    expect(refusalOf(await act(backend.deps, { ...a.first, by: { person: 'x', role: 'unitHr' } }))).toBe('NOT_YOURS');
    expect(await holders(a.one)).toHaveLength(0);
    expect(isAccepted(await act(backend.deps, b.first))).toBe(true);
    await sound();
  });

  it('goes to the next when its holder withdrew', async () => {
    const [a, b] = await rivals(2);
    if (!a || !b) return expect.unreachable();
    await act(backend.deps, a.first);
    expect(isAccepted(await act(backend.deps, { ...a.one.request('withdraw', 'applicant'), claims: [] }))).toBe(true);
    expect(isAccepted(await act(backend.deps, b.first))).toBe(true);
    await sound();
  });

  it('LYG-2.8.2-b: goes to the next from the instant at which its holder fell due, though nobody has recorded that yet', async () => {
    const own = await backend.world('2024-06-30T12:00');
    const [filing, second, nextClaimant] = [
      await own.draft(courier, lianyungang2024),
      await own.draft(),
      await own.draft(),
    ];
    const key = randomUUID();
    const first = (one: TestCase, data: CommandData = {}): ActRequest => ({
      ...one.request('submit', 'applicant', data),
      claims: [{ kind: 'applicationOfYear', key, value: one.no, clauses: ['LYG-2.8.2-b'], readings: [] }],
    });
    expect(isAccepted(await act(backend.deps, first(filing, pledge)))).toBe(true);
    expect(refusalOf(await act(backend.deps, first(second))), 'on the last day it is still held').toBe('CLAIM_TAKEN');
    // By the database alone: the workflow of the holder does not wake.
    await moveWorld(backend.deps.db, own.id, at('2024-07-01T00:00:01'));
    expect(isAccepted(await act(backend.deps, first(nextClaimant)))).toBe(true);
    expect(((await filing.row()).snapshot as CaseState).ended).toMatchObject({
      outcome: 'NOT_FILED',
      at: at('2024-07-01T00:00'),
    });
    expect(await holders(nextClaimant)).toHaveLength(1);
    await sound();
  });

  it('waits while its holder is open and cannot be decided, and keeps the moment it was received', async () => {
    const [a, b] = await rivals(2);
    if (!a || !b) return expect.unreachable();
    await backend.stopWorker();
    expect((await act(backend.deps, a.first, 300)).kind).toBe('recorded');
    const second = await act(backend.deps, b.first, 300);
    expect(second.kind).toBe('recorded');
    const [before] = await intentsOf(backend, b.one.no);
    await backend.startWorker();
    await finish(backend.deps, b.one.no, soon());
    const [after] = await intentsOf(backend, b.one.no);
    expect(after).toMatchObject({ accepted: false, code: 'CLAIM_TAKEN', receivedAt: before?.receivedAt });
    expect(await intentsOf(backend, a.one.no)).toMatchObject([{ accepted: true }]);
    await sound();
  });

  it('is not taken any more by an intent that was refused meanwhile, and not refused to one that took it meanwhile', async () => {
    const { db } = backend.deps;
    const [a, b, c] = await rivals(3);
    if (!a || !b || !c) return expect.unreachable();
    await backend.stopWorker();
    const waiting = [];
    await act(backend.deps, a.first, 300);
    for (const { first } of [b, c]) waiting.push(await act(backend.deps, first, 300));
    await backend.startWorker();
    await finish(backend.deps, a.one.no, soon());
    const [second, third] = waiting.map((each) => (each.kind === 'recorded' ? each.intent.id : ''));
    if (!second || !third) return expect.unreachable();
    const refusal = refuse('CLAIM_TAKEN', { zh: '占用', en: 'taken' });
    const refused = { accepted: false, outcome: { refusal }, forWantOfClaims: true };

    expect(await takeClaims(db, second)).toMatchObject({ state: 'taken' });
    expect(await recordOutcome(db, { ...refused, intent: second })).toMatchObject({ status: 'written' });
    await act(backend.deps, { ...a.one.request('withdraw', 'applicant'), claims: [] });
    expect(await takeClaims(db, second)).toEqual({ state: 'settled' });
    expect(await holders(b.one)).toHaveLength(0);

    expect(await takeClaims(db, third)).toEqual({ state: 'held' });
    expect(await recordOutcome(db, { ...refused, intent: third })).toEqual({ status: 'claimsHeld' });
    await finish(backend.deps, c.one.no, soon());
    expect(await intentsOf(backend, c.one.no)).toMatchObject([{ accepted: true }]);
    await sound();
  });

  it('is had by exactly one of six at once, twenty rounds, and nobody meets an error', async () => {
    for (let round = 0; round < 20; round++) {
      const all = await rivals(6);
      const results = await Promise.all(all.map(({ first }) => act(backend.deps, first)));
      await settled(backend);
      const accepted = await backend.deps.db.sql<{ no: string }[]>`
        select no from intents where no = any(${all.map(({ one }) => one.no)}) and accepted`;
      expect(accepted, `round ${round}`).toHaveLength(1);
      expect(results.every((each) => each.kind === 'finished' || each.kind === 'recorded')).toBe(true);
    }
    await sound();
  });

  it('comes to one end when its holder lets go while two finish the one that waits, ten rounds', async () => {
    for (let round = 0; round < 10; round++) {
      const [a, b] = await rivals(2);
      if (!a || !b) return expect.unreachable();
      await act(backend.deps, a.first);
      const withdraw = { ...a.one.request('withdraw', 'applicant'), claims: [] };
      await Promise.all([
        act(backend.deps, b.first),
        act(backend.deps, withdraw),
        finish(backend.deps, b.one.no, soon()),
        finish(backend.deps, b.one.no, soon()),
      ]);
      await finish(backend.deps, b.one.no, soon());
      const [intent] = await intentsOf(backend, b.one.no);
      expect(await holders(b.one), `round ${round}`).toHaveLength(intent?.accepted ? 1 : 0);
    }
    await sound();
  });
});
