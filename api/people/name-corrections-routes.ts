import { correctName, nameCorrections } from '../../db/people/name-corrections.ts';
import { findPerson, type PersonRow } from '../../db/people/people.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import type { Person } from '../access/caller.ts';
import { overOthers } from '../access/may.ts';
import { notFound } from '../http/errors.ts';
import { defineRoute, type RouteDef, type Services } from '../http/route.ts';
import { nameCorrectionInput, nameCorrectionList, ofPerson } from './name-corrections-schemas.ts';

const path = '/v1/people/:id/name-corrections';
const tag = 'people';

/** A person of the caller's world; throws a 404 where there is none. */
async function personOf({ db }: Services, id: string, caller: Person): Promise<PersonRow> {
  const person = await findPerson(db, id);
  if (!person || person.world !== caller.world) throw notFound();
  return person;
}

async function correctionsOf({ db, vault }: Services, person: string) {
  const items = await nameCorrections(db, person);
  return {
    items: items.map(({ id, by, at, was, became, reason }) => ({
      id,
      by,
      at: toRfc3339(at),
      was: vault.openText(was),
      became: vault.openText(became),
      reason: vault.openText(reason),
    })),
  };
}

/** The correction of a name that its bearer can no longer change, and who ever corrected it. */
export const nameCorrectionRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'post',
    path,
    summary: 'Correct the name of a person under which applications stand; for administrators.',
    tag,
    access: 'login',
    may: overOthers('administrator'),
    idempotency: 'stored',
    params: ofPerson,
    body: nameCorrectionInput,
    answers: { 200: { description: 'Every correction, this one last', schema: nameCorrectionList } },
    handle: async ({ services, params, body, caller, key, now }) => {
      const person = await personOf(services, params.id, caller);
      const { vault, db } = services;
      const sealed = { became: vault.seal(body.name), reason: vault.seal(body.reason) };
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
    may: overOthers('administrator', 'auditor'),
    params: ofPerson,
    answers: { 200: { description: 'The corrections', schema: nameCorrectionList } },
    handle: async ({ services, params, caller }) => {
      const person = await personOf(services, params.id, caller);
      return { status: 200, body: await correctionsOf(services, person.id) };
    },
  }),
];
