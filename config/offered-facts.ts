import { type ApplicantFacts, employerClasses } from '../domain/facts.ts';
import type { Programme } from '../domain/programme.ts';
import { authorityRuleOf, destinationOf, type RoutingFacts } from '../domain/routing.ts';

/** Every combination that the programme offers, in every place where an employer may be registered. */
export function offeredFacts(programme: Programme): RoutingFacts[] {
  const places = [undefined, ...(programme.territories ?? []).map(({ key }) => key)];
  return plainFacts(programme).flatMap((facts) =>
    places.flatMap((territory) => [
      { ...facts, ...(territory === undefined ? {} : { territory }) },
      { ...facts, ...(territory === undefined ? {} : { territory }), agencyClient: true },
    ]),
  );
}

/** What the stages may tell apart, once each: whoever is not taken here goes no road. */
export function routed(programme: Programme, facts: readonly RoutingFacts[]): ApplicantFacts[] {
  const employersMatter = JSON.stringify(programme.stages).includes('"employerClasses"');
  const roads = facts.flatMap((each) => {
    const { territory: _t, agencyClient: _a, ...rest } = each;
    const rule = authorityRuleOf(programme, each);
    const destination = rule ? destinationOf[rule.decision] : null;
    if (destination === null) return [];
    const road = { ...rest, committee: rule?.committee ?? null, destination };
    const { employerClass, ...told } = road;
    return [[JSON.stringify(employersMatter ? [told, employerClass] : told), road] as const];
  });
  return [...new Map(roads).values()];
}

function plainFacts(programme: Programme): ApplicantFacts[] {
  return programme.series.flatMap((series) =>
    series.specialties.flatMap((specialty) =>
      (specialty.levels ?? series.levels).flatMap((level) =>
        programme.tracks.flatMap((track) =>
          employerClasses.map((employerClass) => ({
            series: series.key,
            specialty: specialty.key,
            level,
            track,
            employerClass,
          })),
        ),
      ),
    ),
  );
}
