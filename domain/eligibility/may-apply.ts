import type { IsoDate } from '../calendar/dates.ts';
import { applies } from '../programme/condition.ts';
import type { EligibilityRule } from '../programme/eligibility.ts';
import type { Programme } from '../programme/programme.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Route, routeOf } from '../routing/routing.ts';
import type { Context } from './answer.ts';
import { answerTo } from './answers.ts';
import type { EligibilityFacts } from './facts.ts';
import type { Finding, RefusalOfFinding } from './finding.ts';
import { formFactUsedBy } from './form-fact-of-requirement.ts';
import { firstReviewedBy, offered, reviewedBy } from './offer.ts';
import { worded } from './wording.ts';

/** Whether an applicant may apply, by which rules, and who would review and seal (LN-1, LN-2, LN-5.6-c). */
export type Eligibility = {
  readonly eligible: 'yes' | 'no' | 'needsAttestation' | 'notToldYet';
  readonly findings: readonly Finding[];
  /** Null when the application is not offered. */
  readonly route: Route | null;
  readonly office: string | null;
  readonly sealingAuthority: string | null;
};

/** Evaluates every condition of applying on a business date, in the same way for a question, a draft and a first submission. */
export function mayApply(programme: Programme, facts: EligibilityFacts, asOf: IsoDate): Eligibility {
  const offer = offered(programme, facts);
  const route = offer.some((each) => each.outcome === 'notMet') ? null : routeOf(programme, facts);
  const asked = conditions(programme, facts, asOf);
  // The applicant is not asked to contact the title office for a committee when the title is not reviewed.
  const notReviewed = asked.some(({ code, outcome }) => code === 'NOT_OFFERED' && outcome === 'notMet');
  const reviewers = route && !(notReviewed && route.decision === 'manual') ? reviewersOf(programme, facts, route) : [];
  const findings = [...offer, ...reviewers, ...asked];
  return {
    eligible: verdict(findings),
    findings,
    route,
    office: route?.office ?? null,
    sealingAuthority: route?.authority ?? null,
  };
}

const reviewersOf = (programme: Programme, facts: EligibilityFacts, route: Route): Finding[] => [
  ...reviewedBy(route),
  ...firstReviewedBy(programme, facts, route),
];

/**
 * The refusal to apply, or null. An application that is not offered is refused first, then the applicant's own conditions, then a review by another
 * authority, and last missing facts.
 */
export function eligibilityRefusal(result: Eligibility): Refusal | null {
  const notMet = result.findings.filter(({ outcome }) => outcome === 'notMet');
  const notStated = result.findings.filter(({ outcome, mustBeTold }) => mustBeTold && outcome === 'notToldYet');
  const unmet = [...notMet, ...notStated];
  const code = gravest(notMet);
  if (code) return refusalOf(code, unmet);
  // No office can be in charge yet: the title office assigns the committee first, whatever facts are still missing.
  const elsewhere = result.findings.filter((finding) => finding.code === 'REFERRED_ELSEWHERE');
  if (result.office === null) return refusalOf('REFERRED_ELSEWHERE', elsewhere);
  const missing = gravest(notStated);
  return missing ? refusalOf(missing, notStated) : null;
}

const gravest = (findings: readonly Finding[]): RefusalOfFinding | undefined =>
  (['NOT_OFFERED', 'NOT_ELIGIBLE', 'REFERRED_ELSEWHERE'] as const).find((code) =>
    findings.some((finding) => finding.code === code),
  );

function refusalOf(code: RefusalOfFinding, unmet: readonly Finding[]): Refusal {
  const grounds = unmet.filter((finding) => finding.code === code);
  const messages = [...new Map(grounds.map(({ message }) => [message.zh, message])).values()];
  const missing = grounds.every(({ outcome }) => outcome === 'notToldYet');
  return refuse(
    code,
    {
      zh: `${missing ? '须先填报：' : ''}${messages.map(({ zh }) => zh).join('')}`,
      en: `${missing ? 'This must be stated first: ' : ''}${messages.map(({ en }) => en).join(' ')}`,
    },
    {
      clauses: [...new Set(grounds.map(({ clause }) => clause))],
      readings: [...new Set(grounds.flatMap(({ readings }) => readings))],
      details: { findings: unmet },
    },
  );
}

function verdict(findings: readonly Finding[]): Eligibility['eligible'] {
  const has = (outcome: Finding['outcome']) => findings.some((finding) => finding.outcome === outcome);
  if (has('notMet')) return 'no';
  if (has('notToldYet')) return 'notToldYet';
  return has('needsAttestation') ? 'needsAttestation' : 'yes';
}

/** The findings of the conditions that apply to this applicant. */
function conditions(programme: Programme, facts: EligibilityFacts, asOf: IsoDate): Finding[] {
  const { eligibility: rules, timeline, year } = programme;
  const context = { facts, asOf, year, rules, cutOffs: timeline.cutOffs, names: namesOf(programme, facts) };
  return findingsOf(rules, context);
}

/** Evaluates each rule that applies to the applicant. */
export function findingsOf(rules: readonly EligibilityRule[], context: Context): Finding[] {
  return rules
    .filter((rule) => applies(rule.when, context.facts))
    .flatMap((rule) => {
      const answer = answerTo(rule.requires, context);
      if (!answer) return [];
      const { outcome, ask, counted } = answer;
      const { clause, readings = [], attestedBy = 'unitHr', mustBeTold } = rule;
      const message = worded(rule, context);
      const fact = formFactUsedBy[rule.requires.kind];
      return {
        clause,
        outcome,
        message,
        readings,
        code: codeOf(rule),
        ...(outcome === 'needsAttestation' ? { attestedBy } : {}),
        ...(ask ? { ask } : {}),
        ...(counted ? { counted } : {}),
        ...(mustBeTold ? { mustBeTold } : {}),
        ...(fact ? { fact } : {}),
      };
    });
}

function codeOf({ requires }: EligibilityRule): RefusalOfFinding {
  return requires.kind === 'notHere' || requires.kind === 'notExamined' ? 'NOT_OFFERED' : 'NOT_ELIGIBLE';
}

/** The complete Chinese names of the series and the specialty, without the word 系列 and without the level that a plan prints after them. */
export function namesOf({ series }: Pick<Programme, 'series'>, facts: EligibilityFacts): string[] {
  const mine = series.find((each) => each.key === facts.series);
  const specialty = mine?.specialties.find((each) => each.key === facts.specialty);
  return [mine?.name.zh, specialty?.name.zh]
    .filter((name) => name !== undefined)
    .map((name) => name.replace(/系列$/, '').replace(/[（(](?:含)?(?:正|副)?高级[）)]$/, ''));
}
