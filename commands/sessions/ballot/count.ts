import { randomInt } from 'node:crypto';
import { setImmediate as othersFirst } from 'node:timers/promises';
import { type BoxToCount, envelopesOf, lockBox, votersOf, writeCount } from '../../../db/sessions/ballot/counting.ts';
import { type Custodian, custodiansOf } from '../../../db/sessions/ballot/custodians.ts';
import { type Transaction, transaction } from '../../../db/transaction.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import { notReleased, openingRefusal, otherKey } from '../../../domain/session/ballot/casting.ts';
import { type OpenedVote, tallyOf } from '../../../domain/session/ballot/tally.ts';
import type { CommandDeps } from '../../deps.ts';
import type { ActRequest } from '../../intents/act.ts';
import { isPair, type KeyPair, openKey, openVote, wipe } from './envelopes.ts';

/** The session, the custodian who counts, and their private key. */
type Counting = { readonly session: string; readonly person: string; readonly privateKey: Uint8Array };

/** Envelopes that are opened before other work of the process gets its turn. */
const atOnce = 50;

/**
 * Opens every vote and writes what they come to, in one transaction: whoever dies in it leaves the box as it was. Counted once, it gives the request of the
 * step that records it, and so it does again; `null` where the person is no custodian of this box.
 */
export async function countBox(
  { db }: Pick<CommandDeps, 'db'>,
  counting: Counting,
): Promise<ActRequest | Refusal | null> {
  const { session, person } = counting;
  return await transaction(db, async (_sql, tx) => {
    const box = await lockBox(tx, session);
    const custodians = await custodiansOf(tx, session);
    const own = custodians.find((each) => each.person === person);
    if (!box || !own) return null;
    const { state, round } = box;
    if (!box.counted) {
      const other = custodians.find((each) => each !== own);
      if (!other) throw new Error(`${session} has not its two custodians`);
      const refusal = await countOnce(tx, { ...counting, state, round, own, other });
      if (refusal) return refusal;
    }
    return recordCount(session, { round, person });
  });
}

/** The step that records a count; the same for each round, whoever asks. */
function recordCount(
  session: string,
  { round, person }: { readonly round: number; readonly person: string },
): ActRequest {
  const key = `count/${session}/${round}`;
  return {
    no: session,
    action: 'recordCount',
    by: { person, role: 'system' },
    data: {},
    keyHash: key,
    fingerprint: key,
  };
}

type ToCount = Counting & Pick<BoxToCount, 'state' | 'round'> & { readonly own: Custodian; readonly other: Custodian };

async function countOnce(
  tx: Transaction,
  { session, privateKey, state, round, own, other }: ToCount,
): Promise<Refusal | null> {
  if (!state.plan) throw new Error(`${session} has no plan`);
  const refusal = openingRefusal(state, state.plan);
  if (refusal) return refusal;
  const mine = { publicKey: own.publicKey, privateKey };
  if (!isPair(mine)) return otherKey();
  if (!other.released) return notReleased(state.plan);
  const theirs = { publicKey: other.publicKey, privateKey: openKey(other.released, mine) };
  const votes = await openAll(
    await envelopesOf(tx, { session, round }),
    own.place === 1 ? [mine, theirs] : [theirs, mine],
  );
  wipe(theirs.privateKey, privateKey);
  const results = tallyOf(state.plan.rules.majority, { votes, ...(await votersOf(tx, { session, round })) });
  await writeCount(tx, { session, round }, { votes: shuffled(votes), results });
  return null;
}

async function openAll(
  envelopes: readonly { readonly application: string; readonly sealed: Buffer }[],
  keys: readonly [KeyPair, KeyPair],
): Promise<OpenedVote[]> {
  const votes: OpenedVote[] = [];
  for (const { application, sealed } of envelopes) {
    votes.push({ application, vote: openVote(sealed, keys) });
    if (votes.length % atOnce === 0) await othersFirst();
  }
  return votes;
}

/** The votes in an order drawn by the cryptographic generator, which says nothing of the order in which they were cast. */
function shuffled(votes: readonly OpenedVote[]): readonly OpenedVote[] {
  const drawn = votes.map((vote) => ({ vote, at: randomInt(2 ** 47) }));
  return drawn.sort((a, b) => a.at - b.at).map(({ vote }) => vote);
}
