import { dateOf } from '../../domain/dates.ts';
import type { Finding } from '../../domain/eligibility/finding.ts';
import { mayApply } from '../../domain/eligibility.ts';
import { roleLabels } from '../../domain/role-labels.ts';
import { acrossApplications } from '../claims-of-caller.ts';
import { routedFacts, wayOf } from '../eligibility-view.ts';
import { notFound } from '../errors.ts';
import { programmeNow, withAnnounced } from '../programme-now.ts';
import { defineRoute, type RouteDef } from '../route.ts';
import { eligibilityInput, eligibilityView } from '../schemas/eligibility.ts';
import { programmeParams } from '../schemas/programmes.ts';

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
      const across = await acrossApplications(services, programme, { caller, facts: routedFacts(facts, result.route) });
      const findings = result.findings.map(findingOf);
      const announced = await withAnnounced(services, programme, { committee: result.route?.committee ?? null, world });
      return {
        status: 200,
        body: {
          eligible: across.some(({ outcome }) => outcome === 'notMet') ? 'no' : result.eligible,
          asOf,
          findings: [...findings, ...across],
          ...wayOf(services, announced, { facts, result, asOf }),
        },
      };
    },
  }),
];

/** A finding as it is shown: with the name of whoever attests it. */
export function findingOf({ code: _code, mustBeTold: _must, attestedBy, ...finding }: Finding) {
  return attestedBy ? { ...finding, attestedBy: { role: attestedBy, name: roleLabels[attestedBy] } } : finding;
}
