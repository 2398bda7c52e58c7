import { namesOf } from '../../domain/eligibility/may-apply.ts';
import { applies } from '../../domain/programme/condition.ts';
import type { EligibilityRule, Requirement } from '../../domain/programme/eligibility.ts';
import type { ApplicantFacts, Role } from '../../domain/programme/facts.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { StageDef } from '../../domain/programme/stages.ts';
import { authorityRuleOf } from '../../domain/routing/routing.ts';
import { requestedChecks } from '../../domain/stages/asked-checks.ts';
import type { StagePath } from './offered-facts.ts';

/** Something that is said to be attested: by whom, by which rule, and of whose roads. */
type Said = {
  readonly what: string;
  readonly by: Role;
  readonly clause: string;
  readonly concerns: (facts: ApplicantFacts) => boolean;
};

/** What an answer or a list of material says to be attested by somebody whom no check on the road ever asks for it, one sentence each. */
export function attesterProblems(programme: Programme, roads: readonly StagePath[]): string[] {
  const here = roads.filter(({ facts }) => !turnedAway(programme, facts));
  const asked = asking();
  return [...saidOfPersons(programme), ...saidOfMaterials(programme), ...saidOfLetters(programme)].flatMap(
    ({ what, by, clause, concerns }) => {
      const road = here.find(({ facts, stages }) => concerns(facts) && !asked(stages).has(`${by} ${clause}`));
      if (!road) return [];
      const { series, specialty, level, track, employerClass } = road.facts;
      const whose = `${series} ${specialty} ${level} ${track} of ${employerClass}`;
      return [`${what} is attested by ${by}, but no check asks ${by} about ${clause} for ${whose}`];
    },
  );
}

/** What can come to be attested, by its kind; the others are counted or told. */
const attestable: { readonly [K in Requirement['kind']]?: (requires: Extract<Requirement, { kind: K }>) => boolean } = {
  attestation: () => true,
  employment: () => true,
  inService: () => true,
  noDiscipline: ({ institutions }) => institutions !== undefined,
  origin: ({ documents }) => documents === undefined,
  yearsInProvince: () => true,
  yearsInCity: () => true,
  directTitle: () => true,
  seniority: ({ held }) => held === undefined,
  transferAssessed: () => true,
  titleFromElsewhere: () => true,
  educationRecognised: () => true,
  professionalHours: () => true,
  examValid: ({ years }) => years === undefined,
  examCertificate: () => true,
  transition: () => true,
  designationByStandard: () => true,
  designation: () => true,
};

/** Whether the answer to a rule may be that somebody attests it. */
export function mayBeAttested({ requires }: EligibilityRule): boolean {
  const of = attestable[requires.kind] as ((requires: Requirement) => boolean) | undefined;
  return of?.(requires) ?? false;
}

function saidOfPersons(programme: Programme): Said[] {
  return programme.eligibility.filter(mayBeAttested).flatMap(({ key, clause, attestedBy, when, requires }) => {
    if (attestedBy === undefined) return [];
    const names = 'names' in requires ? requires.names : undefined;
    const named = (facts: ApplicantFacts) => names?.some((name) => namesOf(programme, facts).includes(name)) ?? true;
    const ofLevel = (facts: ApplicantFacts) => requires.kind !== 'designation' || requires.level === facts.level;
    const concerns = (facts: ApplicantFacts) => applies(when, facts) && ofLevel(facts) && named(facts);
    return [{ what: key, by: attestedBy, clause, concerns }];
  });
}

const saidOfMaterials = ({ materials = [] }: Programme): Said[] =>
  materials.flatMap(({ key, clause, when, check }) =>
    check.kind === 'attested'
      ? [{ what: key, by: check.by, clause, concerns: (facts: ApplicantFacts) => applies(when, facts) }]
      : [],
  );

/** Where a letter of delegation is waited for, the committee's office attests that it came; which committee it is, is found by an act of its own. */
function saidOfLetters(programme: Programme): Said[] {
  return programme.authorities
    .filter(({ decision }) => decision === 'afterDelegation')
    .flatMap((rule) =>
      rule.clauses.map((clause) => ({
        what: 'the letter of delegation',
        by: 'committeeOffice' as const,
        clause,
        concerns: (facts: ApplicantFacts) => authorityRuleOf(programme, facts) === rule,
      })),
    );
}

/** Nobody goes on a road on which a rule takes nobody. */
const turnedAway = ({ eligibility }: Programme, facts: ApplicantFacts): boolean =>
  eligibility.some(({ requires, when }) => requires.kind === 'notHere' && applies(when, facts));

/** Who is asked what on a road, each list of stages looked at once. */
function asking(): (stages: readonly StageDef[]) => ReadonlySet<string> {
  const known = new Map<readonly StageDef[], ReadonlySet<string>>();
  return (stages) => {
    const found =
      known.get(stages) ??
      new Set(
        stages.flatMap(requestedChecks).flatMap(({ by, check }) => check.clauses.map((clause) => `${by} ${clause}`)),
      );
    known.set(stages, found);
    return found;
  };
}
