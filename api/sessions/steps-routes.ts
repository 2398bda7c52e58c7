import type { z } from 'zod';
import { dateOf } from '../../domain/calendar/dates.ts';
import { defineRoute, type RouteDef } from '../http/route.ts';
import { seesSession } from './session-access.ts';
import { takeStep } from './session-step.ts';
import { tagOfSession, viewOfSession } from './session-view.ts';
import { ofSession, sessionView } from './sessions-schemas.ts';
import { type StepBody, type SteppedName, stepBodies, stepSummaries } from './step-schemas.ts';

/** One route for each step of a session, so that the OpenAPI document describes the body of each. */
export const stepRoutes: readonly RouteDef[] = (Object.keys(stepBodies) as SteppedName[]).map((name) => {
  // Each body is checked by its own schema; what they have in common is the list of fields that may be there.
  const body = stepBodies[name] as unknown as z.ZodType<StepBody | undefined>;
  return defineRoute({
    method: 'post',
    path: `/v1/sessions/:id/actions/${name}`,
    summary: stepSummaries[name],
    tag: 'sessions',
    access: 'login',
    may: seesSession,
    idempotency: 'intent',
    params: ofSession,
    body,
    answers: {
      200: { description: 'Done: the session after it', schema: sessionView, headers: ['ETag'] },
      409: { description: 'The rules or the session forbid it now, with the clauses' },
      412: { description: 'The version moved' },
    },
    handle: async ({ services, granted, caller, key, world, body: given = {}, expectedSeq }) => {
      const shown = await takeStep(services, { seen: granted, name, body: given, caller, key, world, expectedSeq });
      const today = dateOf(shown.session.nowMs);
      return {
        status: 200,
        etag: tagOfSession(shown, today),
        body: viewOfSession(shown, { today, calendar: services.deps.calendar }),
      };
    },
  });
});
