import { stagePathOf } from '../../domain/case/compile.ts';
import { remindedIn } from '../../domain/lifecycle/reminders.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { rolesBeside, rolesOf } from '../../domain/routing/offices-in-charge.ts';
import { destinationOf, routeOf } from '../../domain/routing/routing.ts';
import type { Offer } from './offered-facts.ts';

/** Who acts for no office: the applicant's side, where each unit names its own, and whoever is appointed for a whole programme. */
const ofNoOffice: readonly Role[] = ['applicant', 'unitHr', 'unitAssessmentGroup', 'administrator'];

/** Every role of every road has an office, so that no application comes to wait for somebody who is not there (LN-5.6-b). */
export function officeProblems(programme: Programme, offers: readonly Offer[]): string[] {
  const told = toldApart(programme);
  const looked = new Set<string>();
  return offers.flatMap((offer) => {
    const { facts, rule } = offer;
    const destination = rule ? destinationOf[rule.decision] : null;
    // Who has not said where the employer is registered may not apply yet (DL-1.2-c).
    const placed = !programme.territories?.length || facts.territory !== undefined;
    if (destination === null || !placed || looked.has(told(offer))) return [];
    looked.add(told(offer));
    const { acting, committee } = routeOf(programme, facts);
    const road = stagePathOf(programme, { ...facts, committee, destination });
    const roles = [...road.flatMap((stage) => [...rolesOf(stage), ...remindedIn(stage)]), ...rolesBeside(programme)];
    const { series, level, employerClass } = facts;
    return [...new Set(roles)]
      .filter((role) => !ofNoOffice.includes(role) && !acting[role])
      .map((role) => `no office acts as ${role} for ${series} ${level} of ${employerClass}`);
  });
}

/** What tells two offers apart where it is about who acts: the values that the stages or the rules of the first authority name. */
function toldApart({ sealing, stages }: Programme): (offer: Offer) => string {
  const asked = JSON.stringify([sealing, stages]);
  const byClass = asked.includes('"specialtyClasses":');
  const named = new Map<string, string>();
  const told = (value = '') => {
    const known = named.get(value) ?? (asked.includes(JSON.stringify(value)) ? value : '');
    named.set(value, known);
    return known;
  };
  return ({ facts, rule }) => {
    const { series, specialty, level, track, employerClass, territory, agencyClient } = facts;
    const ofClass = byClass ? [series, specialty] : [];
    const values = [series, specialty, level, track, employerClass, territory, rule?.committee].map(told);
    return [rule?.decision, agencyClient, ...values, ...ofClass].join();
  };
}
