import { remindedIn } from '../../domain/lifecycle/notices/reminders.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { StageDef } from '../../domain/programme/stages/stages.ts';
import { rolesInAnyStage, rolesOf } from '../../domain/routing/offices-in-charge.ts';
import { destinationOf, routeOf } from '../../domain/routing/routing.ts';
import { type Offer, stagePathFinder } from './offered-facts.ts';

/** The roles that act for no office: those of the applicant's side, where each unit names its own people, and those granted for a whole programme. */
const ofNoOffice: readonly Role[] = ['applicant', 'unitHr', 'unitAssessmentGroup', 'administrator'];

/** Every role on every stage path must have an office, so that no application waits for a missing one (LN-5.6-b). */
export function officeProblems(programme: Programme, offers: readonly Offer[]): string[] {
  const keyOf = distinguishingKey(programme);
  const checked = new Set<string>();
  const stagesOf = stagePathFinder(programme);
  const roles = actingOn(programme);
  return offers.flatMap((offer) => {
    const { facts, rule } = offer;
    const destination = rule ? destinationOf[rule.decision] : null;
    // An applicant who has not stated where the employer is registered cannot apply yet (DL-1.2-c).
    const placed = !programme.territories?.length || facts.territory !== undefined;
    if (destination === null || !placed) return [];
    const key = keyOf(offer);
    if (checked.has(key)) return [];
    checked.add(key);
    const { acting, committee } = routeOf(programme, facts);
    const { series, level, employerClass } = facts;
    return roles(stagesOf({ ...facts, committee, destination }))
      .filter((role) => !acting[role])
      .map((role) => `no office acts as ${role} for ${series} ${level} of ${employerClass}`);
  });
}

/** The roles of offices on a stage path; computed once for each list of stages. */
function actingOn(programme: Programme): (stages: readonly StageDef[]) => readonly Role[] {
  const inAnyStage = rolesInAnyStage(programme);
  const known = new Map<readonly StageDef[], readonly Role[]>();
  return (stages) => {
    const named = () => [...stages.flatMap((stage) => [...rolesOf(stage), ...remindedIn(stage)]), ...inAnyStage];
    const found = known.get(stages) ?? [...new Set(named())].filter((role) => !ofNoOffice.includes(role));
    known.set(stages, found);
    return found;
  };
}

/** The key that distinguishes offers with different offices: the values that the stages or the rules of the first authority name. */
function distinguishingKey({ sealing, stages }: Programme): (offer: Offer) => string {
  const asked = JSON.stringify([sealing, stages]);
  const byClass = asked.includes('"specialtyClasses":');
  const named = new Map<string, string>();
  const ifNamed = (value = '') => {
    const known = named.get(value) ?? (asked.includes(JSON.stringify(value)) ? value : '');
    named.set(value, known);
    return known;
  };
  return ({ facts, rule }) => {
    const { series, specialty, level, track, employerClass, territory, agencyClient } = facts;
    const ofClass = byClass ? [series, specialty] : [];
    const values = [series, specialty, level, track, employerClass, territory, rule?.committee].map(ifNamed);
    return [rule?.decision, agencyClient, ...values, ...ofClass].join();
  };
}
