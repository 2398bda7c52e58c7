import { type ApplicantFacts, type EmployerClass, employerClasses } from '../domain/facts.ts';
import type { Programme } from '../domain/programme.ts';
import { authorityRuleOf, destinationOf, type RoutingFacts } from '../domain/routing.ts';

/** Every combination that the programme offers and its routing may tell apart: one employer of each kind, in every place. */
export function offeredFacts(programme: Programme): RoutingFacts[] {
  const places = [undefined, ...(programme.territories ?? []).map(({ key }) => key)];
  const clients = programme.authorities.some((rule) => rule.agencyClient !== undefined) ? [false, true] : [false];
  const employers = employersToldApart(programme);
  return whatIsOffered(programme).flatMap((offered) =>
    employers.flatMap((employerClass) =>
      places.flatMap((territory) =>
        clients.map((agencyClient) => ({
          ...{ ...offered, employerClass, agencyClient },
          ...(territory === undefined ? {} : { territory }),
        })),
      ),
    ),
  );
}

/** The roads of those who are taken here, once each as far as the stages may tell them apart. */
export function routed(programme: Programme, facts: readonly RoutingFacts[]): ApplicantFacts[] {
  const matters = employersMatter(programme);
  const roads = facts.flatMap((each) => {
    const rule = authorityRuleOf(programme, each);
    const destination = rule ? destinationOf[rule.decision] : null;
    if (destination === null) return [];
    const { series, specialty, level, track, employerClass } = each;
    const committee = rule?.committee ?? null;
    const told = [series, specialty, level, track, committee, destination, matters ? employerClass : ''].join(' ');
    return [[told, { series, specialty, level, track, employerClass, committee, destination }] as const];
  });
  return [...new Map(roads).values()];
}

const employersMatter = ({ stages }: Programme) => JSON.stringify(stages).includes('"employerClasses"');

/** One employer class for each group that no rule and no stage tells apart. */
function employersToldApart(programme: Programme): EmployerClass[] {
  if (employersMatter(programme)) return [...employerClasses];
  const lists = programme.authorities.flatMap((rule) => (rule.employerClasses ? [rule.employerClasses] : []));
  const groups = employerClasses.map((each) => [lists.map((list) => list.includes(each)).join(), each] as const);
  return [...new Map(groups.toReversed()).values()];
}

function whatIsOffered({ series, tracks }: Programme): Omit<ApplicantFacts, 'employerClass'>[] {
  return series.flatMap(({ key, levels, specialties }) =>
    specialties.flatMap((specialty) =>
      (specialty.levels ?? levels).flatMap((level) =>
        tracks.map((track) => ({ series: key, specialty: specialty.key, level, track })),
      ),
    ),
  );
}
