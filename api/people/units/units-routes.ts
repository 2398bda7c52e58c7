import { createHash } from 'node:crypto';
import {
  createUnit,
  findUnit,
  listUnits,
  membersOf,
  movePlace,
  replaceMembers,
  type UnitRow,
} from '../../../db/people/units.ts';
import { roleLabels } from '../../../domain/access/role-labels.ts';
import type { Role } from '../../../domain/programme/facts.ts';
import { refuse } from '../../../domain/refusal.ts';
import { text } from '../../../domain/text.ts';
import { administrator } from '../../access/may.ts';
import type { Person } from '../../http/caller.ts';
import { HttpError, invalid, notFound, refused, versionConflict } from '../../http/errors.ts';
import { signedIn } from '../../http/may.ts';
import { defineRoute, type Reply, type RouteDef, type Services } from '../../http/route.ts';
import { severalRoles } from './several-roles.ts';
import { knownPlaces } from './unit-places.ts';
import { isAdministrator, member, memberInCharge, ownUnits } from './unit-rights.ts';
import {
  membersInput,
  membersSchema,
  placeInput,
  unitInput,
  unitList,
  unitParams,
  unitQuery,
  unitSchema,
} from './units-schemas.ts';

const tag = 'units';
const access = 'login' as const;
const membersPath = '/v1/units/:id/members';

/**
 * Units and the people who act for them. Everybody who is logged in sees the names of units, because an applicant must choose one. An applicant may be the
 * HR of their own unit, but never acts as HR on their own application (`domain/access/access.ts`).
 */
export const unitRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'post',
    path: '/v1/units',
    summary: 'Makes a unit; for administrators.',
    tag,
    access,
    may: administrator(text('只有管理员可以建立单位。', 'Only an administrator makes units.')),
    body: unitInput,
    idempotency: 'stored',
    answers: {
      201: { description: 'The unit', schema: unitSchema, headers: ['Location'] },
      409: { description: 'There is a unit of this name, in whatever width, brackets and spacing it is written' },
    },
    handle: async ({ services, caller, world, body, key }) => {
      knownPlaces(services, body);
      const { territory = null, supervisor = null, ...rest } = body;
      const unit = { id: key.id, world, territory, supervisor, ...rest };
      if ((await createUnit(services.db, unit)) === 'nameTaken') throw nameTaken();
      return { status: 201, headers: { Location: `/v1/units/${unit.id}` }, body: viewOf(unit, caller) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/units',
    summary: 'Units, all or those with a part of a name, and what the caller is in each.',
    tag,
    access,
    may: signedIn,
    query: unitQuery,
    answers: { 200: { description: 'Units', schema: unitList } },
    handle: async ({ services, caller, world, query }) => {
      const limit = query.limit ?? 50;
      const only = query.mine === 'true' ? ownUnits(caller) : null;
      const { cursor: after = null, name: named = null } = query;
      const found = await listUnits(services.db, world, { after, limit: limit + 1, only, named });
      const items = found.slice(0, limit);
      const nextCursor = found.length > limit ? (items.at(-1)?.id ?? null) : null;
      return { status: 200, body: { items: items.map((unit) => viewOf(unit, caller)), nextCursor } };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/units/:id',
    summary: 'One unit.',
    tag,
    access,
    may: signedIn,
    params: unitParams,
    answers: { 200: { description: 'The unit', schema: unitSchema, headers: ['ETag'] } },
    handle: async ({ services, caller, world, params }) => {
      const unit = await findUnit(services.db, params.id, world);
      if (!unit) throw notFound();
      const view = viewOf(unit, caller);
      return { status: 200, etag: String(digest(view)), body: view };
    },
  }),
  defineRoute({
    method: 'put',
    path: '/v1/units/:id/place',
    summary:
      'Says where a unit is registered, who supervises it and whether the agency acts for it; for administrators.',
    tag,
    access,
    may: administrator(text('只有管理员可以更改单位归属。', 'Only an administrator says where a unit belongs.')),
    params: unitParams,
    body: placeInput,
    answers: {
      200: { description: 'The unit', schema: unitSchema },
      412: { description: 'It is there in spite of If-None-Match: *' },
    },
    handle: async ({ services, caller, world, params, body }) => {
      knownPlaces(services, body);
      const unit = await movePlace(services.db, { id: params.id, world }, { place: body, by: caller.person });
      if (!unit) throw notFound();
      return { status: 200, body: viewOf(unit, caller) };
    },
  }),
  defineRoute({
    method: 'get',
    path: membersPath,
    summary: 'Who acts for a unit; for its members and administrators.',
    tag,
    access,
    may: member,
    params: unitParams,
    answers: { 200: { description: 'The members', schema: membersSchema, headers: ['ETag'] } },
    handle: async ({ services, world, params }) => {
      if (!(await findUnit(services.db, params.id, world))) throw notFound();
      return members(services, params.id);
    },
  }),
  defineRoute({
    method: 'put',
    path: membersPath,
    summary: 'Says who acts for a unit; by administrators and by the HR of the unit.',
    tag,
    access,
    may: memberInCharge,
    params: unitParams,
    body: membersInput,
    answers: {
      200: { description: 'The members', schema: membersSchema, headers: ['ETag'] },
      403: { description: 'A role for the caller: nobody grants a role to himself' },
      412: { description: 'Someone changed it since the version in If-Match' },
    },
    handle: async ({ services, caller, world, params: { id }, body, expectedSeq }) => {
      if (!(await findUnit(services.db, id, world))) throw notFound();
      if (!isAdministrator(caller) && !body.members.some(({ role }) => role === 'unitHr')) throw nobodyLeft();
      const wanted = { members: body.members, by: caller.person, expected: expectedSeq, versionOf: digest };
      const written = await replaceMembers(services.db, { id, world }, wanted);
      if (written.status === 'toOneself') throw refused(toOneself(written.role));
      if (written.status === 'versionMoved') throw versionConflict();
      if (written.status === 'unknownPerson') throw unknownPerson(body.members, written.person);
      return members(services, id, { warned: true });
    },
  }),
];

function viewOf(unit: UnitRow, { grants }: Person) {
  const { id, name, employerClass, territory = null, supervisor = null, agencyClient = false } = unit;
  return {
    id,
    name,
    employerClass,
    territory,
    supervisor,
    agencyClient,
    roles: grants.filter(({ scope }) => scope === `unit:${id}`).map(({ role }) => role),
  };
}

async function members({ db, vault }: Services, unit: string, { warned = false } = {}): Promise<Reply> {
  const found = await membersOf(db, unit);
  const warnings = warned ? await severalRoles(db, unit, found) : null;
  return {
    status: 200,
    etag: String(digest(found.map(({ person, role }) => ({ person, role })))),
    body: () => ({
      members: found.map(({ person, role, nameEnc }) => ({
        person,
        role,
        name: vault.openText(nameEnc, 'person.name'),
      })),
      ...(warnings ? { warnings } : {}),
    }),
  };
}

/** A hash of a value as a number of at most nine digits, which can serve as a version in an ETag. */
function digest(value: unknown): number {
  return Number.parseInt(createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 7), 16);
}

function unknownPerson(named: readonly { readonly person: string }[], unknown: string): HttpError {
  const at = named.findIndex(({ person }) => person === unknown);
  return invalid([{ path: `/members/${at}/person`, message: text('没有此人', 'there is no such person') }]);
}

/** Nobody grants a role to himself, also an administrator not. */
const toOneself = (role: Role) =>
  refuse(
    'OWN_GRANT',
    text(
      `不能授予自己“${roleLabels[role].zh}”身份，须由他人授予。`,
      `Nobody grants a role to himself: another person gives you “${roleLabels[role].en}”.`,
    ),
    { details: { role } },
  );

const nameTaken = () =>
  new HttpError(
    409,
    'UNIT_EXISTS',
    text(
      '同名单位已登记：全角半角、括号、空格、大小写及不可见字符不同的，视为同一名称。',
      'A unit of this name is registered: names that differ only in width, brackets, spaces, case or invisible characters are the same.',
    ),
    { errors: [{ path: '/name', message: text('同名单位已登记', 'is the name of another unit') }] },
  );

const nobodyLeft = () =>
  invalid([{ path: '/members', message: text('至少保留一名单位人事', 'at least one unitHr must remain') }]);
