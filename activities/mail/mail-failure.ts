/**
 * What a failed send means: the mail was `refused` for good (5xx, or it cannot be made), put off for now (`later`, 4xx), or nothing can be said
 * of the mail because the `server` is away, hangs, or takes no mail of ours at all. `words` carry codes only: servers repeat addresses in theirs.
 */
export type MailFailure = { readonly kind: 'refused' | 'later' | 'server'; readonly words: string };

/** What follows from a failure: when to try again (ms from now, null: never), and what to keep on the row. */
export type Postponement = { readonly afterMs: number | null; readonly error: string };

/** After so many refusals for good a mail is given up. */
export const maxRefusals = 5;

const minuteMs = 60_000;
const refusedAgainMs = 6 * 60 * minuteMs;
const longestMs = 60 * minuteMs;

type SmtpError = { code?: unknown; command?: unknown; responseCode?: unknown; response?: unknown };

/** Reads the error of a transport. */
export function failureOf(error: unknown): MailFailure {
  const { code, command, responseCode, response } = (error ?? {}) as SmtpError;
  const status = typeof response === 'string' ? response.match(/\b[245]\.\d{1,3}\.\d{1,3}\b/)?.[0] : undefined;
  // Without an answer the message is the operating system's, and names what happened to the connection.
  const errno = responseCode === undefined ? String(error).match(/\bE[A-Z]{4,}\b/)?.[0] : undefined;
  const known = [responseCode, status, code, command, errno].filter((each) => each !== undefined && each !== '');
  const words = [...new Set(known)].join(' ');
  const ofThisMail = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM' && responseCode !== 421;
  if (!ofThisMail) return { kind: 'server', words: words || 'unknown failure' };
  const temporary = typeof responseCode === 'number' && responseCode < 500;
  return { kind: temporary ? 'later' : 'refused', words };
}

/**
 * When a mail that failed is tried again. What may pass is tried after 1, 2, 4 … minutes up to an hour, for ever: a mail is late but never none.
 * A refusal for good is tried again every six hours, and given up at the fifth; the row's last error carries the count.
 */
export function postpone(failure: MailFailure, row: { tries: number; lastError: string | null }): Postponement {
  if (failure.kind !== 'refused') {
    const afterMs = Math.min(longestMs, minuteMs * 2 ** Math.min(row.tries - 1, 10));
    return { afterMs, error: failure.words };
  }
  const refusals = Number(row.lastError?.match(/^refused (\d+) of /)?.[1] ?? 0) + 1;
  const error = `refused ${refusals} of ${maxRefusals}: ${failure.words}`;
  return { afterMs: refusals < maxRefusals ? refusedAgainMs : null, error };
}
