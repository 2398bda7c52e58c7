import { applies } from './compile.ts';
import { addYears, type IsoDate } from './dates.ts';
import type { PersonStatus } from './facts.ts';
import type { EligibilityRule, Programme, Requirement, Series } from './programme.ts';
import { type Refusal, refuse } from './refusal.ts';
import { type Route, type RoutingFacts, routeOf } from './routing.ts';
import type { Text } from './text.ts';

/** What is asked of a person before an application may begin; no personal data. */
export type EligibilityFacts = RoutingFacts & {
  readonly status: PersonStatus;
  readonly hasEmployment: boolean;
  /** Whole years of work in the province, of freelancers. */
  readonly yearsInProvince?: number;
  /** When the national examination was passed, where the programme asks for it. */
  readonly examPassedOn?: IsoDate;
};

type RefusalOfFinding = 'NOT_ELIGIBLE' | 'NOT_OFFERED' | 'REFERRED_ELSEWHERE';

/** One rule looked at: what it asks, whether it is met; `code` says how a rule that is not met is refused. */
export type Finding = {
  readonly clause: string;
  readonly outcome: 'met' | 'notMet' | 'needsAttestation';
  readonly code: RefusalOfFinding;
  readonly message: Text;
  readonly readings: readonly string[];
};

/** Whether someone may apply, by which rules, and who would review and seal (LN-1, LN-2, LN-5.6-c). */
export type Eligibility = {
  readonly eligible: 'yes' | 'no' | 'needsAttestation';
  readonly findings: readonly Finding[];
  readonly office: string | null;
  readonly sealingAuthority: string | null;
  /** The whole way of the application; null where the notice does not cover it. */
  readonly route: Route | null;
};

/** Looks at every rule of applying; `asOf` is the business date from which an examination result is counted back. */
export function mayApply(programme: Programme, facts: EligibilityFacts, asOf: IsoDate): Eligibility {
  const offer = offered(programme, facts);
  const route = offer.some((each) => each.outcome === 'notMet') ? null : routeOf(programme, facts);
  const findings = [...offer, ...(route ? reviewedBy(route) : []), ...conditions(programme, facts, asOf)];
  return {
    eligible: verdict(findings),
    findings,
    office: route?.decision === 'here' || route?.decision === 'province' ? route.office : null,
    sealingAuthority: route?.authority ?? null,
    route,
  };
}

/** The refusal that stands against applying, or null; what is not offered at all goes before the person's own conditions. */
export function eligibilityRefusal(result: Eligibility): Refusal | null {
  const unmet = result.findings.filter((finding) => finding.outcome === 'notMet');
  const order: readonly RefusalOfFinding[] = ['NOT_OFFERED', 'NOT_ELIGIBLE', 'REFERRED_ELSEWHERE'];
  const code = order.find((each) => unmet.some((finding) => finding.code === each));
  if (!code) return null;
  const grounds = unmet.filter((finding) => finding.code === code);
  const messages = [...new Map(grounds.map(({ message }) => [message.zh, message])).values()];
  return refuse(
    code,
    { zh: messages.map(({ zh }) => zh).join(''), en: messages.map(({ en }) => en).join(' ') },
    {
      clauses: [...new Set(grounds.map(({ clause }) => clause))],
      readings: [...new Set(grounds.flatMap(({ readings }) => readings))],
      details: { findings: unmet },
    },
  );
}

function verdict(findings: readonly Finding[]): Eligibility['eligible'] {
  if (findings.some((finding) => finding.outcome === 'notMet')) return 'no';
  return findings.some((finding) => finding.outcome === 'needsAttestation') ? 'needsAttestation' : 'yes';
}

/** Whether the notice covers the series, the specialty and the level at all. */
function offered(programme: Programme, facts: EligibilityFacts): Finding[] {
  const series = programme.series.find((each) => each.key === facts.series);
  const specialty = series?.specialties.find((each) => each.key === facts.specialty);
  if (!series || !specialty) {
    const message = {
      zh: '本通知不含所申报的系列或专业。',
      en: 'This notice does not cover the series or specialty.',
    };
    return programme.scope.map((clause) => notOffered(clause, message));
  }
  if (!programme.tracks.includes(facts.track)) {
    const message = { zh: '本通知不开展此类申报。', en: 'This notice does not offer this way of applying.' };
    return programme.scope.map((clause) => notOffered(clause, message));
  }
  const missing = levelNotOffered(series, facts);
  if (missing.length > 0) return missing;
  if (!(specialty.levels ?? series.levels).includes(facts.level)) {
    const message = {
      zh: `“${specialty.name.zh}”专业不设所申报的层级。`,
      en: `The specialty “${specialty.name.en}” is not reviewed at this level.`,
    };
    return specialty.clauses.map((clause) => notOffered(clause, message));
  }
  return [];
}

function levelNotOffered(series: Series, facts: EligibilityFacts): Finding[] {
  const gap = series.notOffered;
  if (!gap?.levels.includes(facts.level)) return [];
  return gap.clauses.map((clause) => notOffered(clause, gap.message, gap.readings));
}

function notOffered(clause: string, message: Text, readings: readonly string[] = []): Finding {
  return { clause, outcome: 'notMet', code: 'NOT_OFFERED', message, readings };
}

const reviewedHere = { zh: '属于本评委会评审权限。', en: 'This committee reviews the application.' };
const reviewedByProvince = {
  zh: '由省级评委会评审，经本地逐级审核推荐后报送。',
  en: 'The committee of the province reviews the application; it is examined, recommended and reported from here.',
};
const delegatedElsewhere = {
  zh: '中直单位、外省市人员须办理委托评审；本系统尚不支持在线办理，请联系评委会办公室。',
  en: 'People of central units and other provinces need a delegated review, which is not yet offered online here; please contact the committee office.',
};

/** Who reviews, as findings: met where it is reviewed or reported from here. */
function reviewedBy({ decision, referTo, clauses, readings }: Route): Finding[] {
  const finding = (outcome: Finding['outcome'], message: Text): Finding[] =>
    clauses.map((clause) => ({
      ...{ clause, outcome, message, readings },
      code: decision === 'afterDelegation' ? 'NOT_OFFERED' : 'REFERRED_ELSEWHERE',
    }));
  switch (decision) {
    case 'here':
      return finding('met', reviewedHere);
    case 'province':
      return finding('met', reviewedByProvince);
    case 'afterDelegation':
      return finding('notMet', delegatedElsewhere);
    case 'elsewhere':
      return finding('notMet', {
        zh: `按照评审权限，由${referTo?.zh ?? '其他部门'}负责评审。`,
        en: `This application is reviewed by ${referTo?.en ?? 'another authority'}.`,
      });
    case 'manual':
      return finding('notMet', {
        zh: `现有资料不能确定受理的评委会，由${referTo?.zh ?? '职称主管部门'}人工确定。`,
        en: `The committee cannot be found in the data at hand; ${referTo?.en ?? 'the title authority'} finds it by hand.`,
      });
  }
}

/** The conditions that concern this person, each looked at. */
function conditions(programme: Programme, facts: EligibilityFacts, asOf: IsoDate): Finding[] {
  return programme.eligibility
    .filter((rule) => applies(rule.when, facts))
    .map((rule) => ({
      clause: rule.clause,
      outcome: outcomeOf(rule, facts, asOf),
      code: rule.requires.kind === 'notOnline' ? 'NOT_OFFERED' : 'NOT_ELIGIBLE',
      message: rule.message,
      readings: rule.readings ?? [],
    }));
}

function outcomeOf(rule: EligibilityRule, facts: EligibilityFacts, asOf: IsoDate): Finding['outcome'] {
  const answer = holds(rule.requires, facts, asOf);
  if (answer === null) return 'needsAttestation';
  return answer ? 'met' : 'notMet';
}

/** Whether the facts satisfy a requirement; null where somebody must attest it. */
function holds(requires: Requirement, facts: EligibilityFacts, asOf: IsoDate): boolean | null {
  const { examPassedOn, yearsInProvince } = facts;
  switch (requires.kind) {
    case 'employment':
      return facts.hasEmployment;
    case 'inService':
      return facts.status !== 'retired';
    case 'status':
      return facts.status !== requires.not;
    case 'yearsInProvince':
      return yearsInProvince === undefined ? null : yearsInProvince >= requires.years;
    case 'examPassed':
      return examPassedOn !== undefined && examPassedOn <= asOf;
    case 'examValid':
      return examPassedOn === undefined || addYears(examPassedOn, requires.years) >= asOf;
    case 'attestation':
      return null;
    case 'notOnline':
      return false;
  }
}
