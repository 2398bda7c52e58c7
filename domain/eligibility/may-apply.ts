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

/** Whether someone may apply, by which rules, and who would review and seal (LN-1, LN-2, LN-5.6-c). */
export type Eligibility = {
  readonly eligible: 'yes' | 'no' | 'needsAttestation' | 'notToldYet';
  readonly findings: readonly Finding[];
  /** Null where the application is not offered at all. */
  readonly route: Route | null;
  readonly office: string | null;
  readonly sealingAuthority: string | null;
};

/** Looks at every rule of applying on a business date; the same for a question, a draft and a first submission. */
export function mayApply(programme: Programme, facts: EligibilityFacts, asOf: IsoDate): Eligibility {
  const offer = offered(programme, facts);
  const route = offer.some((each) => each.outcome === 'notMet') ? null : routeOf(programme, facts);
  const asked = conditions(programme, facts, asOf);
  // Nobody is sent to look for a committee where there is no review at all.
  const notReviewed = asked.some(({ code, outcome }) => code === 'NOT_OFFERED' && outcome === 'notMet');
  const way = route && !(notReviewed && route.decision === 'manual') ? reviewersOf(programme, facts, route) : [];
  const findings = [...offer, ...way, ...asked];
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
 * The refusal that stands against applying, or null: what is not offered at all goes before the person's own conditions, then comes who else would
 * review, and last what must be told first.
 */
export function eligibilityRefusal(result: Eligibility): Refusal | null {
  const notMet = result.findings.filter(({ outcome }) => outcome === 'notMet');
  const untold = result.findings.filter(({ outcome, mustBeTold }) => mustBeTold && outcome === 'notToldYet');
  const unmet = [...notMet, ...untold];
  const code = gravest(notMet);
  if (code) return refusalOf(code, unmet);
  // Nobody keeps such a case here: the title authority finds the committee first, whatever is still to be told.
  const elsewhere = result.findings.filter((finding) => finding.code === 'REFERRED_ELSEWHERE');
  if (result.office === null) return refusalOf('REFERRED_ELSEWHERE', elsewhere);
  const missing = gravest(untold);
  return missing ? refusalOf(missing, untold) : null;
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
      en: `${missing ? 'This must be told first: ' : ''}${messages.map(({ en }) => en).join(' ')}`,
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

/** The conditions that concern this person, each looked at. */
function conditions(programme: Programme, facts: EligibilityFacts, asOf: IsoDate): Finding[] {
  const { eligibility: rules, timeline, year } = programme;
  const context = { facts, asOf, year, rules, cutOffs: timeline.cutOffs, names: namesOf(programme, facts) };
  return findingsOf(rules, context);
}

/** What came of each rule that concerns the person. */
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

/** The whole Chinese names of the series and the specialty: without the word for series, and without the level that a plan prints behind. */
export function namesOf({ series }: Pick<Programme, 'series'>, facts: EligibilityFacts): string[] {
  const mine = series.find((each) => each.key === facts.series);
  const specialty = mine?.specialties.find((each) => each.key === facts.specialty);
  return [mine?.name.zh, specialty?.name.zh]
    .filter((name) => name !== undefined)
    .map((name) => name.replace(/系列$/, '').replace(/[（(](?:含)?(?:正|副)?高级[）)]$/, ''));
}
