import { actorOf, roleInCharge } from '../../commands/preparing/actor.ts';
import { stateOf } from '../../commands/preparing/case-now.ts';
import { findForAct, prepare } from '../../commands/preparing/prepare.ts';
import { clauses } from '../../config/clauses.ts';
import { labelOf } from '../../domain/case/commands/action-labels.ts';
import type { ActInput, ActName } from '../../domain/case/commands/acts.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { FieldError } from '../../domain/refusal.ts';
import { text } from '../../domain/text.ts';
import { rolesFor } from '../access/application-roles.ts';
import { actsOnApplication } from '../access/on-application.ts';
import { applicationView } from '../applications/applications-schemas.ts';
import type { Person } from '../http/caller.ts';
import { ofApplication } from '../http/common-schemas.ts';
import { invalid, notFound, refused } from '../http/errors.ts';
import { defineRoute, type Reply, type RequestKey, type RouteDef, type Services } from '../http/route.ts';
import { actNames, bodyOf } from './actions-schemas.ts';
import { receiptView } from './receipts-schemas.ts';
import { answerTo, send } from './reply.ts';

/** The request for an action, after the check of its shape. */
type ActionRequest = {
  readonly no: string;
  readonly name: ActName;
  readonly input: ActInput;
  readonly caller: Person;
  readonly key: RequestKey;
  readonly expectedSeq: number | undefined;
};

/** Carries out an action in the role that it is for, and answers with the view, a receipt or the refusal. */
async function doAction(
  services: Services,
  { no, name, input, caller, key, expectedSeq }: ActionRequest,
): Promise<Reply> {
  const row = await findForAct(services, no, { name, input });
  if (!row) throw notFound();
  const state = stateOf(row, services.deps.calendar);
  const role = roleInCharge(state, rolesFor(row, caller), {
    name,
    at: row.nowMs,
    person: caller.person,
    head: row,
  });
  if (role === undefined) throw notFound();
  const foreign = foreignClauses(services.programmes.get(row.programme), input);
  if (foreign.length > 0) throw invalid(foreign);
  const request = await prepare(services, row, actorOf(caller.person, role, row), { name, input, ...key, expectedSeq });
  if ('code' in request) throw refused(request);
  return answerTo(services, await send(services, request), { no, action: name, caller, before: row, request });
}

/** The deficiencies that rest on a clause of another notice than that of the application. */
function foreignClauses(programme: Programme | undefined, { deficiencies = [] }: ActInput): FieldError[] {
  const message = text(
    '须为本年度本通知的条款。',
    'It must be a clause of the notice by which the application is reviewed.',
  );
  return deficiencies.flatMap(({ clause }, at) =>
    clauses.get(clause)?.seed === programme?.source ? [] : [{ path: `/deficiencies/${at}/clause`, message }],
  );
}

const summaries: Readonly<Partial<Record<ActName, string>>> = {
  submit: 'Submit: freezes the content; the first one opens the case.',
  return: 'Return with one complete list of deficiencies.',
  recordReferralResult:
    'Record what was decided of a case that was referred, for instance to the province: once, by the office that referred it.',
  correctReferralResult: 'Correct that result, with a reason.',
  postPublicity: 'Post the publicity of one application; for many at once use a posting.',
};

/** One route for each action, so that the OpenAPI document describes the body of each. */
export const actionRoutes: readonly RouteDef[] = actNames.map((name) => {
  const body = bodyOf(name);
  return defineRoute({
    method: 'post',
    path: `/v1/applications/:no/actions/${name}`,
    summary: summaries[name] ?? `${labelOf(name).en} (${labelOf(name).zh}), where the stage has it.`,
    tag: 'actions',
    access: 'login',
    may: actsOnApplication,
    idempotency: 'intent',
    params: ofApplication,
    body,
    answers: {
      200: { description: 'Done: the view after it, with warnings', schema: applicationView, headers: ['ETag'] },
      202: {
        description: 'Recorded in time and decided later: the receipt',
        schema: receiptView,
        headers: ['Location', 'Retry-After'],
      },
      409: { description: 'The rules or the stage forbid it now, with the clauses' },
      412: { description: 'The version moved' },
    },
    handle: ({ params, body, caller, key, expectedSeq, services }) =>
      doAction(services, { no: params.no, name, input: body ?? {}, caller, key, expectedSeq }),
  });
});
