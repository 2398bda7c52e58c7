import { maxRefusals, maxRetryDelayMs, minRetryDelayMs, refusedRetryDelayMs } from '../limits.ts';

/**
 * What a failed send means. `refused`: the mail was refused for good (5xx), or it cannot be made. `later`: it was refused for now (4xx). `server`:
 * the server does not answer or takes none of our mails, which says nothing about this one. `codes` has no text of the server, since servers repeat
 * addresses in it.
 */
export type MailFailure = { readonly kind: 'refused' | 'later' | 'server'; readonly codes: string };

/** What follows from a failure: after how many ms to try again (null: never), and the error to keep on the row. */
export type Postponement = { readonly afterMs: number | null; readonly error: string };

type SmtpError = { code?: unknown; command?: unknown; responseCode?: unknown; response?: unknown };

/** What an error of the mail transport means. */
export function failureOf(error: unknown): MailFailure {
  const { code, command, responseCode, response } = (error ?? {}) as SmtpError;
  const status = typeof response === 'string' ? response.match(/\b[245]\.\d{1,3}\.\d{1,3}\b/)?.[0] : undefined;
  // Where the server did not answer, the message is the operating system's and names what happened to the connection.
  const errno = responseCode === undefined ? String(error).match(/\bE[A-Z]{4,}\b/)?.[0] : undefined;
  const known = [responseCode, status, code, command, errno].filter((each) => each !== undefined && each !== '');
  const codes = [...new Set(known)].join(' ');
  const ofThisMail = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM' && responseCode !== 421;
  if (!ofThisMail) return { kind: 'server', codes: codes || 'unknown failure' };
  const temporary = typeof responseCode === 'number' && responseCode < 500;
  return { kind: temporary ? 'later' : 'refused', codes };
}

/**
 * When a mail that failed is tried again. A failure that may pass is retried after 1, 2, 4 … minutes up to an hour, without end, so that no mail is
 * lost. A refusal for good is retried every six hours and given up at the fifth; the row's last error carries the count.
 */
export function postpone(failure: MailFailure, row: { tries: number; lastError: string | null }): Postponement {
  if (failure.kind !== 'refused') {
    const afterMs = Math.min(maxRetryDelayMs, minRetryDelayMs * 2 ** Math.min(row.tries - 1, 10));
    return { afterMs, error: failure.codes };
  }
  const refusals = Number(row.lastError?.match(/^refused (\d+) of /)?.[1] ?? 0) + 1;
  const error = `refused ${refusals} of ${maxRefusals}: ${failure.codes}`;
  return { afterMs: refusals < maxRefusals ? refusedRetryDelayMs : null, error };
}
