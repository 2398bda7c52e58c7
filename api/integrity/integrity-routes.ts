import type { z } from 'zod';
import { recordsOf } from '../../db/applications/integrity.ts';
import { dateOf } from '../../domain/calendar/dates.ts';
import { integrityActions } from '../../domain/integrity/case.ts';
import { ofApplication } from '../http/common-schemas.ts';
import { signedIn } from '../http/may.ts';
import { defineRoute, type RouteDef } from '../http/route.ts';
import { caseViews, recordView } from './integrity.ts';
import { actsOnCases, seesCases, seesRecords } from './integrity-rights.ts';
import {
  type IntegrityBody,
  integrityBodies,
  integrityCaseList,
  integrityCaseView,
  integrityRecords,
  ofIntegrityCase,
} from './integrity-schemas.ts';
import { takeStep } from './integrity-step.ts';

const tag = 'integrity';
const path = '/v1/applications/:no/integrity-cases';

const summaries: Readonly<Record<(typeof integrityActions)[number], string>> = {
  investigate: 'Begin to look into it.',
  notify: 'Tell the person the facts and until when they may be heard (LN-5.1-c).',
  hear: 'Record what the person said.',
  uphold: 'Uphold: the application is cancelled, or its title revoked; a record where the rules have one.',
  dismiss: 'Dismiss: nothing changes.',
};

/** Integrity cases and the records they leave. */
export const integrityRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'post',
    path,
    summary: 'Open an integrity case on an objection, a spot check, a report or a reused achievement.',
    tag,
    access: 'login',
    may: actsOnCases,
    idempotency: 'intent',
    params: ofApplication,
    body: integrityBodies.open,
    answers: { 201: { description: 'The case', schema: integrityCaseView } },
    handle: async ({ services, granted, body, caller, key }) => {
      const view = await takeStep(services, granted, { n: null, name: 'open', body, caller, key });
      return { status: 201, body: view };
    },
  }),
  ...integrityActions.map((name) => {
    // Each body is checked by its own schema; what they have in common is the list of fields that may be there.
    const schema = integrityBodies[name] as z.ZodType<IntegrityBody | undefined>;
    return defineRoute({
      method: 'post',
      path: `${path}/:n/actions/${name}`,
      summary: summaries[name],
      tag,
      access: 'login',
      may: actsOnCases,
      idempotency: 'intent',
      params: ofIntegrityCase,
      body: schema,
      answers: {
        200: { description: 'The case after it', schema: integrityCaseView },
        409: { description: 'The case does not stand so, with the clauses' },
      },
      handle: async ({ services, params: { n }, granted, body, caller, key }) => {
        const view = await takeStep(services, granted, { n, name, body: body ?? {}, caller, key });
        return { status: 200, body: view };
      },
    });
  }),
  defineRoute({
    method: 'get',
    path,
    summary: 'The integrity cases of an application, with their steps as far as the caller may read them.',
    tag,
    access: 'login',
    may: seesCases,
    params: ofApplication,
    answers: { 200: { description: 'The cases', schema: integrityCaseList } },
    handle: async ({ services, params: { no }, granted: { roles, rules } }) => {
      const items = await caseViews(services, no, { roles, rules });
      return { status: 200, body: { items } };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/integrity-records',
    summary: 'The records of the applicant in the integrity archive, for the offices of the application.',
    tag,
    access: 'login',
    may: seesRecords,
    params: ofApplication,
    answers: { 200: { description: 'The records', schema: integrityRecords } },
    handle: async ({ services, granted: { key }, now }) => {
      const today = dateOf(await now());
      const records = await recordsOf(services.db, key.person);
      return { status: 200, body: { items: records.map((record) => recordView(record, today)) } };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/people/me/integrity-records',
    summary: 'The records of the caller in the integrity archive.',
    tag,
    access: 'login',
    may: signedIn,
    answers: { 200: { description: 'The records', schema: integrityRecords } },
    handle: async ({ services, caller, now }) => {
      const today = dateOf(await now());
      const records = await recordsOf(services.db, caller.person);
      return { status: 200, body: { items: records.map((record) => recordView(record, today)) } };
    },
  }),
];
