import { stagePathOf } from '../../domain/case/compile.ts';
import { type ApplicantFacts, type EmployerClass, employerClasses } from '../../domain/programme/facts.ts';
import type { AuthorityRule } from '../../domain/programme/offices.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { StageDef } from '../../domain/programme/stages.ts';
import type { RoutingFacts } from '../../domain/routing/facts.ts';
import { authorityRuleOf, destinationOf } from '../../domain/routing/routing.ts';

/** A combination that a programme offers, and the rule that routes it; undefined where none does. */
export type Offer = { readonly facts: RoutingFacts; readonly rule: AuthorityRule | undefined };

/** The facts of somebody who is taken here, as far as a road tells them apart, and the road. */
export type StagePath = { readonly facts: ApplicantFacts; readonly stages: readonly StageDef[] };

/** Every combination that the programme offers and its routing may tell apart: one employer of each kind, in every place. */
export function offersOf(programme: Programme): Offer[] {
  const places = [undefined, ...(programme.territories ?? []).map(({ key }) => key)];
  const clients = programme.authorities.some((rule) => rule.agencyClient !== undefined) ? [false, true] : [false];
  const employers = employersToldApart(programme);
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

/** Every combination alone, without what routes it. */
export const offeredFacts = (programme: Programme): RoutingFacts[] => offersOf(programme).map(({ facts }) => facts);

/** Gives the stages of one applicant after another, one list to all whom the stages do not tell apart. */
export function stagePathFinder(programme: Programme): (facts: ApplicantFacts) => readonly StageDef[] {
  const conditions = conditionsOf(programme);
  const cuts = new Map<string, readonly StageDef[]>();
  return (facts) => {
    const cut = toldApart(facts, conditions);
    const stages = cuts.get(cut) ?? stagePathOf(programme, facts);
    cuts.set(cut, stages);
    return stages;
  };
}

/** The roads of those who are taken here, each once; those whom the stages do not tell apart share one road. */
export function stagePathsOf(programme: Programme, offers: readonly Offer[]): StagePath[] {
  const conditions = conditionsOf(programme);
  const stagesOf = stagePathFinder(programme);
  const employed = (facts: ApplicantFacts) => (conditions.has('employerClasses') ? facts.employerClass : '');
  const roads = new Map<string, StagePath>();
  for (const { facts, rule } of offers) {
    const destination = rule ? destinationOf[rule.decision] : null;
    if (destination === null) continue;
    const { series, specialty, level, track, employerClass } = facts;
    const mine = { series, specialty, level, track, employerClass, committee: rule?.committee ?? null, destination };
    const told = [series, specialty, level, track, mine.committee, destination, employed(facts)].join();
    if (roads.has(told)) continue;
    roads.set(told, { facts: mine, stages: stagesOf(mine) });
  }
  return [...roads.values()];
}

const conditionNames = ['series', 'specialties', 'levels', 'committees', 'employerClasses'] as const;
type Conditions = ReadonlySet<(typeof conditionNames)[number]>;

/** What the stages, the conditions of applying and the material ask for beside the track and the destination. */
function conditionsOf({ stages, eligibility, materials }: Programme): Conditions {
  const asked = JSON.stringify([stages, eligibility.map(({ when }) => when), materials?.map(({ when }) => when)]);
  return new Set(conditionNames.filter((name) => asked.includes(`"${name}":`)));
}

function toldApart(facts: ApplicantFacts, conditions: Conditions): string {
  const { series, specialty, level, committee, employerClass } = facts;
  const values = {
    series,
    specialties: specialty,
    levels: level,
    committees: committee,
    employerClasses: employerClass,
  };
  const told = conditionNames.map((name) => (conditions.has(name) ? values[name] : ''));
  return [...told, facts.track, facts.destination].join();
}

/** One employer class for each group that no rule and no stage tells apart. */
function employersToldApart({ authorities, sealing, stages, eligibility, materials }: Programme): EmployerClass[] {
  const lists = employersNamed([authorities, sealing, stages, eligibility, materials]);
  const groups = employerClasses.map((each) => [lists.map((list) => list.includes(each)).join(), each] as const);
  return [...new Map(groups.toReversed()).values()];
}

/** Every list of employer classes that stands anywhere in data. */
function employersNamed(data: unknown): (readonly unknown[])[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, inner]: [string, unknown]) =>
    key === 'employerClasses' && Array.isArray(inner) ? [inner] : employersNamed(inner),
  );
}

type Offered = Omit<ApplicantFacts, 'employerClass'>;

/** The rules that may fit whoever is employed wherever. */
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
