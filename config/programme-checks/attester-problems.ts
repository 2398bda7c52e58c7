import { namesOf } from '../../domain/eligibility/may-apply.ts';
import { applies } from '../../domain/programme/condition.ts';
import type { EligibilityRule, Requirement } from '../../domain/programme/eligibility.ts';
import type { ApplicantFacts, Role } from '../../domain/programme/facts.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { StageDef } from '../../domain/programme/stages/stages.ts';
import { authorityRuleOf } from '../../domain/routing/routing.ts';
import { requestedChecks } from '../../domain/stages/asked-checks.ts';
import type { StagePath } from './offered-facts.ts';

/** An attestation that the data require: by which role, by which clause, and to which applicants it applies. */
type RequiredAttestation = {
  readonly what: string;
  readonly by: Role;
  readonly clause: string;
  readonly concerns: (facts: ApplicantFacts) => boolean;
};

/** Finds attestations that the data require but that no check on the stage path requests from that role, one sentence each. */
export function attesterProblems(programme: Programme, stagePaths: readonly StagePath[]): string[] {
  const offered = stagePaths.filter(({ facts }) => !isExcluded(programme, facts));
  const asked = requestedOn();
  return [
    ...personAttestations(programme),
    ...materialAttestations(programme),
    ...letterAttestations(programme),
  ].flatMap(({ what, by, clause, concerns }) => {
    const stagePath = offered.find(({ facts, stages }) => concerns(facts) && !asked(stages).has(`${by} ${clause}`));
    if (!stagePath) return [];
    const { series, specialty, level, track, employerClass } = stagePath.facts;
    const whose = `${series} ${specialty} ${level} ${track} of ${employerClass}`;
    return [`${what} is attested by ${by}, but no check asks ${by} about ${clause} for ${whose}`];
  });
}

/** The kinds of requirements whose answer may be an attestation; the others are counted or stated. */
const attestable: { readonly [K in Requirement['kind']]?: (requires: Extract<Requirement, { kind: K }>) => boolean } = {
  attestation: () => true,
  specialPath: ({ elsewhere }) => !elsewhere,
  notUsedBefore: () => true,
  employment: () => true,
  inService: () => true,
  noDiscipline: ({ institutions }) => institutions !== undefined,
  origin: ({ documents }) => documents === undefined,
  yearsInProvince: () => true,
  yearsInCity: () => true,
  freedomAfterYears: () => true,
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

/** Whether the answer to a rule may be an attestation. */
export function mayBeAttested({ requires }: EligibilityRule): boolean {
  const of = attestable[requires.kind] as ((requires: Requirement) => boolean) | undefined;
  return of?.(requires) ?? false;
}

function personAttestations(programme: Programme): RequiredAttestation[] {
  return programme.eligibility.filter(mayBeAttested).flatMap(({ key, clause, attestedBy, when, requires }) => {
    if (attestedBy === undefined) return [];
    const names = 'names' in requires ? requires.names : undefined;
    const named = (facts: ApplicantFacts) => names?.some((name) => namesOf(programme, facts).includes(name)) ?? true;
    const ofLevel = (facts: ApplicantFacts) => requires.kind !== 'designation' || requires.level === facts.level;
    const concerns = (facts: ApplicantFacts) => applies(when, facts) && ofLevel(facts) && named(facts);
    return [{ what: key, by: attestedBy, clause, concerns }];
  });
}

const materialAttestations = ({ materials = [] }: Programme): RequiredAttestation[] =>
  materials.flatMap(({ key, clause, when, check }) =>
    check.kind === 'attested'
      ? [{ what: key, by: check.by, clause, concerns: (facts: ApplicantFacts) => applies(when, facts) }]
      : [],
  );

/**
 * The attestations of delegation letters: the committee's office attests that the letter arrived. The assignment of a committee is an action of its
 * own and not included.
 */
function letterAttestations(programme: Programme): RequiredAttestation[] {
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

/** Whether a rule excludes every applicant with these facts, so that nobody follows the stage path. */
const isExcluded = ({ eligibility }: Programme, facts: ApplicantFacts): boolean =>
  eligibility.some(({ requires, when }) => requires.kind === 'notHere' && applies(when, facts));

/** The checks requested on a stage path, by role and clause; computed once for each list of stages. */
function requestedOn(): (stages: readonly StageDef[]) => ReadonlySet<string> {
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
