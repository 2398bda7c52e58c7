import { z } from 'zod';
import { findHeads } from '../../db/applications/applications.ts';
import {
  findOverride,
  listOverrides,
  type OverridePlace,
  type StoredOverride,
  writeOverride,
} from '../../db/claims/claim-overrides.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import type { ClaimRule, Programme } from '../../domain/programme/programme.ts';
import { invalidFields } from '../../domain/refusal.ts';
import { type Text, text } from '../../domain/text.ts';
import { notYours, type OfficeInCharge, titleOffice } from '../access/may.ts';
import type { Person } from '../http/caller.ts';
import { invalid } from '../http/errors.ts';
import { pageCursor, pageLimit, pageOf, placeOf, usualLimit } from '../http/request/paging.ts';
import type { May } from '../http/route.ts';
import { defineRoute, type RouteDef } from '../http/route.ts';
import { programmeParams } from '../programmes/programmes-schemas.ts';
import { overrideInput, overrideList, overrideView } from './claim-overrides-schemas.ts';

const tag = 'programmes';
const access = 'login' as const;
const path = '/v1/programmes/:id/claim-overrides';

/** The people who may allow an exception, in a role that a rule of the programme names. */
const may = titleOffice(
  ({ claims }) => [...new Set(claims.flatMap(({ overriddenBy }) => overriddenBy ?? []))],
  ({ claims }) =>
    notYours(text('只有职称办可以批准同一年度再次申报。', 'Only the title office may allow a second application.'), {
      clauses: [...new Set(claims.flatMap((rule) => (rule.overriddenBy ? rule.clauses : [])))],
      readings: ['A-25'],
    }),
);

/** The same for one application of this programme and world, and not for the decider's own (separation of duties). */
const mayFor: May<{ readonly id: string }, OfficeInCharge, Person, { readonly application: string }> = {
  who: 'The title office of the programme; one’s own application is for somebody else to allow.',
  check: may.check,
  checkBody: async (asking) => {
    const { services, body, caller, world } = asking;
    const office = may.check(asking);
    if (!office || 'code' in office) return office;
    const [head] = await findHeads(services.db, [body.application]);
    if (!head || head.programme !== office.programme.id || head.world !== world)
      return invalidFields([{ path: '/application', message: unknown }]);
    return head.person === caller.person
      ? notYours(text('本人的申报由他人批准。', 'One’s own application is for somebody else to allow.'))
      : office;
  },
};

/** One series a year and one committee a level are the rule; the title office may allow an exception, with a reason. */
export const claimOverrideRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'post',
    path,
    summary: 'Allows an application although another holds what it claims (CLAIM_TAKEN), once; for the title office.',
    tag,
    access,
    may: mayFor,
    params: programmeParams,
    body: overrideInput,
    idempotency: 'stored',
    answers: { 201: { description: 'The decision', schema: overrideView } },
    handle: async ({ services: { vault, db }, caller, world, body, key, granted: { programme, role, scope } }) => {
      const { application: no, claims: kinds, reason } = body;
      const strict = kinds.findIndex((kind) => ruleOf(programme, kind)?.overriddenBy !== role);
      if (strict >= 0) throw invalid([{ path: `/claims/${strict}`, message: notAllowable }]);
      const words = JSON.stringify({ reason });
      const text = { body: vault.seal(words, `text/${key.id}`), hash: vault.hash(words) };
      await writeOverride(db, world, { id: key.id, no, kinds, text, by: { person: caller.person, role, scope } });
      const kept = await findOverride(db, key.id);
      if (!kept) throw new Error(`override ${key.id} was not kept`);
      return { status: 201, body: viewOf(programme, kept) };
    },
  }),
  defineRoute({
    method: 'get',
    path,
    summary: 'What was allowed beside other applications, the latest first; for the title office.',
    tag,
    access,
    may,
    params: programmeParams,
    query: z.strictObject({ limit: pageLimit, cursor: pageCursor }),
    answers: { 200: { description: 'Decisions', schema: overrideList } },
    handle: async ({ services, world, query, granted: { programme } }) => {
      const { limit = usualLimit, cursor } = query;
      const after = cursor === undefined ? null : (placeOf(cursor, ['number', 'id']) as OverridePlace);
      const rows = await listOverrides(services.db, { world, programme: programme.id }, { after, limit });
      const { page, nextCursor } = pageOf(rows, limit, ({ decidedAt, id }) => [decidedAt, id]);
      return { status: 200, body: { items: page.map((each) => viewOf(programme, each)), nextCursor } };
    },
  }),
];

const ruleOf = ({ claims }: Programme, kind: string): ClaimRule | undefined =>
  claims.find((rule) => rule.kind === kind);

const unknown: Text = text('没有此项申报。', 'There is no such application.');
const notAllowable: Text = text('此项不得例外。', 'Nobody may allow this beside another.');

function viewOf(programme: Programme, { id, no, kinds, decidedAt, used }: StoredOverride) {
  const rules = kinds.flatMap((kind) => ruleOf(programme, kind) ?? []);
  return {
    id,
    application: no,
    claims: kinds,
    used,
    decidedAt: toRfc3339(decidedAt),
    clauses: rules.flatMap(({ clauses }) => clauses),
    readings: [...new Set(rules.flatMap(({ readings }) => readings))],
  };
}
