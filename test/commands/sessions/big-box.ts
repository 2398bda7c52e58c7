import { expect } from 'vitest';
import { countBox } from '../../../commands/sessions/ballot/count.ts';
import { sealKey } from '../../../commands/sessions/ballot/envelopes.ts';
import { keepReleasedKey } from '../../../db/sessions/ballot/custodians.ts';
import type { TestWorld } from '../../support/backend.ts';
import { BallotBox } from './ballot-box.ts';

const [experts, applications] = [17, 60];

/** A closed box of 17 experts, of whom 12 agree to everything, whose first custodian has released the key; big enough that its count can be interrupted. */
export async function bigBox(world: TestWorld): Promise<BallotBox> {
  const box = await BallotBox.make(world, { experts, applications });
  await box.register();
  await box.step('openBallot');
  for (const [place, voter] of box.voters.entries())
    expect(await box.cast(voter, place < 12 ? 'agree' : 'against')).toBe(true);
  await box.step('closeBallot');
  const sealed = sealKey(box.keys[0].privateKey, box.keys[1].publicKey);
  expect(await keepReleasedKey(box.db, { session: box.no, place: 1, sealed })).toBe(true);
  return box;
}

/** The second custodian counts. */
export const countNow = (box: BallotBox) =>
  countBox(box.world.backend.deps, {
    session: box.no,
    person: box.custodians[1],
    privateKey: Uint8Array.from(box.keys[1].privateKey),
  });

/** Whether a box is as it was before the count: nothing lost, nothing opened. */
export async function expectUncounted({ no, db }: BallotBox): Promise<void> {
  expect(await stored({ no, db })).toEqual({ sealed: experts * applications, opened: 0, results: 0, released: 1 });
}

/** Whether a box is counted, once: nothing lost, nothing doubled, no envelope and no key left. */
export async function expectCounted({ no, db }: BallotBox): Promise<void> {
  expect(await stored({ no, db })).toEqual({
    sealed: 0,
    opened: experts * applications,
    results: applications,
    released: 0,
  });
  const tallies =
    await db.sql`select distinct present, agree, against, passed from session_results where session = ${no}`;
  expect(tallies).toEqual([{ present: 17, agree: 12, against: 5, passed: true }]);
}

async function stored({ no, db }: Pick<BallotBox, 'no' | 'db'>) {
  const [row] = await db.sql`
    select (select count(*)::integer from ballots_sealed where session = ${no}) as sealed,
           (select count(*)::integer from ballots_opened where session = ${no}) as opened,
           (select count(*)::integer from session_results where session = ${no}) as results,
           (select count(*)::integer from ballot_custodians where session = ${no} and released_enc is not null) as released`;
  return row;
}
