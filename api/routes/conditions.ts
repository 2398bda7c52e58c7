import { eligibilityOf } from '../eligible-still.ts';
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
      'Every condition of applying by what the applicant told: judged today, or by the day of the first submission once it was received (A-50).',
    tag: 'applications',
    access: 'login',
    params: ofApplication,
    answers: { 200: { description: 'Every rule that was looked at', schema: conditionsView } },
    handle: async ({ params: { no }, caller, services }) => {
      const { roles } = await visibleKey(services, no, caller);
      if (!mayReadConditions(roles)) throw notFound();
      const row = await wholeApplication(services, no);
      const { eligible, findings, asOf } = await eligibilityOf(services, row);
      return { status: 200, body: { no, asOf, eligible, findings: findings.map(findingOf) } };
    },
  }),
];
