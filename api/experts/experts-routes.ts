import { z } from 'zod';
import { identityHash, personOfIdentity } from '../../db/people/people.ts';
import { endTerm, findExpert, linkAccount, listExperts, type StoredExpert } from '../../db/sessions/experts.ts';
import { dateOf, type IsoDate } from '../../domain/calendar/dates.ts';
import { text } from '../../domain/text.ts';
import { HttpError, invalid, notFound } from '../http/errors.ts';
import { pageCursor, pageLimit, pageOf, placeOf, usualLimit } from '../http/request/paging.ts';
import { defineRoute, type RouteDef, type Services } from '../http/route.ts';
import { accountErrors, judgeExperts, keepExperts, servesAlready } from './adding.ts';
import { type CommitteeAtWork, runsCommittee, seesCommittee } from './committee-rights.ts';
import { accountInput, endInput, expertInput, expertList, expertView, ofExpert } from './experts-schemas.ts';
import { ofCommittee } from './filings-schemas.ts';

const tag = 'sessions';
const access = 'login' as const;
const path = '/v1/programmes/:id/committees/:committee/experts';

/** The experts of a committee, from whom the members of its sessions are drawn (Order 40, article 10). */
export const expertRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'post',
    path,
    summary: 'Registers an expert of a committee for one term; for its office.',
    tag,
    access,
    may: runsCommittee,
    idempotency: 'stored',
    params: ofCommittee,
    body: expertInput,
    answers: {
      201: { description: 'The expert', schema: expertView },
      409: { description: 'The expert serves on the committee in this time already' },
      422: { description: 'The level or the term does not fit, with the rule' },
    },
    handle: async ({ services, caller, body, key: { id }, now, granted }) => {
      const { errors, experts } = await judgeExperts(services, granted, { list: [{ id, input: body }], caller });
      const [wrong = []] = errors;
      if (wrong.length > 0) throw invalid(wrong, nationalOf(granted));
      const twice = await keepExperts(services, granted, { experts, caller });
      if (twice.length > 0) throw new HttpError(409, 'EXPERT_EXISTS', servesAlready);
      return { status: 201, body: await viewAgain(services, granted, { id, today: dateOf(await now()) }) };
    },
  }),
  defineRoute({
    method: 'get',
    path,
    summary: 'The experts of a committee; for its offices and auditors, with names for its own office only.',
    tag,
    access,
    may: seesCommittee,
    params: ofCommittee,
    query: z.strictObject({ limit: pageLimit, cursor: pageCursor }),
    answers: { 200: { description: 'The experts', schema: expertList } },
    handle: async ({ services, now, query: { limit = usualLimit, cursor }, granted }) => {
      const today = dateOf(await now());
      const after = cursor === undefined ? null : String(placeOf(cursor, ['id'])[0]);
      const rows = await listExperts(services.db, granted.key, { after, limit: limit + 1 });
      const { page, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
      return {
        status: 200,
        unstored: true,
        body: { items: page.map((each) => viewOf(services, granted, { expert: each, today })), nextCursor },
      };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/:expert/end`,
    summary: 'Ends the term of an expert before its last day; for the office of the committee.',
    tag,
    access,
    may: runsCommittee,
    idempotency: 'stored',
    params: ofExpert,
    body: endInput,
    answers: {
      200: { description: 'The expert', schema: expertView },
      409: { description: 'The term has ended already, or ends before this day' },
    },
    handle: async ({ services, now, params: { expert: id }, body: { on }, granted }) => {
      if (!(await findExpert(services.db, granted.key, id))) throw notFound();
      if (!(await endTerm(services.db, granted.key, { id, on }))) throw endedAlready();
      return { status: 200, body: await viewAgain(services, granted, { id, today: dateOf(await now()) }) };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/:expert/account`,
    summary: 'Links the account of an expert by the identity document it has registered, once; for the office.',
    tag,
    access,
    may: runsCommittee,
    idempotency: 'stored',
    params: ofExpert,
    body: accountInput,
    answers: {
      200: { description: 'The expert', schema: expertView },
      409: { description: 'Another account is linked, or this one is another expert of the committee' },
      422: { description: 'No account has registered this document' },
    },
    handle: async ({ services, caller, now, params: { expert: id }, body, granted }) => {
      const { identityType: type = 'citizenId', identityNumber: number } = body;
      const { db, vault } = services;
      const { world } = granted.key;
      const person = await personOfIdentity(db, identityHash(vault, world, { type, number }), world);
      const wrong = accountErrors(true, person, caller);
      if (person === null || wrong.length > 0) throw invalid(wrong);
      const linked = await linkAccount(db, granted.key, { id, person });
      if (linked === 'missing') throw notFound();
      if (linked === 'taken') throw new HttpError(409, 'EXPERT_EXISTS', linkedOtherwise);
      return { status: 200, body: await viewAgain(services, granted, { id, today: dateOf(await now()) }) };
    },
  }),
];

/** What the rules of a committee rest on, for the answer to what cannot be right. */
export const nationalOf = ({ rules: { committee } }: CommitteeAtWork) => ({
  clauses: committee.clauses,
  readings: committee.readings,
  ...(committee.national ? { details: { national: committee.national } } : {}),
});

type Shown = { readonly expert: StoredExpert; readonly today: IsoDate };

function viewOf({ vault }: Services, { roles }: CommitteeAtWork, { expert, today }: Shown) {
  const { nameEnc, person, ...rest } = expert;
  const begun = expert.termFrom <= today && today <= expert.termUntil;
  return {
    ...rest,
    name: roles.includes('committeeOffice') ? vault.openText(nameEnc, `expert.name/${expert.id}`) : null,
    serving: begun && (expert.endedOn === null || today < expert.endedOn),
    account: person !== null,
  };
}

async function viewAgain(
  services: Services,
  committee: CommitteeAtWork,
  { id, today }: { readonly id: string; readonly today: IsoDate },
) {
  const expert = await findExpert(services.db, committee.key, id);
  if (!expert) throw notFound();
  return viewOf(services, committee, { expert, today });
}

const endedAlready = () =>
  new HttpError(
    409,
    'UNCHANGED',
    text('任期已提前结束，或在该日之前届满。', 'The term was ended already, or is over before this day.'),
  );
const linkedOtherwise = text(
  '该专家已关联其他账号，或该账号已是本评委会同期的另一名专家。',
  'Another account is linked to this expert, or this account is another expert of the committee in the same time.',
);
