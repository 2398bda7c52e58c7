import { type Text, text } from './text.ts';

/** One thing that is wrong with what was sent: a JSON Pointer into it, or whatever else names the place. */
export type FieldError = { readonly path: string; readonly message: Text };

/** Why an action is refused; a value, not an exception. `clauses` are ids of printed rules, `readings` ids of recorded ambiguities. */
export type Refusal = {
  readonly code: RefusalCode;
  readonly message: Text;
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;
  /** Where it is what was sent that cannot be right: each place by itself. */
  readonly errors?: readonly FieldError[];
};

/** The stable code of each refusal; `api/http/errors.ts` maps it to an HTTP status. */
export type RefusalCode =
  | 'ACTION_NOT_HERE'
  | 'APPLICATION_CLOSED'
  | 'APPLICATION_ENDED'
  | 'ATTEMPTS_USED'
  | 'BALLOT_CLOSED'
  | 'BALLOT_OPEN'
  | 'CHECK_MISSING'
  | 'CHOICE_UNFIT'
  | 'CHOICE_UNKNOWN'
  | 'CLAIM_TAKEN'
  | 'COMMITTEE_EXPIRED'
  | 'COMMITTEE_FIXED'
  | 'DEADLINE_NOT_LAPSED'
  | 'DEFICIENCY_NOT_LISTED'
  | 'DOSSIER_INCOMPLETE'
  | 'DRAW_NOT_REVEALED'
  | 'FRAUD_PROVEN'
  | 'INCOMPLETE'
  | 'INVALID_DATA'
  | 'INTENT_REFUSED_BY_OPERATOR'
  | 'KEYS_MISSING'
  | 'LATE_NOT_ACCEPTABLE'
  | 'NOT_ELIGIBLE'
  | 'NOT_OFFERED'
  | 'NOT_YOURS'
  | 'NOTHING_DUE'
  | 'NO_QUORUM'
  | 'NO_RESULTS'
  | 'NOT_OPENED'
  | 'NOT_ANNOUNCED'
  | 'OBJECTION_LATE'
  | 'OBJECTION_OPEN'
  | 'OBJECTION_OWN'
  | 'OBJECTION_UNKNOWN'
  | 'OWN_GRANT'
  | 'PERIOD_OUT_OF_BOUNDS'
  | 'PUBLICITY_TOO_SHORT'
  | 'RECUSALS_OPEN'
  | 'REASON_MISSING'
  | 'REFERRED_ELSEWHERE'
  | 'REUSE_NOT_REMOVED'
  | 'REUSE_UNDECIDED'
  | 'SAME_REVIEWER'
  | 'SEAL_OUT_OF_ORDER'
  | 'SESSION_OPENED'
  | 'STALE'
  | 'UNCHANGED'
  | 'VERSION_MOVED'
  | 'WINDOW_CLOSED'
  | 'WINDOW_NOT_OPEN';

/** What a refusal holds beside its code and message. */
export type Grounds = {
  readonly clauses?: readonly string[];
  readonly readings?: readonly string[];
  readonly details?: Readonly<Record<string, unknown>>;
};

/** Builds a refusal; omitted grounds are empty. */
export function refuse(code: RefusalCode, message: Text, grounds: Grounds = {}): Refusal {
  return {
    code,
    message,
    clauses: grounds.clauses ?? [],
    readings: grounds.readings ?? [],
    details: grounds.details ?? {},
  };
}

/** Joins two refusals of one action, so that everything that prevents it is reported at once; the code of the first is used. */
export function joinRefusals(first: Refusal | null, second: Refusal | null): Refusal | null {
  if (!first || !second) return first ?? second;
  return {
    code: first.code,
    message: { zh: `${first.message.zh}${second.message.zh}`, en: `${first.message.en} ${second.message.en}` },
    clauses: [...new Set([...first.clauses, ...second.clauses])],
    readings: [...new Set([...first.readings, ...second.readings])],
    details: { ...second.details, ...first.details },
    ...(first.errors || second.errors ? { errors: [...(first.errors ?? []), ...(second.errors ?? [])] } : {}),
  };
}

/** Refuses what was sent, naming every place that cannot be right. */
export const invalidFields = (errors: readonly FieldError[], grounds: Grounds = {}): Refusal => ({
  ...refuse('INVALID_DATA', text('所填内容不符合要求。', 'Something in the request cannot be right.'), grounds),
  errors,
});
