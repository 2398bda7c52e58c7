import type { ActRequest, ActResult } from '../commands/act.ts';
import type { Finished } from '../commands/finish.ts';
import { type ApplicationHead, findHeads } from '../db/applications.ts';
import type { CommandData } from '../domain/case.ts';
import { type Text, text } from '../domain/text.ts';
import type { Person } from './access/caller.ts';
import { errorOf, send } from './answering.ts';
import { type HttpError, invalid, problemBody } from './errors.ts';
import { rolesFor } from './reading.ts';
import type { RequestKey, Services } from './route.ts';

/** How many applications are acted on at once, and how long the whole may take before the rest is left to the courier, ms. */
const abreast = 8;
const togetherWithinMs = 8_000;

/** One act of a unit's personnel department on many applications of that unit. */
export type Together = {
  readonly action: 'postPublicity' | 'handOver';
  readonly data: CommandData;
  readonly unit: string;
  readonly items: readonly string[];
  readonly caller: Person;
  readonly key: RequestKey;
  readonly language: 'zh' | 'en';
};

/** What came of one of them. */
export type ItemOutcome = {
  readonly no: string;
  readonly status: 'accepted' | 'refused' | 'recorded';
  readonly intent?: string;
  readonly version?: number;
  readonly warnings?: readonly unknown[];
  readonly problem?: Readonly<Record<string, unknown>>;
};

/** The one unit all these applications belong to, of which the caller is personnel department; throws a 422 that names those that do not fit. */
export async function unitOfAll({ db }: Services, items: readonly string[], caller: Person): Promise<string> {
  const heads = new Map((await findHeads(db, items)).map((head) => [head.no, head]));
  const mine = items.map((no) => heads.get(no)).filter((head) => head !== undefined && isMine(head, caller));
  const unit = mine[0]?.unit;
  const errors = items.flatMap((no, at) => {
    const head = heads.get(no);
    if (!head || !isMine(head, caller))
      return [wrong(at, text('没有此项申报，或不属于本单位。', 'No such application of a unit of yours.'))];
    return head.unit === unit ? [] : [wrong(at, text('须属于同一单位。', 'All must be of one unit.'))];
  });
  if (errors.length > 0 || unit === undefined) throw invalid(errors);
  return unit;
}

const isMine = (head: ApplicationHead, caller: Person) => rolesFor(head, caller).includes('unitHr');
const wrong = (at: number, message: Text) => ({ path: `/items/${at}`, message });

/**
 * Does the act on every application; each has a request key of its own made of the whole's, so that the whole may be sent again. What is not
 * done in time is recorded for the courier; where something cannot even be recorded, the whole fails as not recorded.
 */
export async function actTogether(services: Services, together: Together): Promise<ItemOutcome[]> {
  const until = Date.now() + togetherWithinMs;
  const outcomes: ItemOutcome[] = [];
  const queue = together.items.entries();
  const walkers = Array.from({ length: abreast }, async () => {
    for (const [at, no] of queue) outcomes[at] = await actOnOne(services, together, { no, until });
  });
  await Promise.all(walkers);
  return outcomes;
}

async function actOnOne(
  services: Services,
  together: Together,
  one: { no: string; until: number },
): Promise<ItemOutcome> {
  const { action, data, unit, caller, key } = together;
  const left = one.until - Date.now();
  const request: ActRequest = {
    no: one.no,
    action,
    data,
    by: { person: caller.person, role: 'unitHr', scope: `unit:${unit}` },
    keyHash: services.vault.hash(`${key.keyHash}:${one.no}`),
    fingerprint: key.fingerprint,
    lane: left > 0 ? 'interactive' : 'bulk',
  };
  return outcomeOf(one.no, await send(services, request, Math.max(left, 1)), together.language);
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
