import { type FieldError, invalidFields, type Refusal, type RefusalCode } from '../../domain/refusal.ts';
import { type Text, text } from '../../domain/text.ts';

/** The parts of an error besides its status and code. */
export type ProblemGrounds = {
  readonly clauses?: readonly string[];
  readonly readings?: readonly string[];
  readonly errors?: readonly FieldError[];
  readonly details?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
};

/** The error of a request; the error handler writes it as `application/problem+json` (RFC 9457). */
export class HttpError extends Error {
  readonly status: number;
  readonly code: string;
  readonly text: Text;
  readonly grounds: ProblemGrounds;
  constructor(status: number, code: string, message: Text, grounds: ProblemGrounds = {}) {
    super(`${status} ${code}: ${message.en}`, { cause: grounds.cause });
    this.name = 'HttpError';
    this.status = status;
    this.code = code;
    this.text = message;
    this.grounds = grounds;
  }
}

/** The HTTP status of each refusal: 409 if the rules or the stage forbid it now, 422 if the request itself cannot be right. */
const refusalStatus: Readonly<Record<RefusalCode, number>> = {
  ACTION_NOT_HERE: 409,
  APPLICATION_CLOSED: 409,
  APPLICATION_ENDED: 409,
  ATTEMPTS_USED: 409,
  BALLOT_CLOSED: 409,
  BALLOT_OPEN: 409,
  CHECK_MISSING: 422,
  CHOICE_UNFIT: 409,
  CHOICE_UNKNOWN: 422,
  CLAIM_TAKEN: 409,
  COMMITTEE_EXPIRED: 409,
  COMMITTEE_FIXED: 409,
  DEADLINE_NOT_LAPSED: 409,
  DEFICIENCY_NOT_LISTED: 422,
  DOSSIER_INCOMPLETE: 422,
  DRAW_NOT_REVEALED: 409,
  FRAUD_PROVEN: 409,
  INCOMPLETE: 422,
  INVALID_DATA: 422,
  INTENT_REFUSED_BY_OPERATOR: 409,
  KEYS_MISSING: 409,
  LATE_NOT_ACCEPTABLE: 409,
  NOT_ELIGIBLE: 422,
  NOT_OFFERED: 422,
  NOT_YOURS: 403,
  NOTHING_DUE: 409,
  NO_QUORUM: 409,
  NO_RESULTS: 409,
  NOT_OPENED: 409,
  NOT_ANNOUNCED: 409,
  OBJECTION_LATE: 409,
  OBJECTION_OPEN: 409,
  OBJECTION_OWN: 403,
  OBJECTION_UNKNOWN: 422,
  PERIOD_OUT_OF_BOUNDS: 422,
  PUBLICITY_TOO_SHORT: 422,
  REASON_MISSING: 422,
  RECUSALS_OPEN: 409,
  REFERRED_ELSEWHERE: 422,
  REUSE_NOT_REMOVED: 409,
  REUSE_UNDECIDED: 409,
  OWN_GRANT: 403,
  SAME_REVIEWER: 403,
  SEAL_OUT_OF_ORDER: 409,
  SESSION_OPENED: 409,
  STALE: 409,
  UNCHANGED: 409,
  VERSION_MOVED: 412,
  WINDOW_CLOSED: 409,
  WINDOW_NOT_OPEN: 409,
};

/** A refusal of the rules as an HTTP error. */
export function refused(refusal: Refusal): HttpError {
  const { code, message, ...grounds } = refusal;
  return new HttpError(refusalStatus[code] ?? 409, code, message, grounds);
}

/** It does not exist or the caller may not see it; the answer does not say which. */
export const notFound = (): HttpError =>
  new HttpError(404, 'NOT_FOUND', text('没有此项，或您无权查看。', 'There is nothing here, or it is not for you.'));

/** The request itself is malformed. */
export const badRequest = (code: string, message: Text, errors: readonly FieldError[] = []): HttpError =>
  new HttpError(400, code, message, { errors });

/** The request is well-formed, but a value in it cannot be right. */
export const invalid = (errors: readonly FieldError[], grounds: ProblemGrounds = {}): HttpError =>
  new HttpError(422, 'INVALID_DATA', invalidFields(errors).message, { ...grounds, errors });

/** With `If-None-Match: *` only a new thing may be written (RFC 9110, 13.1.2), and it exists; nothing was written. */
export const existsAlready = (): HttpError =>
  new HttpError(
    412,
    'EXISTS_ALREADY',
    text(
      '已有此项，未作更改；如需更改，请去掉 If-None-Match。',
      'It is there already and was not changed: to change it, leave out If-None-Match.',
    ),
  );

/** Nothing was recorded; the same request with the same key may be sent again after some seconds. */
export const unavailable = (cause?: unknown): HttpError =>
  new HttpError(
    503,
    'UNAVAILABLE',
    text(
      '服务暂不可用，本次操作未记录，请稍后用同一幂等键重试。',
      'The service is not available now and nothing was recorded: repeat later with the same key.',
    ),
    { headers: { 'Retry-After': '5' }, cause },
  );

/** What was asked for is stored and damaged. */
export const cannotBeRead = (cause: unknown): HttpError =>
  new HttpError(
    500,
    'UNREADABLE',
    text(
      '所存数据已损坏，无法读取；已记录，请联系管理员。',
      'What is stored is damaged and cannot be read; it has been logged for the operators.',
    ),
    { cause },
  );

/** The same Idempotency-Key came with another payload. */
export const keyReused = (): HttpError =>
  new HttpError(
    422,
    'KEY_REUSED',
    text('该幂等键已用于另一请求。', 'This Idempotency-Key was already used with another request.'),
  );

/** The content has changed since it was read. */
export const versionConflict = (): HttpError =>
  new HttpError(
    412,
    'VERSION_MOVED',
    text('内容已有变化，请刷新后再改。', 'The content has changed since you read it; read it again.'),
  );

/** The body of the answer: `detail` in the preferred language, `message` in both. */
export function problemBody(error: HttpError, language: 'zh' | 'en'): Record<string, unknown> {
  const { clauses = [], readings = [], errors = [], details } = error.grounds;
  return {
    type: `urn:zhicheng:problem:${error.code}`,
    title: titles[error.status] ?? 'Error',
    status: error.status,
    detail: error.text[language],
    code: error.code,
    message: error.text,
    clauses,
    readings,
    errors,
    ...(details && Object.keys(details).length > 0 ? { details } : {}),
  };
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  421: 'Misdirected Request',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};
