import { stagePathOf } from '../../domain/case/plan/compile.ts';
import { type ApplicantFacts, type EmployerClass, employerClasses } from '../../domain/programme/facts.ts';
import type { AuthorityRule } from '../../domain/programme/offices.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { StageDef } from '../../domain/programme/stages/stages.ts';
import type { RoutingFacts } from '../../domain/routing/facts.ts';
import { authorityRuleOf, destinationOf } from '../../domain/routing/routing.ts';

/** A combination of facts that a programme offers, and the rule that routes it; undefined when none does. */
export type Offer = { readonly facts: RoutingFacts; readonly rule: AuthorityRule | undefined };

/** The facts of an accepted applicant, as far as they affect the stage path, and that stage path. */
export type StagePath = { readonly facts: ApplicantFacts; readonly stages: readonly StageDef[] };

/** All combinations that the programme offers and its routing can distinguish: one employer of each kind, in every place. */
export function offersOf(programme: Programme): Offer[] {
  const places = [undefined, ...(programme.territories ?? []).map(({ key }) => key)];
  const clients = programme.authorities.some((rule) => rule.agencyClient !== undefined) ? [false, true] : [false];
  const employers = distinctEmployers(programme);
  return whatIsOffered(programme).flatMap((offered) => {
    const narrowed = { ...programme, authorities: rulesFor(programme, offered) };
    return employers.flatMap((employerClass) =>
      places.flatMap((territory) =>
        clients.map((agencyClient) => {
          const facts = {
            ...offered,
            employerClass,
            agencyClient,
            ...(territory === undefined ? {} : { territory }),
          };
          return { facts, rule: authorityRuleOf(narrowed, facts) };
        }),
      ),
    );
  });
}

/** All combinations, without the rule that routes them. */
export const offeredFacts = (programme: Programme): RoutingFacts[] => offersOf(programme).map(({ facts }) => facts);

/** Returns the stage path of each applicant; applicants whom the stages do not distinguish share one list. */
export function stagePathFinder(programme: Programme): (facts: ApplicantFacts) => readonly StageDef[] {
  const conditions = conditionsOf(programme);
  const byKey = new Map<string, readonly StageDef[]>();
  return (facts) => {
    const key = conditionKey(facts, conditions);
    const stages = byKey.get(key) ?? stagePathOf(programme, facts);
    byKey.set(key, stages);
    return stages;
  };
}

/** The stage paths of accepted applicants, each once; applicants whom the stages do not distinguish share one. */
export function stagePathsOf(programme: Programme, offers: readonly Offer[]): StagePath[] {
  const conditions = conditionsOf(programme);
  const stagesOf = stagePathFinder(programme);
  const employed = (facts: ApplicantFacts) => (conditions.has('employerClasses') ? facts.employerClass : '');
  const stagePaths = new Map<string, StagePath>();
  for (const { facts, rule } of offers) {
    const destination = rule ? destinationOf[rule.decision] : null;
    if (destination === null) continue;
    const { series, specialty, level, track, employerClass } = facts;
    const mine = { series, specialty, level, track, employerClass, committee: rule?.committee ?? null, destination };
    const key = [series, specialty, level, track, mine.committee, destination, employed(facts)].join();
    if (stagePaths.has(key)) continue;
    stagePaths.set(key, { facts: mine, stages: stagesOf(mine) });
  }
  return [...stagePaths.values()];
}

const conditionNames = ['series', 'specialties', 'levels', 'committees', 'employerClasses'] as const;
type Conditions = ReadonlySet<(typeof conditionNames)[number]>;

/** The conditions that the stages, the conditions of applying and the material use, beside the track and the destination. */
function conditionsOf({ stages, eligibility, materials }: Programme): Conditions {
  const asked = JSON.stringify([stages, eligibility.map(({ when }) => when), materials?.map(({ when }) => when)]);
  return new Set(conditionNames.filter((name) => asked.includes(`"${name}":`)));
}

function conditionKey(facts: ApplicantFacts, conditions: Conditions): string {
  const { series, specialty, level, committee, employerClass } = facts;
  const values = {
    series,
    specialties: specialty,
    levels: level,
    committees: committee,
    employerClasses: employerClass,
  };
  const relevant = conditionNames.map((name) => (conditions.has(name) ? values[name] : ''));
  return [...relevant, facts.track, facts.destination].join();
}

/** One employer class for each group that no rule and no stage distinguishes. */
function distinctEmployers({ authorities, sealing, stages, eligibility, materials }: Programme): EmployerClass[] {
  const lists = employersNamed([authorities, sealing, stages, eligibility, materials]);
  const groups = employerClasses.map((each) => [lists.map((list) => list.includes(each)).join(), each] as const);
  return [...new Map(groups.toReversed()).values()];
}

/** All lists of employer classes anywhere in the data. */
function employersNamed(data: unknown): (readonly unknown[])[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, inner]: [string, unknown]) =>
    key === 'employerClasses' && Array.isArray(inner) ? [inner] : employersNamed(inner),
  );
}

type Offered = Omit<ApplicantFacts, 'employerClass'>;

/** The rules that can fit some employer in some place. */
function rulesFor({ authorities, series }: Programme, offered: Offered): AuthorityRule[] {
  const mine = series.find(({ key }) => key === offered.series);
  const specialtyClass = mine?.specialties.find(({ key }) => key === offered.specialty)?.class ?? '';
  return authorities.filter(
    (rule) =>
      (rule.specialtyClasses?.includes(specialtyClass) ?? true) &&
      (rule.series?.includes(offered.series) ?? true) &&
      (rule.specialties?.includes(offered.specialty) ?? true) &&
      (rule.levels?.includes(offered.level) ?? true) &&
      (rule.tracks?.includes(offered.track) ?? true),
  );
}

function whatIsOffered({ series, tracks }: Programme): Offered[] {
  return series.flatMap(({ key, levels, specialties }) =>
    specialties.flatMap((specialty) =>
      (specialty.levels ?? levels).flatMap((level) =>
        tracks.map((track) => ({ series: key, specialty: specialty.key, level, track })),
      ),
    ),
  );
}
