import { applies } from './compile.ts';
import { addYears, type IsoDate } from './dates.ts';
import type { ApplicantFacts, PersonStatus } from './facts.ts';
import type { AuthorityRule, EligibilityRule, Programme, Requirement, Series } from './programme.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Text } from './text.ts';

/** What is asked of a person before an application may begin; no personal data. */
export type EligibilityFacts = ApplicantFacts & {
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
};

/** Looks at every rule of applying; `asOf` is the business date from which an examination result is counted back. */
export function mayApply(programme: Programme, facts: EligibilityFacts, asOf: IsoDate): Eligibility {
  const offer = offered(programme, facts);
  const rule = offer.some((each) => each.outcome === 'notMet') ? undefined : authorityFor(programme, facts);
  const findings = [...offer, ...(rule ? reviewedBy(rule) : []), ...conditions(programme, facts, asOf)];
  const sealing = programme.sealing.find((each) => each.employerClasses.includes(facts.employerClass));
  return {
    eligible: verdict(findings),
    findings,
    office: rule?.decision === 'here' ? programme.office : null,
    sealingAuthority: sealing?.authority ?? null,
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

/** The first line of the authority table that fits (LN-2). */
function authorityFor(programme: Programme, facts: EligibilityFacts): AuthorityRule | undefined {
  const series = programme.series.find((each) => each.key === facts.series);
  const specialtyClass = series?.specialties.find((each) => each.key === facts.specialty)?.class ?? '';
  return programme.authorities.find(
    (rule) =>
      rule.specialtyClasses.includes(specialtyClass) &&
      rule.levels.includes(facts.level) &&
      rule.employerClasses.includes(facts.employerClass),
  );
}

function reviewedBy(rule: AuthorityRule): Finding[] {
  const readings = rule.readings ?? [];
  return rule.clauses.map((clause): Finding => {
    if (rule.decision === 'here') {
      const message = { zh: '属于本评委会评审权限。', en: 'This committee reviews the application.' };
      return { clause, outcome: 'met', code: 'REFERRED_ELSEWHERE', message, readings };
    }
    if (rule.decision === 'afterDelegation') {
      const message = {
        zh: '中直单位、外省市人员须办理委托评审；本系统尚不支持在线办理，请联系评委会办公室。',
        en: 'People of central units and other provinces need a delegated review, which is not yet offered online here; please contact the committee office.',
      };
      return { clause, outcome: 'notMet', code: 'NOT_OFFERED', message, readings };
    }
    const message = {
      zh: `按照评审权限，由${rule.referTo?.zh ?? '其他部门'}负责评审。`,
      en: `This application is reviewed by ${rule.referTo?.en ?? 'another authority'}.`,
    };
    return { clause, outcome: 'notMet', code: 'REFERRED_ELSEWHERE', message, readings };
  });
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
