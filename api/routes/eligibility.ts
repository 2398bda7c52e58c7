import { currentTimeline } from '../../db/applications.ts';
import { findYear } from '../../db/committee-years.ts';
import { withNotice } from '../../domain/committee-year.ts';
import { dateOf } from '../../domain/dates.ts';
import type { Finding } from '../../domain/eligibility/finding.ts';
import { mayApply } from '../../domain/eligibility.ts';
import type { Programme } from '../../domain/programme.ts';
import { roleLabels } from '../../domain/role-labels.ts';
import type { Route } from '../../domain/routing.ts';
import { acrossApplications } from '../claims-of-caller.ts';
import { routedFacts, wayOf } from '../eligibility-view.ts';
import { notFound } from '../errors.ts';
import { defineRoute, type RouteDef, type Services } from '../route.ts';
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
      const published = services.programmes.get(params.id);
      if (!published) throw notFound();
      const timeline = await currentTimeline(services.db, published.id);
      const programme = timeline ? { ...published, timeline } : published;
      const { asOf = dateOf(await now()), ...facts } = body;
      const result = mayApply(programme, facts, asOf);
      const across = await acrossApplications(services, programme, { caller, facts: routedFacts(facts, result.route) });
      const findings = result.findings.map(findingOf);
      return {
        status: 200,
        body: {
          eligible: across.some(({ outcome }) => outcome === 'notMet') ? 'no' : result.eligible,
          asOf,
          findings: [...findings, ...across],
          ...wayOf(services, await announced(services, programme, { route: result.route, world }), {
            facts,
            result,
            asOf,
          }),
        },
      };
    },
  }),
];

/** The programme with the periods that the committee's own notice has announced (LYG-3.3-a). */
async function announced(
  { db }: Services,
  programme: Programme,
  { route, world }: { route: Route | null; world: string | null },
): Promise<Programme> {
  const committee = route?.committee ?? null;
  const year = committee === null ? null : await findYear(db, { programme: programme.id, committee, world });
  return { ...programme, timeline: withNotice(programme.timeline, committee, year) };
}

/** A finding as it is shown: with the name of whoever attests it. */
export function findingOf({ code: _code, mustBeTold: _must, attestedBy, ...finding }: Finding) {
  return attestedBy ? { ...finding, attestedBy: { role: attestedBy, name: roleLabels[attestedBy] } } : finding;
}
