import { identityReleasesOf, releaseIdentity } from '../../db/people/identity-releases.ts';
import { identityHash } from '../../db/people/people.ts';
import { documentOf, maskDocument } from '../../domain/access/identity-document.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import { refuse } from '../../domain/refusal.ts';
import { text } from '../../domain/text.ts';
import { administrator, overseer } from '../access/may.ts';
import { notFound, refused } from '../http/errors.ts';
import { usualLimit } from '../http/request/paging.ts';
import { defineRoute, type RouteDef } from '../http/route.ts';
import {
  identityReleased,
  identityReleaseInput,
  identityReleaseList,
  identityReleaseQuery,
} from './identity-releases-schemas.ts';

const path = '/v1/identity-releases';
const tag = 'people';

/** An identity number is whose account says it first; an administrator takes it from an account that should not have it. The number is in no URL. */
export const identityReleaseRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'post',
    path,
    summary: 'Take an identity number from the account that registered it wrongly, with a reason; for administrators.',
    tag,
    access: 'login',
    may: administrator(text('只有管理员可以释放身份号码。', 'Only an administrator releases an identity number.')),
    idempotency: 'stored',
    body: identityReleaseInput,
    answers: {
      200: { description: 'The number can be registered again', schema: identityReleased },
      404: { description: 'No account has this number' },
    },
    handle: async ({ services: { db, vault }, caller, world, body, key }) => {
      const { identityType: type = 'citizenId', identityNumber: number } = body;
      const held = { hash: identityHash(vault, world, { type, number }), world };
      const reason = vault.seal(body.reason, `reason.release/${key.id}`);
      const found = await releaseIdentity(db, held, { id: key.id, by: caller.person, reason });
      if (found.status === 'nobodyHasIt') throw notFound();
      if (found.status !== 'released') throw refused(ownNumber());
      return { status: 200, body: { person: found.person } };
    },
  }),
  defineRoute({
    method: 'get',
    path,
    summary:
      'The identity numbers taken from accounts, masked, with who did it and why; for administrators and auditors.',
    tag,
    access: 'login',
    may: overseer,
    query: identityReleaseQuery,
    answers: { 200: { description: 'The releases, last first', schema: identityReleaseList } },
    handle: async ({ services: { db, vault }, world, query: { limit = usualLimit } }) => {
      const found = await identityReleasesOf(db, world, limit);
      const items = found.map(({ id, person, by, identity, reason, at }) => ({
        id,
        person,
        ...shownDocument(vault.openText(identity, 'person.identity')),
        by,
        at: toRfc3339(at),
        reason: vault.openText(reason, `reason.release/${id}`),
      }));
      return { status: 200, unstored: true, body: { items } };
    },
  }),
];

function shownDocument(opened: string) {
  const document = documentOf(opened);
  return { identityType: document.type, identityNumber: maskDocument(document) };
}

const ownNumber = () =>
  refuse(
    'NOT_YOURS',
    text('不能释放本人的身份号码，须由他人办理。', 'Nobody releases the own number; another administrator does.'),
  );
