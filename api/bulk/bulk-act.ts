import pMap from 'p-map';
import type { ActResult } from '../../commands/intents/act.ts';
import type { Finished } from '../../commands/intents/write-outcome.ts';
import { sharedConcurrency } from '../../commands/limits.ts';
import type { Act } from '../../commands/preparing/act.ts';
import { findForAct, prepare } from '../../commands/preparing/prepare.ts';
import type { Actor } from '../../domain/case/actor.ts';
import { errorOf, send } from '../actions/reply.ts';
import { type HttpError, notFound, problemBody, refused } from '../http/errors.ts';
import { bulkTimeoutMs } from '../http/limits.ts';
import type { RequestKey, Services } from '../http/route.ts';

/** One action of a unit's personnel department, a committee office or an authority on several of its applications. */
export type BulkRequest = {
  readonly act: Pick<Act, 'name' | 'input' | 'posted'>;
  readonly by: Actor;
  readonly items: readonly string[];
  readonly key: RequestKey;
  readonly language: 'zh' | 'en';
};

/** The result of one of them. */
export type ItemOutcome = {
  readonly no: string;
  /** `notRecorded`: it was not refused and not recorded; the whole request may be sent again with the same key. */
  readonly status: 'accepted' | 'refused' | 'recorded' | 'notRecorded';
  readonly intent?: string;
  readonly version?: number;
  readonly warnings?: readonly unknown[];
  readonly problem?: Readonly<Record<string, unknown>>;
};

/**
 * Carries out the action on every application. Each has a key made of the key of the whole, so that the whole may be sent again. Whatever is not finished in
 * time is recorded for the courier; if one cannot even be recorded, the whole fails as not recorded.
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

/** A refused item, with its problem. */
export const refusedItem = (item: { no: string }, error: HttpError, language: 'zh' | 'en'): ItemOutcome => ({
  ...item,
  status: 'refused',
  problem: problemBody(error, language),
});

/** An accepted item, with its new version. */
export const acceptedItem = (item: { no: string }, { outcome }: Finished): ItemOutcome => ({
  ...item,
  status: 'accepted',
  ...('seq' in outcome ? { version: outcome.seq, warnings: outcome.warnings } : {}),
});
