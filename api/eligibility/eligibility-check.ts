import { withAnnounced } from '../../commands/preparing/in-force.ts';
import { findYear } from '../../db/committees/committee-years.ts';
import type { IsoDate } from '../../domain/calendar/dates.ts';
import type { Warning } from '../../domain/case/commands/commands.ts';
import { rightRemoved } from '../../domain/committee/measures.ts';
import type { CommitteeYear } from '../../domain/committee/year.ts';
import type { EligibilityFacts } from '../../domain/eligibility/facts.ts';
import { arrivalWarnings, timeFindings } from '../../domain/eligibility/in-time.ts';
import { type Eligibility, mayApply } from '../../domain/eligibility/may-apply.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Caller } from '../http/caller.ts';
import type { Services } from '../http/route.ts';
import { type AcrossFinding, acrossApplications } from './claims-of-caller.ts';
import { findingOf, planAsked, routedFacts, routingView } from './eligibility-view.ts';
import { recordFindings, reuseFindings } from './integrity-of-caller.ts';

type Question = {
  readonly programme: Programme;
  readonly facts: EligibilityFacts;
  readonly asOf: IsoDate;
  readonly caller: Caller;
  readonly world: string | null;
};

/** Every rule about applying that can be checked before anything is sent, as of a day. */
export async function checkEligibility(services: Services, { programme, facts, asOf, caller, world }: Question) {
  const result = mayApply(programme, facts, asOf);
  const committee = result.route?.committee ?? null;
  const year = committee ? await findYear(services.db, { programme: programme.id, committee, world }) : null;
  const across = [
    ...(await acrossApplications(services, programme, { caller, facts: routedFacts(facts, result.route) })),
    ...(await recordFindings(services, programme, { caller, asOf })),
    ...reuseFindings(programme),
    ...measureFindings(programme, year),
  ];
  const announced = withAnnounced({ programme, year }, committee);
  const plan = planAsked(services, announced, facts, result.route);
  const inTime = plan ? timeFindings(plan, asOf) : [];
  return {
    eligible: verdict(result.eligible, [...inTime, ...across]),
    asOf,
    findings: [...[...result.findings, ...inTime].map(findingOf(programme)), ...across],
    warnings: plan ? arrivalWarnings(plan, asOf).map(warningView) : [],
    ...routingView(announced, plan, { facts, result, asOf }),
  };
}

/** A committee whose right to review was removed takes no application (LYG-5.3-b). */
function measureFindings({ committeeYear: rules }: Programme, year: CommitteeYear | null): AcrossFinding[] {
  const removed = rightRemoved({ year, rules });
  if (!removed) return [];
  const { message, clauses } = removed;
  return clauses.map((clause) => ({ clause, outcome: 'notMet', message, readings: [] }));
}

/** The verdict of the conditions with what the day and other applications add to it; what only a submission can tell changes nothing. */
function verdict(
  own: Eligibility['eligible'],
  across: readonly Pick<AcrossFinding, 'outcome'>[],
): Eligibility['eligible'] {
  if (across.some(({ outcome }) => outcome === 'notMet')) return 'no';
  const attested = across.some(({ outcome }) => outcome === 'needsAttestation');
  return own === 'yes' && attested ? 'needsAttestation' : own;
}

const warningView = ({ clauses, readings, ...warning }: Warning) => ({
  ...warning,
  clauses: [...clauses],
  readings: [...readings],
});
