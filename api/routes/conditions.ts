import { dateOf } from '../../domain/dates.ts';
import { mayApply } from '../../domain/eligibility.ts';
import { toldFacts } from '../eligible-still.ts';
import { notFound } from '../errors.ts';
import { visibleKey, wholeApplication } from '../reading.ts';
import { defineRoute, type RouteDef } from '../route.ts';
import { ofApplication } from '../schemas/applications.ts';
import { conditionsView } from '../schemas/eligibility.ts';
import { findingOf } from './eligibility.ts';
import { mayReadConditions } from './shown-files.ts';

/** The conditions of applying of one application, for its applicant and for those who answer for them by name. */
export const conditionRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/eligibility',
    summary:
      'Every condition of applying, judged today by what the applicant told: what is met, open, and whose to attest.',
    tag: 'applications',
    access: 'login',
    params: ofApplication,
    answers: { 200: { description: 'Every rule that was looked at', schema: conditionsView } },
    handle: async ({ params: { no }, caller, services }) => {
      const { roles } = await visibleKey(services, no, caller);
      if (!mayReadConditions(roles)) throw notFound();
      const row = await wholeApplication(services, no);
      const published = services.programmes.get(row.programme);
      if (!published) throw notFound();
      const programme = { ...published, timeline: row.timeline ?? published.timeline };
      const asOf = dateOf(row.nowMs);
      const { eligible, findings } = mayApply(programme, toldFacts(services, row), asOf);
      return { status: 200, body: { no, asOf, eligible, findings: findings.map(findingOf) } };
    },
  }),
];
