import type { Receipt } from '../../commands/intents/act.ts';
import { type ActRequest, type ActResult, act } from '../../commands/intents/act.ts';
import type { Finished } from '../../commands/intents/write-outcome.ts';
import { answerTimeoutMs } from '../../commands/limits.ts';
import type { ApplicationRow } from '../../db/applications/applications.ts';
import { isUnavailable } from '../../db/connection.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import { sessionOpened } from '../../domain/lifecycle/general/session-opened.ts';
import { refuse } from '../../domain/refusal.ts';
import { rolesFor } from '../access/application-roles.ts';
import { tagOf, wholeApplication } from '../applications/load.ts';
import { viewOf } from '../applications/view.ts';
import type { Person } from '../http/caller.ts';
import { type HttpError, keyReused, notFound, refused, unavailable, versionConflict } from '../http/errors.ts';
import type { Reply, Services } from '../http/route.ts';
import type { ReceiptView } from './receipts-schemas.ts';
import { rowAfter } from './row-after.ts';

/** Records an action and waits for its outcome, at most `waitMs`. If it could not be recorded the answer is a 503, and the same key may be used again. */
export async function send(services: Services, request: ActRequest, waitMs = answerTimeoutMs): Promise<ActResult> {
  try {
    return await act(services.deps, request, waitMs);
  } catch (error) {
    throw isUnavailable(error) ? unavailable(error) : error;
  }
}

/** The caller, the action, and the application as it was read `before` it; `receivedAt` is epoch ms, if it is known. */
type Reader = {
  readonly no: string;
  readonly action: string;
  readonly caller: Person;
  readonly before?: ApplicationRow;
  readonly request?: ActRequest;
  readonly receivedAt?: number;
};

/**
 * The answer to an action: the view after it, the receipt, or the refusal as an error. If the database fails before the view is read, the answer is the
 * receipt too, because a 503 would say that nothing was recorded.
 */
export async function answerTo(services: Services, result: ActResult, reader: Reader): Promise<Reply> {
  const error = errorOf(result);
  if (error) throw error;
  if (result.kind === 'recorded') return receiptReply(result.intent);
  if (result.kind !== 'finished') throw new Error(`no answer to ${result.kind}`);
  return acceptedReply(services, result, reader).catch((cause: unknown) => {
    if (!isUnavailable(cause)) throw cause;
    const { no, action, receivedAt } = { ...reader, ...result.left?.intent };
    return receiptReply({ id: result.intent, no, action, receivedAt });
  });
}

/** The error of an action; null if it was accepted or is only recorded. */
export function errorOf(result: ActResult): HttpError | null {
  switch (result.kind) {
    case 'recorded':
      return null;
    case 'keyReused':
      return keyReused();
    case 'missing':
      return notFound();
    case 'contentMoved':
      return versionConflict();
    case 'inSession':
      return refused(sessionOpened());
    case 'closed':
      return refused(
        refuse(
          'APPLICATION_CLOSED',
          { zh: '申报已办结。', en: 'The application is closed.' },
          { details: { outcome: result.outcome } },
        ),
      );
    case 'finished':
      return refusalOf(result);
  }
}

function refusalOf({ outcome }: Finished): HttpError | null {
  return 'refusal' in outcome ? refused(outcome.refusal) : null;
}

/** 200 with the view after the action, and the warnings. */
async function acceptedReply(
  services: Services,
  { outcome, left }: Finished,
  { no, caller, before, request }: Reader,
): Promise<Reply> {
  const known = before && left ? rowAfter(before, left, request?.keep) : null;
  const row = known ?? (await wholeApplication(services, no));
  const roles = rolesFor(row, caller);
  const warnings = 'warnings' in outcome ? outcome.warnings : [];
  return {
    status: 200,
    etag: tagOf(row, roles),
    body: { ...(await viewOf(services, row, { roles, person: caller.person })), warnings },
  };
}

/** A receipt; `receivedAt` is missing if another request recorded the action and it could not be read. */
type ReceiptData = Omit<Receipt, 'receivedAt'> & { readonly receivedAt?: number | undefined };

/** The receipt: the action was in time, and is decided later. */
const receiptReply = (intent: ReceiptData): Reply => ({
  status: 202,
  headers: { Location: `/v1/intents/${intent.id}`, 'Retry-After': '2' },
  body: { intent: receiptView(intent) },
});

/** A receipt in the form of an answer. */
const receiptView = ({ id, no, action, receivedAt }: ReceiptData): ReceiptView['intent'] => ({
  id,
  no,
  action,
  ...(receivedAt === undefined ? {} : { receivedAt: toRfc3339(receivedAt) }),
  state: 'recorded',
});
