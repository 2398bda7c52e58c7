import type { z } from 'zod';
import { sealText } from '../../commands/preparing/argument.ts';
import { stateOf } from '../../commands/preparing/case-now.ts';
import type { ApplicationKey } from '../../db/applications/applications.ts';
import { integrityNo, recordsOf, reserveCase } from '../../db/applications/integrity.ts';
import { dateOf } from '../../domain/calendar/dates.ts';
import type { ApplicationStatus } from '../../domain/case/check-results.ts';
import { type IntegrityActionName, type IntegrityData, integrityActions } from '../../domain/integrity/case.ts';
import { applicationStatusOf } from '../../domain/lifecycle/end-for-fraud.ts';
import type { Person } from '../access/caller.ts';
import { actOnEntity } from '../actions/act-on-entity.ts';
import { ofApplication } from '../applications/applications-schemas.ts';
import { seenBy, wholeApplication } from '../applications/load.ts';
import { notFound } from '../http/errors.ts';
import { defineRoute, type RequestKey, type RouteDef, type Services } from '../http/route.ts';
import { caseViews, integrityRolesOf, integrityRulesOf, recordView, seesIntegrity } from './integrity.ts';
import {
  type IntegrityBody,
  integrityBodies,
  integrityCaseList,
  integrityCaseView,
  integrityRecords,
  ofIntegrityCase,
} from './integrity-schemas.ts';

const tag = 'integrity';
const path = '/v1/applications/:no/integrity-cases';

type Asked = {
  readonly no: string;
  /** Null with an opening, which gets its own number. */
  readonly n: number | null;
  readonly name: IntegrityActionName;
  readonly body: IntegrityBody;
  readonly caller: Person;
  /** The application, as it was read with the caller. */
  readonly application: ApplicationKey | null;
  readonly key: RequestKey;
};

/** Does one step of a case and gives the case after it; a repeated request gets the case too. */
async function take(services: Services, { no, n: asked, name, body, caller, application: row, key }: Asked) {
  const { key: application, roles } = seenBy(caller, row);
  const rules = integrityRulesOf(services, application);
  const [first, ...others] = integrityRolesOf(rules, roles);
  if (!first || !application.opened) throw notFound();
  const n = asked ?? (await reserveCase(services.db, no, key.id));
  const looked = name === 'uphold' || name === 'dismiss' ? await statusNow(services, no) : null;
  const deciders = looked === 'certified' ? rules.decides.after : rules.decides.before;
  const role = (looked && [first, ...others].find((each) => deciders.includes(each))) || first;
  const { data, text } = argumentOf(services, body);
  await actOnEntity(services, {
    no: integrityNo(no, n),
    action: name,
    by: { person: caller.person, role },
    data: { ...data, ...(looked ? { looked } : {}), ...(name === 'open' ? { rules } : {}) },
    ...(text ? { text } : {}),
    keyHash: key.keyHash,
    fingerprint: key.fingerprint,
  });
  const view = (await caseViews(services, no, { roles, rules })).find((each) => each.n === n);
  if (!view) throw notFound();
  return view;
}

/** What an application looks like now; only a title is sure to stay, anything else its own queue says when it is asked. */
async function statusNow(services: Services, no: string): Promise<ApplicationStatus> {
  return applicationStatusOf(stateOf(await wholeApplication(services, no), services.deps.calendar));
}

/** What travels of a body; its words are sealed under an id. */
function argumentOf(services: Services, { facts, ground, hearBy, barredUntil }: IntegrityBody) {
  const text = facts === undefined ? null : sealText(services.vault, { reason: facts });
  const data: IntegrityData = {
    ...(text ? { text: text.id } : {}),
    ...(ground ? { ground } : {}),
    ...(hearBy ? { hearBy } : {}),
    ...(barredUntil ? { barredUntil } : {}),
  };
  return { data, text };
}

const summaries: Readonly<Record<(typeof integrityActions)[number], string>> = {
  investigate: 'Begin to look into it.',
  notify: 'Tell the person the facts and until when they may be heard (LN-5.1-c).',
  hear: 'Record what the person said.',
  uphold: 'Uphold: the application is cancelled, or its title revoked; a record where the rules have one.',
  dismiss: 'Dismiss: nothing changes.',
};

/** Integrity cases and the records they leave (model.md 5.6). */
export const integrityRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'post',
    path,
    summary: 'Open an integrity case on an objection, a spot check, a report or a reused achievement.',
    tag,
    access: 'login',
    idempotency: 'intent',
    params: ofApplication,
    application: ({ no }) => no,
    body: integrityBodies.open,
    answers: { 201: { description: 'The case', schema: integrityCaseView } },
    handle: async ({ services, params, body, caller, application, key }) => {
      const asked = { no: params.no, n: null, name: 'open', body, caller, application, key } as const;
      return { status: 201, body: await take(services, asked) };
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
      idempotency: 'intent',
      params: ofIntegrityCase,
      application: ({ no }) => no,
      body: schema,
      answers: {
        200: { description: 'The case after it', schema: integrityCaseView },
        409: { description: 'The case does not stand so, with the clauses' },
      },
      handle: async ({ services, params, body, caller, application, key }) => {
        const asked = { ...params, name, body: body ?? {}, caller, application, key };
        return { status: 200, body: await take(services, asked) };
      },
    });
  }),
  defineRoute({
    method: 'get',
    path,
    summary: 'The integrity cases of an application, with their steps as far as the caller may read them.',
    tag,
    access: 'login',
    params: ofApplication,
    application: ({ no }) => no,
    answers: { 200: { description: 'The cases', schema: integrityCaseList } },
    handle: async ({ services, params, caller, application }) => {
      const { key, roles } = seenBy(caller, application);
      const rules = integrityRulesOf(services, key);
      if (!seesIntegrity(rules, roles)) throw notFound();
      return { status: 200, body: { items: await caseViews(services, params.no, { roles, rules }) } };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/integrity-records',
    summary: 'The records of the applicant in the integrity archive, for the offices of the application.',
    tag,
    access: 'login',
    params: ofApplication,
    application: ({ no }) => no,
    answers: { 200: { description: 'The records', schema: integrityRecords } },
    handle: async ({ services, caller, application, now }) => {
      const { key, roles } = seenBy(caller, application);
      const offices = integrityRolesOf(integrityRulesOf(services, key), roles);
      const may = offices.length > 0 || roles.includes('applicant') || roles.includes('auditor');
      if (!may) throw notFound();
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
    answers: { 200: { description: 'The records', schema: integrityRecords } },
    handle: async ({ services, caller, now }) => {
      const today = dateOf(await now());
      const records = await recordsOf(services.db, caller.person);
      return { status: 200, body: { items: records.map((record) => recordView(record, today)) } };
    },
  }),
];
