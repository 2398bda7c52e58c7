import type { MaterialFinding } from '../case/check-results.ts';
import { clauseSatisfied } from '../clause.ts';
import { applies } from '../programme/condition.ts';
import type { Role } from '../programme/facts.ts';
import type { ContentRule, MaterialCheck, MaterialRule } from '../programme/materials/materials.ts';
import {
  achievements,
  afterCurrentTitle,
  awardClass,
  awardWithoutCondition,
  conditions,
  contribution,
  cutOff,
  mapped,
  monthAndRole,
  paper,
  publicationRelation,
  relation,
  representative,
} from './checks/achievement-checks.ts';
import type { CheckInput, Checks } from './checks/checked-input.ts';
import {
  continuingEducation,
  educationFormOfYear,
  educationReport,
  examination,
  highestEducation,
} from './checks/education-checks.ts';
import {
  evidenceChain,
  formalDate,
  publicationDate,
  retrieval,
  roleShown,
  searchCertificate,
  searchPage,
} from './checks/evidence-checks.ts';
import type { Problem } from './checks/finding.ts';
import {
  attachment,
  cover,
  gregorianDates,
  parts,
  photo,
  pledge,
  secrets,
  statement,
  summary,
} from './checks/form-checks.ts';
import { plausible } from './checks/plausibility-checks.ts';
import { isPublication, type MaterialContent } from './content.ts';
import { removableParts } from './named-items.ts';

/** An attestation by an action: the role `by` in which it was done, and the clauses of the checks confirmed with it. */
export type Attestation = { readonly by: Role; readonly clauses: readonly string[] };

type Attested = Extract<MaterialCheck, { readonly kind: 'attested' }>;

/**
 * The material rules that apply to an applicant, without those for material that must not be requested (DL-1.4-a, LN-8.4-a, LYG-5.5-c, DL-2.3.3-e).
 */
export function materialsFor(materials: readonly MaterialRule[], facts: CheckInput['facts']): MaterialRule[] {
  const mine = materials.filter((rule) => applies(rule.when, facts));
  return mine.filter((rule) =>
    mine.every(
      ({ clause, check }) =>
        check.kind !== 'mustNotBeDemanded' || clauseSatisfied(clause, !isDemanded(rule, check.demands)),
    ),
  );
}

const isDemanded = ({ check }: MaterialRule, demands: readonly string[]): boolean =>
  check.kind === 'required' && demands.includes(check.of === 'attachment' ? check.file : check.of);

/** Checks the content against all material rules of a programme, without the items removed during publicity (LN-5.4-g). */
export function completeness(
  materials: readonly MaterialRule[],
  input: CheckInput & { readonly removedItems: readonly string[]; readonly attestations: readonly Attestation[] },
): MaterialFinding[] {
  const content = withoutRemoved(input.content, input.removedItems);
  const mine = materialsFor(materials, input.facts);
  const byRules = mine.flatMap((rule) => {
    if (rule.check.kind === 'required') return required(rule, rule.check, { ...input, content });
    if (rule.check.kind === 'attested') return attested(rule, rule.check, content, input.attestations);
    return [];
  });
  // Who pledges that the material is true answers for entries that cannot all be true.
  const truth = mine.find(({ check }) => check.kind === 'required' && check.of === 'pledge');
  const { clause = '', readings = [] } = truth ?? {};
  const doubts = plausible({ ...input, content }).map((each) => ({ key: 'plausible', clause, readings, ...each }));
  return [
    ...byRules,
    ...doubts.filter((doubt) => !byRules.some(({ item, outcome }) => item === doubt.item && outcome === 'invalid')),
  ];
}

/** The findings that prevent a submission: missing or invalid items. */
export const blocking = (findings: readonly MaterialFinding[]): MaterialFinding[] =>
  findings.filter(({ outcome }) => outcome === 'missing' || outcome === 'invalid');

/** The content without the items that were removed: achievements by their ids, parts as a whole. */
export function withoutRemoved<C extends MaterialContent>(content: C, removed: readonly string[]): C {
  if (removed.length === 0) return content;
  const parts = removableParts.filter((part) => removed.includes(part));
  const left = Object.fromEntries(Object.entries(content).filter(([key]) => !parts.some((part) => part === key)));
  // Every part that can be removed is optional.
  return { ...(left as C), achievements: content.achievements.filter(({ id }) => !removed.includes(id)) };
}

function required(rule: MaterialRule, check: ContentRule, input: CheckInput): MaterialFinding[] {
  const problems = problemsOf(check, input);
  const { key, clause, readings = [], name } = rule;
  if (clauseSatisfied(clause, problems.length === 0))
    return [{ key, clause, readings, item: '/', outcome: 'ok', message: name }];
  return problems.map((problem) => ({ key, clause, readings, ...problem }));
}

function attested(
  { key, clause, readings = [], name }: MaterialRule,
  { by, concerns }: Attested,
  content: MaterialContent,
  attestations: readonly Attestation[],
): MaterialFinding[] {
  if (!concernsContent(concerns, content)) return [];
  const done = attestations.some((each) => each.by === by && each.clauses.includes(clause));
  const outcome = clauseSatisfied(clause, done) ? 'ok' : 'needsAttestation';
  return [{ key, clause, readings, item: '/', outcome, message: name }];
}

function concernsContent(concerns: Attested['concerns'], content: MaterialContent): boolean {
  if (concerns === 'publications') return content.achievements.some(isPublication);
  if (concerns === 'educationOutsideChsi')
    return content.education?.some(({ verifiedBy }) => verifiedBy === 'graduationRegister') ?? false;
  return true;
}

const checks: Checks = {
  summary,
  parts,
  gregorianDates,
  photo,
  statement,
  pledge,
  secrets,
  cover,
  attachment,
  highestEducation,
  educationReport,
  educationFormOfYear,
  continuingEducation,
  examination,
  achievements,
  paper,
  cutOff,
  afterCurrentTitle,
  contribution,
  awardClass,
  relation,
  representative,
  monthAndRole,
  mapped,
  conditions,
  awardWithoutCondition,
  publicationRelation,
  formalDate,
  publicationDate,
  searchPage,
  retrieval,
  searchCertificate,
  evidenceChain,
  roleShown,
};

/** The table has the function for each kind of rule, which the compiler cannot infer from the union. */
const problemsOf = (check: ContentRule, input: CheckInput): readonly Problem[] =>
  (checks[check.of] as (input: CheckInput, rule: ContentRule) => readonly Problem[])(input, check);
