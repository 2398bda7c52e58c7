import { programmeNow, withAnnounced } from '../../commands/preparing/in-force.ts';
import { findYear } from '../../db/committees/committee-years.ts';
import { roleLabels } from '../../domain/access/role-labels.ts';
import { dateOf } from '../../domain/calendar/dates.ts';
import type { Warning } from '../../domain/case/commands.ts';
import type { Finding } from '../../domain/eligibility/finding.ts';
import { arrivalWarnings, timeFindings } from '../../domain/eligibility/in-time.ts';
import { type Eligibility, mayApply } from '../../domain/eligibility/may-apply.ts';
import { notFound } from '../http/errors.ts';
import { defineRoute, type RouteDef } from '../http/route.ts';
import { programmeParams } from '../programmes/programmes-schemas.ts';
import { type AcrossFinding, acrossApplications } from './claims-of-caller.ts';
import { eligibilityInput, eligibilityView } from './eligibility-schemas.ts';
import { planAsked, routedFacts, routingView } from './eligibility-view.ts';
import { recordFindings, reuseFindings } from './integrity-of-caller.ts';

/** May this person apply, where, with what, by when: the same rules that refuse a draft and a first submission, asked before anything is stored. */
export const eligibilityRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'post',
    path: '/v1/programmes/:id/eligibility-checks',
    summary: 'May this person apply, where, with what and by when; nothing is stored.',
    tag: 'programmes',
    access: 'public',
    params: programmeParams,
    body: eligibilityInput,
    answers: { 200: { description: 'Every rule that was looked at', schema: eligibilityView } },
    handle: async ({ services, params, body, caller, world, now }) => {
      const programme = await programmeNow(services, params.id);
      if (!programme) throw notFound();
      const { asOf = dateOf(await now()), ...facts } = body;
      const result = mayApply(programme, facts, asOf);
      const across = [
        ...(await acrossApplications(services, programme, { caller, facts: routedFacts(facts, result.route) })),
        ...(await recordFindings(services, programme, { caller, asOf })),
        ...reuseFindings(programme),
      ];
      const committee = result.route?.committee ?? null;
      const year = committee ? await findYear(services.db, { programme: programme.id, committee, world }) : null;
      const announced = withAnnounced({ programme, year }, committee);
      const plan = planAsked(services, announced, facts, result.route);
      const inTime = plan ? timeFindings(plan, asOf) : [];
      const findings = [...result.findings, ...inTime].map(findingOf);
      return {
        status: 200,
        body: {
          eligible: verdict(result.eligible, [...inTime, ...across]),
          asOf,
          findings: [...findings, ...across],
          warnings: plan ? arrivalWarnings(plan, asOf).map(warningView) : [],
          ...routingView(announced, plan, { facts, result, asOf }),
        },
      };
    },
  }),
];

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

/** A finding as it is shown: with the name of whoever attests it. */
export function findingOf({ code: _code, mustBeTold: _must, fact: _fact, attestedBy, ...finding }: Finding) {
  return attestedBy ? { ...finding, attestedBy: { role: attestedBy, name: roleLabels[attestedBy] } } : finding;
}
