import type { IsoDate } from '../../calendar/dates.ts';
import type { Delivered } from '../check-results.ts';

/** One point of a return as it comes in: which item, by which rule, and in words what is expected instead. */
type DeficiencyInput = { readonly item: string; readonly clause: string; readonly expected: string };

/** What a unit writes on a publicity document beside the people on it. */
export type PostedDocument = {
  readonly decidingMeeting: string;
  readonly contactPerson: string;
  readonly telephone: string;
  readonly address?: string | undefined;
  readonly contents?: readonly string[] | undefined;
  readonly ways?: readonly ('telephone' | 'letter' | 'visit')[] | undefined;
};

/** The kinds of values that acts bring as codes, ids, dates and numbers, which travel to the workflow as they are. */
export type CodeValues = {
  checks: readonly string[];
  choice: string;
  committee: string;
  destination: string;
  days: number;
  day: IsoDate;
  meetingDay: IsoDate;
  decisionDay: IsoDate;
  score: number;
  yesNo: boolean;
  passedUnlessVeto: boolean;
  absent: boolean;
  veto: boolean;
  documentNo: string;
  certificateNo: string;
  issuedCertificateNo: string;
  item: string;
  id: string;
  postingId: string;
};

/** The kinds that stay behind: words are sealed under an id, and what is listed is compared and kept by the server. */
export type StayingValues = {
  reason: string;
  deficiencies: readonly DeficiencyInput[];
  delivered: readonly Delivered[];
  document: PostedDocument;
  objectorName: string;
  objectionWords: string;
};
export type Kind = keyof CodeValues | keyof StayingValues;

/** A field of an act: what kind of value it has, and whether it may be left out. */
export type Field = { readonly kind: Kind; readonly optional: boolean };
const must = <K extends Kind>(kind: K) => ({ kind, optional: false }) as const;
const may = <K extends Kind>(kind: K) => ({ kind, optional: true }) as const;

const checks = { checked: may('checks') };
const step = { checked: may('checks'), choice: may('choice') };
const receiving = { checked: may('checks'), delivered: may('delivered') };
const because = { reason: must('reason') };
const sayingNo = { reason: must('reason'), choice: may('choice'), deficiencies: may('deficiencies') };
const upheld = { upheld: must('yesNo'), reason: must('reason') };
const returning = {
  deficiencies: must('deficiencies'),
  reason: may('reason'),
  choice: may('choice'),
  committee: may('committee'),
  to: may('destination'),
  days: may('days'),
};
const referralResult = {
  passed: must('yesNo'),
  decidedOn: must('decisionDay'),
  documentNo: must('documentNo'),
  certificate: may('issuedCertificateNo'),
};

/**
 * Every act of a person on an application, with the fields that it brings. A field is added here and nowhere else: the types of commands, the checks of
 * request bodies, what travels to the workflow and the OpenAPI document are made from this table.
 */
export const acts = {
  /** The reason of a submission is the answer to what it was returned for. */
  submit: { ...checks, reason: may('reason') },
  recall: {},
  withdraw: { reason: may('reason') },
  agree: checks,
  return: returning,
  fail: returning,
  refuse: sayingNo,
  select: checks,
  passOver: sayingNo,
  postPublicity: {
    postedOn: may('day'),
    lastDay: may('day'),
    posting: may('postingId'),
    document: may('document'),
    checked: may('checks'),
  },
  correctPublicity: { lastDay: must('day'), reason: must('reason') },
  recordObjection: { named: must('yesNo'), name: may('objectorName'), body: must('objectionWords'), item: may('item') },
  concludeObjection: { objection: must('id'), ...upheld },
  removeItem: { item: must('item'), reason: must('reason') },
  pass: receiving,
  consent: checks,
  designate: checks,
  seal: step,
  uploadStampedPage: { attachment: must('id'), checked: may('checks') },
  attachDelegation: { attachment: may('id'), checked: may('checks') },
  approve: checks,
  recommend: step,
  handOver: step,
  receivePaper: step,
  returnOriginals: step,
  forward: step,
  report: step,
  confirmDossier: receiving,
  recordResult: {
    passed: may('passedUnlessVeto'),
    heldOn: may('meetingDay'),
    quantified: may('score'),
    defence: may('score'),
    absent: may('absent'),
    veto: may('veto'),
    checked: may('checks'),
    reason: may('reason'),
  },
  joinSession: { session: must('id') },
  leaveSession: because,
  certify: { certificate: must('certificateNo'), checked: may('checks') },
  grantAttempt: because,
  acceptLate: because,
  invalidatePublicity: because,
  voidResult: {},
  spotCheck: { inOrder: must('yesNo'), reason: may('reason') },
  requestRecheck: because,
  concludeRecheck: upheld,
  recordReferralResult: referralResult,
  correctReferralResult: { ...referralResult, reason: must('reason') },
  cancel: { reason: must('reason'), choice: may('choice') },
} as const satisfies Record<string, Readonly<Record<string, Field>>>;

export type ActName = keyof typeof acts;

type Values = CodeValues & StayingValues;
type Fields<N extends ActName> = (typeof acts)[N];
type FieldOf<N extends ActName> = N extends ActName ? keyof Fields<N> : never;
type KindOf<N extends ActName, F> = N extends ActName
  ? F extends keyof Fields<N>
    ? Fields<N>[F] extends { readonly kind: infer K }
      ? K
      : never
    : never
  : never;
type ValueOf<N extends ActName, F> = Values[KindOf<N, F> & Kind];

/** What these acts may bring; every field may be missing, because a field that one act has another has not. */
export type ActInput<N extends ActName = ActName> = { readonly [F in FieldOf<N>]?: ValueOf<N, F> | undefined };

/** The fields of these acts that travel, under the names under which they do. */
export type ActCodes<N extends ActName = ActName> = {
  readonly [F in FieldOf<N> as KindOf<N, F> extends keyof CodeValues ? TravelName<F> : never]?: ValueOf<N, F>;
};
/** An attachment travels as `file`, as recorded commands have it. */
type TravelName<F> = F extends 'attachment' ? 'file' : F;

const stays: { readonly [K in keyof StayingValues]: true } = {
  reason: true,
  deficiencies: true,
  delivered: true,
  document: true,
  objectorName: true,
  objectionWords: true,
};
const staying = Object.values(acts)
  .flatMap((fields) => Object.entries<Field>(fields))
  .filter(([, { kind }]) => kind in stays)
  .map(([name]) => name);

/** The codes, ids, dates and numbers of an act, which travel as they are; what was left out is left out here too. */
export function codesOf(input: ActInput): ActCodes {
  const travel = Object.entries(input).filter(([name, value]) => value !== undefined && !staying.includes(name));
  return Object.fromEntries(travel.map(([name, value]) => [name === 'attachment' ? 'file' : name, value]));
}
