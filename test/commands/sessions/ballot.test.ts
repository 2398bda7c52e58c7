import { afterAll, beforeAll, expect, it } from 'vitest';
import { countBox } from '../../../commands/sessions/ballot/count.ts';
import { sealedVoteBytes, sealKey } from '../../../commands/sessions/ballot/envelopes.ts';
import { custodiansOf, keepReleasedKey } from '../../../db/sessions/ballot/custodians.ts';
import { castIn, marksOf } from '../../../db/sessions/ballot/votes.ts';
import type { Choice } from '../../../domain/session/ballot/tally.ts';
import { TestBackend } from '../../support/backend.ts';
import { until } from '../../support/until.ts';
import { BallotBox, meetingBegins, type Voter } from './ballot-box.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await TestBackend.open({ withoutWorker: true });
});
afterAll(() => backend.close());

/** A session that has come to its meeting, in a world of its own. */
const meeting = async (size: { experts: number; applications: number }) =>
  BallotBox.make(await backend.world(meetingBegins), size);
const opened = async (size: { experts: number; applications: number }) => {
  const box = await meeting(size);
  expect(await box.register()).toEqual([true, true]);
  await box.step('openBallot');
  return box;
};
const first = (box: BallotBox): Voter => box.voters[0] ?? { expert: '', person: '' };

/** The first custodian gives their key, sealed for the second one. */
const release = (box: BallotBox) =>
  keepReleasedKey(backend.deps.db, {
    session: box.no,
    place: 1,
    sealed: sealKey(box.keys[0].privateKey, box.keys[1].publicKey),
  });
/** The second custodian counts. */
const count = (box: BallotBox) =>
  countBox(backend.deps, {
    session: box.no,
    person: box.custodians[1],
    privateKey: Uint8Array.from(box.keys[1].privateKey),
  });

const resultsOf = (box: BallotBox) =>
  backend.deps.db.sql`
    select application, present, agree, against, abstain, blank, passed, reason from session_results
     where session = ${box.no} order by application, round`;

it('keeps the keys of two different people who are no experts of the session, until the box opens', async () => {
  const box = await meeting({ experts: 3, applications: 1 });
  const [office, auditor] = box.custodians;
  expect(await box.registerAt(1, {})).toBe(true);
  expect(await box.registerAt(2, { person: office }), 'one person').toBe(false);
  expect(await box.registerAt(2, { key: box.publicKeys[0] }), 'one key').toBe(false);
  expect(await box.registerAt(2, { person: first(box).person }), 'an expert').toBe(false);
  expect(await box.registerAt(2, {})).toBe(true);
  expect(await box.registerAt(2, { person: auditor, key: box.publicKeys[1] }), 'again').toBe(true);
  await box.step('openBallot');
  expect(await box.registerAt(2, {}), 'while the box is open').toBe(false);
  await box.step('closeBallot');
  expect(await box.registerAt(2, {}), 'before the count').toBe(false);
  expect((await custodiansOf(backend.deps.db, box.no)).map(({ person }) => person)).toEqual([office, auditor]);
});

it('A-37 takes votes of present experts who are not recused, where they are a quorum, while the box is open', async () => {
  const box = await meeting({ experts: 3, applications: 3 });
  const { sql } = backend.deps.db;
  const [a = '', b = '', c = ''] = box.applications;
  const [one, two, three] = box.voters as [Voter, Voter, Voter];
  for (const [application, expert] of [
    [b, one.expert],
    [c, one.expert],
    [c, two.expert],
  ] as const)
    await sql`
      insert into session_recusals (session, application, expert, ground, found_by)
      values (${box.no}, ${application}, ${expert}, 'sameUnit', 'declared')`;
  await box.register();
  expect(await box.cast(one, 'agree', [a]), 'before the box opens').toBe(false);
  await box.step('openBallot');
  expect(await box.cast(one, 'agree', [a])).toBe(true);
  expect(await box.cast(one, 'agree', [b]), 'recused').toBe(false);
  expect(await box.cast(one, 'against', [a, b]), 'all or none').toBe(false);
  expect(await box.cast(three, 'agree', [c]), 'one of three is no quorum').toBe(false);
  expect(await box.cast({ ...one, person: await box.somebody() }, 'agree', [a]), 'a stranger').toBe(false);
  expect(await box.cast(two, 'agree', [a, b])).toBe(true);
  const seen = { session: box.no, person: one.person };
  expect(await marksOf(backend.deps.db, seen)).toEqual([{ application: a, voted: true }]);
  expect(await castIn(backend.deps.db, box.no)).toEqual({ cast: 3, of: 5 });
  await box.step('closeBallot');
  expect(await box.cast(one, 'against', [a]), 'after it is closed').toBe(false);
});

it('takes a vote in place of the one before, and one for both places of a double click', async () => {
  const box = await opened({ experts: 3, applications: 2 });
  const done = await Promise.all([
    box.cast(first(box), 'agree'),
    box.cast(first(box), 'agree'),
    box.cast(first(box), 'against'),
  ]);
  expect(done).toEqual([true, true, true]);
  expect(await box.cast(first(box), 'abstain')).toBe(true);
  expect(await castIn(backend.deps.db, box.no)).toEqual({ cast: 2, of: 6 });
  await box.step('closeBallot');
  expect([await release(box), (await count(box)) !== null]).toEqual([true, true]);
  expect((await resultsOf(box)).map(({ abstain, blank, agree }) => [abstain, blank, agree])).toEqual([
    [1, 2, 0],
    [1, 2, 0],
  ]);
});

it('refuses a vote that waits for the lock of the session while the box is being closed', async () => {
  const box = await opened({ experts: 3, applications: 1 });
  const late: Promise<boolean>[] = [];
  await box.step('closeBallot', async () => {
    late.push(box.cast(first(box), 'agree'));
    await until('the vote to wait for the lock', async () => {
      const waiting = await backend.deps.db.sql`
        select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
      return waiting.length > 0;
    });
  });
  expect(await Promise.all(late)).toEqual([false]);
  expect(await castIn(backend.deps.db, box.no)).toEqual({ cast: 0, of: 3 });
});

it('opens the votes with both keys, once, and leaves nothing that says who cast which', {
  timeout: 60_000,
}, async () => {
  const box = await opened({ experts: 17, applications: 3 });
  const { sql } = backend.deps.db;
  const [a = '', b = '', c = ''] = box.applications;
  // 12 of 17 pass, 11 fail, and of 17 who cast nothing all are blank.
  const voteOf = (place: number, agreeing: number): Choice => (place < agreeing ? 'agree' : 'against');
  for (const [place, voter] of box.voters.entries()) {
    expect(await box.cast(voter, voteOf(place, 12), [a])).toBe(true);
    expect(await box.cast(voter, voteOf(place, 11), [b])).toBe(true);
  }
  const sizes = await sql`select distinct octet_length(sealed) as size from ballots_sealed where session = ${box.no}`;
  expect(sizes.map(({ size }) => size)).toEqual([sealedVoteBytes]);
  expect(await count(box)).toMatchObject({ code: 'BALLOT_OPEN' });
  expect(await release(box), 'before it is closed').toBe(false);
  await box.step('closeBallot');
  expect(await count(box)).toMatchObject({ code: 'KEYS_MISSING' });
  expect(await release(box)).toBe(true);
  const wrong = { session: box.no, person: box.custodians[1], privateKey: Uint8Array.from(box.keys[0].privateKey) };
  expect(await countBox(backend.deps, wrong)).toMatchObject({ code: 'INVALID_DATA' });
  expect(await countBox(backend.deps, { ...wrong, person: first(box).person }), 'no custodian').toBeNull();

  const twice = await Promise.all([count(box), count(box)]);
  expect(twice).toEqual([expect.objectContaining({ action: 'recordCount', no: box.no }), twice[0]]);
  expect(await resultsOf(box)).toMatchObject([
    { application: a, present: 17, agree: 12, against: 5, blank: 0, passed: true, reason: null },
    { application: b, present: 17, agree: 11, against: 6, blank: 0, passed: false, reason: null },
    { application: c, present: 17, agree: 0, against: 0, blank: 17, passed: false, reason: null },
  ]);
  expect(await sql`select 1 from ballots_sealed where session = ${box.no}`).toHaveLength(0);
  expect(await sql`select 1 from ballot_custodians where session = ${box.no} and released_enc is not null`).toEqual([]);
  const rows = await sql`select to_jsonb(o) as row from ballots_opened o where session = ${box.no}`;
  expect(rows).toHaveLength(34);
  expect(new Set(rows.flatMap(({ row }) => Object.keys(row as object)))).toEqual(
    new Set(['session', 'round', 'application', 'vote']),
  );
  const keys = box.voters.flatMap(({ expert, person }) => [expert, person]);
  expect(keys.filter((key) => JSON.stringify(rows).includes(key))).toEqual([]);
});

it('writes opened votes in no order of voters, times or choices', async () => {
  const orders = new Set<string>();
  for (let round = 0; round < 4; round += 1) {
    const box = await opened({ experts: 12, applications: 1 });
    for (const [place, voter] of box.voters.entries()) await box.cast(voter, place < 6 ? 'agree' : 'against');
    await box.step('closeBallot');
    await release(box);
    await count(box);
    const rows = await backend.deps.db.sql`select vote from ballots_opened where session = ${box.no} order by ctid`;
    orders.add(rows.map(({ vote }) => vote).join());
  }
  // Four boxes of the same votes, each of 924 orders: that two or more differ fails once in 10^8 runs.
  expect(orders.size).toBeGreaterThan(1);
});

it('A-20 counts whoever missed the defence as not passed, without a vote', async () => {
  const box = await meeting({ experts: 3, applications: 2 });
  const [a = '', b = ''] = box.applications;
  await backend.deps.db.sql`update session_roster set absent = true where session = ${box.no} and application = ${b}`;
  await box.register();
  await box.step('openBallot');
  expect(await box.cast(first(box), 'agree', [b])).toBe(false);
  for (const voter of box.voters) await box.cast(voter, 'agree', [a]);
  await box.step('closeBallot');
  await release(box);
  await count(box);
  expect(await resultsOf(box)).toMatchObject([
    { application: a, passed: true, reason: null },
    { application: b, passed: false, present: 0, reason: 'absentFromDefence' },
  ]);
});

it('a second ballot, where a programme has one, is on whoever has not passed, with keys of its own', async () => {
  const box = await meeting({ experts: 3, applications: 2 });
  const [a = '', b = ''] = box.applications;
  box.rounds(2);
  await box.register();
  await box.step('openBallot');
  for (const voter of box.voters) {
    expect(await box.cast(voter, 'agree', [a])).toBe(true);
    expect(await box.cast(voter, 'against', [b])).toBe(true);
  }
  await box.step('closeBallot');
  await release(box);
  await count(box);
  await box.step('recordCount');
  await box.step('nextRound');
  expect(await custodiansOf(backend.deps.db, box.no)).toEqual([]);
  expect(await box.register()).toEqual([true, true]);
  await box.step('openBallot');
  expect(await box.cast(first(box), 'agree', [a])).toBe(false);
  for (const voter of box.voters) expect(await box.cast(voter, 'agree', [b])).toBe(true);
  await box.step('closeBallot');
  await release(box);
  await count(box);
  expect(await resultsOf(box)).toMatchObject([
    { application: a, passed: true },
    ...[false, true].map((passed) => ({ application: b, passed })),
  ]);
});

it('what was not counted when the session is declared void is thrown away unopened', async () => {
  const box = await opened({ experts: 3, applications: 1 });
  expect(await box.cast(first(box), 'agree')).toBe(true);
  await box.step('closeBallot');
  expect(await release(box)).toBe(true);
  await box.step('void');
  const { sql } = backend.deps.db;
  expect(await sql`select 1 from ballots_sealed where session = ${box.no}`).toEqual([]);
  expect((await custodiansOf(backend.deps.db, box.no)).map(({ released }) => released)).toEqual([null, null]);
  expect(await count(box)).toMatchObject({ code: 'ACTION_NOT_HERE' });
});
