import { programmeNow } from '../../commands/preparing/in-force.ts';
import { dateOf } from '../../domain/calendar/dates.ts';
import { notFound } from '../http/errors.ts';
import { anyone } from '../http/may.ts';
import { defineRoute, type RouteDef } from '../http/route.ts';
import { programmeParams } from '../programmes/programmes-schemas.ts';
import { checkEligibility } from './eligibility-check.ts';
import { eligibilityInput, eligibilityView } from './eligibility-schemas.ts';

/** Whether a person may apply, where, with what, and by when: the rules that refuse a draft and a first submission, before anything is stored. */
export const eligibilityRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'post',
    path: '/v1/programmes/:id/eligibility-checks',
    summary: 'May this person apply, where, with what and by when; nothing is stored.',
    tag: 'programmes',
    access: 'public',
    may: anyone,
    params: programmeParams,
    body: eligibilityInput,
    answers: { 200: { description: 'Every rule that was looked at', schema: eligibilityView } },
    handle: async ({ services, params, body, caller, world, now }) => {
      const programme = await programmeNow(services, params.id);
      if (!programme) throw notFound();
      const { asOf = dateOf(await now()), ...facts } = body;
      return { status: 200, body: await checkEligibility(services, { programme, facts, asOf, caller, world }) };
    },
  }),
];
