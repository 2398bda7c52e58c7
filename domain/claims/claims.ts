import { roleLabels } from '../access/role-labels.ts';
import type { CaseState } from '../case/case.ts';
import type { CommandData } from '../case/commands/commands.ts';
import { stageIndex } from '../case/plan/compiled-stages.ts';
import { normalForm } from '../normal-form.ts';
import { applies } from '../programme/condition.ts';
import type { ApplicantFacts, Role } from '../programme/facts.ts';
import type { ClaimKind, ClaimRule, Plan, Programme } from '../programme/programme.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Text } from '../text.ts';

/** A claim of an application: it is exclusive, or shared only with applications that claim the same value. */
export type Claim = {
  readonly kind: ClaimKind | 'certificateNumber';
  readonly sharedWithin?: ClaimRule['sharedWithin'];
  readonly key: string;
  readonly value: string;
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
  /** The role that may allow an application although another holds the claim. */
  readonly overriddenBy?: Role;
  /** The decision by which the claim is shared with its present holder. */
  readonly override?: string;
};

/** The claimant of an application. `identity` is the keyed hash of the person's identity number; `world` separates clock worlds. */
export type Claimant = {
  readonly no: string;
  readonly world: string | null;
  readonly identity: string;
  readonly unit: string;
  readonly facts: ApplicantFacts;
};

/** The claims of a first submission. Two rows with one key conflict when their values differ. */
export function claimsOf({ id, claims }: Pick<Programme, 'id' | 'claims'>, claimant: Claimant): Claim[] {
  const mine = claims.filter(({ when }) => applies(when, claimant.facts));
  return mine.map((rule) => ({
    kind: rule.kind,
    ...(rule.sharedWithin ? { sharedWithin: rule.sharedWithin } : {}),
    clauses: rule.clauses,
    readings: rule.readings,
    ...(rule.overriddenBy ? { overriddenBy: rule.overriddenBy } : {}),
    key: [claimant.world ?? 'real', id, ...subjectOf(rule.kind, claimant)].join(':'),
    value: sharedValue(rule, claimant),
  }));
}

type Certificate = Pick<Claimant, 'no' | 'world'> & {
  readonly programme: string;
  readonly number: string;
  readonly clauses: readonly string[];
};

/** The claim on the number of a certificate: within a programme it is given once, and released only where a recorded number is corrected. */
export const certificateClaim = ({ no, world, programme, number, clauses }: Certificate): Claim => ({
  kind: 'certificateNumber',
  key: [world ?? 'real', programme, normalForm(number).toUpperCase()].join(':'),
  value: no,
  clauses,
  readings: [],
});

/** The value that other applications under the same key may share: their committee, or their series and specialty; an application's own number with nobody. */
function sharedValue({ kind, sharedWithin }: ClaimRule, { no, facts }: Claimant): string {
  if (kind === 'committeeOfLevel' || kind === 'committeeOfUnit') return facts.committee ?? 'none';
  return sharedWithin === 'specialty' ? `${facts.series}/${facts.specialty}` : no;
}

function subjectOf(kind: ClaimKind, { identity, unit, facts }: Claimant): string[] {
  switch (kind) {
    case 'applicationOfYear':
      return [identity];
    case 'applicationOfLevel':
      return [identity, facts.series, facts.specialty, facts.level];
    case 'committeeOfLevel':
      return [identity, facts.level];
    case 'committeeOfUnit':
      return [unit, facts.series, facts.specialty, facts.level];
  }
}

const taken: Readonly<Record<Claim['kind'] | 'specialtyOfYear', Text>> = {
  certificateNumber: {
    zh: '该证书管理号已用于另一份申报，请核对。',
    en: 'Another application was certified with this number; check it.',
  },
  applicationOfYear: {
    zh: '本年度已有申报，不得重复申报。',
    en: 'There is already an application this year; a person applies once.',
  },
  specialtyOfYear: {
    zh: '本年度已申报其他系列（专业），同一年度不得同时申报两个系列（专业）职称。',
    en: 'There is an application in another series or specialty this year; in one year a person may not apply in two.',
  },
  applicationOfLevel: {
    zh: '本年度已申报同一专业同一层级，不得重复申报。',
    en: 'There is already an application for this specialty and level this year.',
  },
  committeeOfLevel: {
    zh: '同一年度同一层级只能向一个评委会申报。',
    en: 'In one year a person applies to only one committee at a level.',
  },
  committeeOfUnit: {
    zh: '同一单位申报同系列（专业）同级别的人员，应报送同一评委会，不得多头报送。',
    en: 'Applicants of one unit for the same series and level are reported to the same committee.',
  },
};

/** Refuses an application because another holds its claim; `claim` is the one in conflict. The refusal names who may allow it nevertheless. */
export function claimTaken(claim: Omit<Claim, 'kind'> & { readonly kind: string }): Refusal {
  const { kind, sharedWithin, clauses, readings, overriddenBy } = claim;
  const about = sharedWithin === 'specialty' ? 'specialtyOfYear' : kind;
  const message = Object.entries(taken).find(([known]) => known === about)?.[1] ?? taken.applicationOfYear;
  if (!overriddenBy) return refuse('CLAIM_TAKEN', message, { clauses, readings, details: { kind } });
  const who = roleLabels[overriddenBy];
  const way = {
    zh: `${message.zh}确有特殊情况的，须经${who.zh}批准。`,
    en: `${message.en} ${who.en} may allow it in a special case, with a reason.`,
  };
  return refuse('CLAIM_TAKEN', way, { clauses, readings, details: { kind, overriddenBy } });
}

/**
 * Whether an action reopens an ended application. Claims released meanwhile must be acquired again, otherwise the action is refused (A-10, A-12,
 *
 */
export const reopens = (action: string, { upheld }: Pick<CommandData, 'upheld'>): boolean =>
  action === 'acceptLate' || action === 'grantAttempt' || (action === 'concludeRecheck' && upheld === true);

/** The kinds of claims released with this case: an application that ended before review releases the year. */
export function claimsEnded(state: Pick<CaseState, 'ended' | 'attempts' | 'plan' | 'furthest'>): string[] {
  const { ended, plan } = state;
  if (!ended || !plan) return [];
  return plan.claims
    .filter((claim) => claim.freedBy?.includes(ended.outcome) || !usedUp(state, plan, claim))
    .map(({ kind }) => kind);
}

/**
 * Whether the application has used up the year: where submissions are counted, one counted submission is enough, also if the application later
 * returned to an earlier stage; otherwise the stage `keptFrom` must have been reached.
 */
function usedUp(state: Pick<CaseState, 'ended' | 'attempts' | 'furthest'>, plan: Plan, claim: ClaimRule): boolean {
  const kept = stageIndex(plan, claim.keptFrom);
  const counted = plan.stages.some((stage) => stage.kind === 'review' && stage.submission);
  if (!counted) return (state.furthest ?? 0) >= kept;
  if (state.attempts.used > 0) return true;
  return state.ended?.outcome !== 'WITHDRAWN' && stageIndex(plan, state.ended?.stage ?? '') >= kept;
}
