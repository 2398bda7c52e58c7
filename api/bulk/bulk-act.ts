import pMap from 'p-map';
import type { ActResult } from '../../commands/intents/act.ts';
import type { Finished } from '../../commands/intents/write-outcome.ts';
import { sharedConcurrency } from '../../commands/limits.ts';
import type { Act } from '../../commands/preparing/act.ts';
import { findForAct, prepare } from '../../commands/preparing/prepare.ts';
import type { Actor } from '../../domain/case/actor.ts';
import { errorOf, send } from '../actions/reply.ts';
import { type HttpError, notFound, problemBody, refused } from '../http/errors.ts';
import type { RequestKey, Services } from '../http/route.ts';

/** How long the whole may take before the rest is left to the courier, ms. */
const bulkTimeoutMs = 8_000;

/** One act of a unit's personnel department, of a committee office or of an authority, on many applications of theirs. */
export type BulkRequest = {
  readonly act: Pick<Act, 'name' | 'input' | 'posted'>;
  readonly by: Actor;
  readonly items: readonly string[];
  readonly key: RequestKey;
  readonly language: 'zh' | 'en';
};

/** What came of one of them. */
export type ItemOutcome = {
  readonly no: string;
  /** `notRecorded`: nothing stands against it and nothing was recorded of it; the whole may be sent again with the same key. */
  readonly status: 'accepted' | 'refused' | 'recorded' | 'notRecorded';
  readonly intent?: string;
  readonly version?: number;
  readonly warnings?: readonly unknown[];
  readonly problem?: Readonly<Record<string, unknown>>;
};

/**
 * Does the act on every application; each has a request key of its own made of the whole's, so that the whole may be sent again. What is not
 * done in time is recorded for the courier; where something cannot even be recorded, the whole fails as not recorded.
 */
export async function actInBulk(services: Services, together: BulkRequest): Promise<ItemOutcome[]> {
  const until = Date.now() + bulkTimeoutMs;
  return pMap(together.items, (no) => actOnOne(services, together, { no, until }), sharedConcurrency);
}

async function actOnOne(
  services: Services,
  together: BulkRequest,
  one: { no: string; until: number },
): Promise<ItemOutcome> {
  const { act, by, key, language } = together;
  const { no } = one;
  const row = await findForAct(services, no, act);
  if (!row) return refusedItem({ no }, notFound(), language);
  const left = one.until - Date.now();
  const request = await prepare(services, row, by, {
    ...act,
    id: key.id,
    keyHash: services.vault.hash(`${key.keyHash}:${no}`),
    fingerprint: key.fingerprint,
    lane: left > 0 ? 'interactive' : 'bulk',
  });
  if ('code' in request) return refusedItem({ no }, refused(request), language);
  return outcomeOf(no, await send(services, request, Math.max(left, 1)), language);
}

function outcomeOf(no: string, result: ActResult, language: 'zh' | 'en'): ItemOutcome {
  const error = errorOf(result);
  const intent = result.kind === 'recorded' ? result.intent.id : result.kind === 'finished' ? result.intent : undefined;
  const named = { no, ...(intent === undefined ? {} : { intent }) };
  if (error) return refusedItem(named, error, language);
  return result.kind === 'finished' ? acceptedItem(named, result) : { ...named, status: 'recorded' };
}

/** One that was refused, with its problem. */
export const refusedItem = (item: { no: string }, error: HttpError, language: 'zh' | 'en'): ItemOutcome => ({
  ...item,
  status: 'refused',
  problem: problemBody(error, language),
});

/** One that was done, with the version it reached. */
export const acceptedItem = (item: { no: string }, { outcome }: Finished): ItemOutcome => ({
  ...item,
  status: 'accepted',
  ...('seq' in outcome ? { version: outcome.seq, warnings: outcome.warnings } : {}),
});
