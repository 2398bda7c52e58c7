import { correctName, nameCorrections } from '../../db/people/name-corrections.ts';
import { findPerson, type PersonRow } from '../../db/people/people.ts';
import { everyProgramme, hasGrant } from '../../domain/access/access.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { May } from '../http/route.ts';
import { defineRoute, type RouteDef, type Services } from '../http/route.ts';
import { nameCorrectionInput, nameCorrectionList, ofPerson } from './name-corrections-schemas.ts';

const path = '/v1/people/:id/name-corrections';
const tag = 'people';

/** The people who have one of these roles for every programme, and are not the person in the path, who must be of their world. For all others it does not exist. */
const overOthers = (who: string, ...roles: readonly Role[]): May<{ readonly id: string }, { person: PersonRow }> => ({
  who,
  check: async ({ services: { db }, params, caller }) => {
    if (params.id === caller.person || !roles.some((role) => hasGrant(caller, role, everyProgramme))) return null;
    const person = await findPerson(db, params.id);
    return person && person.world === caller.world ? { person } : null;
  },
});

async function correctionsOf({ db, vault }: Services, person: string) {
  const items = await nameCorrections(db, person);
  return {
    items: items.map(({ id, by, at, was, became, reason }) => ({
      id,
      by,
      at: toRfc3339(at),
      was: vault.openText(was, 'person.name'),
      became: vault.openText(became, 'person.name'),
      reason: vault.openText(reason, `reason.correction/${id}`),
    })),
  };
}

/** The routes to correct a name that its owner can no longer change, and to read all corrections. */
export const nameCorrectionRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'post',
    path,
    summary: 'Correct the name of a person under which applications stand; for administrators.',
    tag,
    access: 'login',
    may: overOthers('Administrators of every programme, for somebody else.', 'administrator'),
    idempotency: 'stored',
    params: ofPerson,
    body: nameCorrectionInput,
    answers: { 200: { description: 'Every correction, this one last', schema: nameCorrectionList } },
    handle: async ({ services, body, caller, key, now, granted: { person } }) => {
      const { vault, db } = services;
      const sealed = {
        became: vault.seal(body.name, 'person.name'),
        reason: vault.seal(body.reason, `reason.correction/${key.id}`),
      };
      await correctName(db, person.id, { id: key.id, by: caller.person, at: await now(), ...sealed });
      return { status: 200, body: await correctionsOf(services, person.id) };
    },
  }),
  defineRoute({
    method: 'get',
    path,
    summary: 'Every correction of a person’s name; for administrators and auditors.',
    tag,
    access: 'login',
    may: overOthers('Administrators and auditors of every programme, for somebody else.', 'administrator', 'auditor'),
    params: ofPerson,
    answers: { 200: { description: 'The corrections', schema: nameCorrectionList } },
    handle: async ({ services, granted: { person } }) => ({
      status: 200,
      unstored: true,
      body: await correctionsOf(services, person.id),
    }),
  }),
];
