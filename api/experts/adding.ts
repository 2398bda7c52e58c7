import type { z } from 'zod';
import { identityHash, personOfIdentity } from '../../db/people/people.ts';
import { unitNameKey } from '../../db/people/units.ts';
import { addExperts, type NewExpert } from '../../db/sessions/experts.ts';
import { newestFiling } from '../../db/sessions/filings.ts';
import { normalName } from '../../domain/normal-form.ts';
import type { FieldError } from '../../domain/refusal.ts';
import { expertErrors } from '../../domain/session/committee/expert.ts';
import { lowestLevel } from '../../domain/session/committee/filing.ts';
import { text } from '../../domain/text.ts';
import type { Person } from '../http/caller.ts';
import type { Services } from '../http/route.ts';
import type { CommitteeAtWork } from './committee-rights.ts';
import type { expertInput } from './experts-schemas.ts';

export type ExpertInput = z.infer<typeof expertInput>;
type Named = { readonly id: string; readonly input: ExpertInput };
/** What is wrong with each of a list, in its order; empty where it can be added. */
export type Judged = readonly (readonly FieldError[])[];

/** Judges a list of experts by the rules of their committee, and finds the accounts of those who have one. */
export async function judgeExperts(
  services: Services,
  { key, rules }: CommitteeAtWork,
  { list, caller }: { readonly list: readonly Named[]; readonly caller: Person },
): Promise<{ readonly errors: Judged; readonly experts: readonly NewExpert[] }> {
  const { db, vault } = services;
  const filing = await newestFiling(db, key);
  const lowest = filing && lowestLevel(filing);
  const judged = [];
  for (const { id, input } of list) {
    const { identityNumber: number, identityType: type = 'citizenId' } = input;
    const named = number === undefined ? null : { type, number };
    const person = named && (await personOfIdentity(db, identityHash(vault, key.world, named), key.world));
    const account = accountErrors(named !== null, person, caller);
    judged.push({
      errors: [...expertErrors(rules.committee, input, lowest), ...account],
      expert: rowOf(services, key.world, { id, input, person }),
    });
  }
  return { errors: judged.map(({ errors }) => errors), experts: judged.map(({ expert }) => expert) };
}

/** Nobody is made an expert by a document that no account has registered, and nobody makes himself one. */
export function accountErrors(named: boolean, person: string | null, caller: Person): readonly FieldError[] {
  if (!named) return [];
  if (person === null) return [{ path: '/identityNumber', message: unknown }];
  return person === caller.person ? [{ path: '/identityNumber', message: oneself }] : [];
}
const unknown = text(
  '没有账号登记过此证件，请专家先登录并登记，或暂不填写。',
  'No account has registered this document: the expert signs in and registers it first, or it is left out for now.',
);
const oneself = text(
  '不能将本人登记为评审专家，须由他人办理。',
  'Nobody makes himself an expert: another person does.',
);

/** Adds judged experts, all or none, or with `partial` those who do not serve there already; gives the places of those who do. */
export const keepExperts = (
  { db }: Services,
  { key }: CommitteeAtWork,
  {
    experts,
    caller,
    partial = false,
  }: {
    readonly experts: readonly NewExpert[];
    readonly caller: Person;
    readonly partial?: boolean;
  },
): Promise<readonly number[]> => addExperts(db, key, { list: experts, by: caller.person, partial });

/** What is said of somebody who serves already. */
export const servesAlready = text(
  '该专家（姓名和单位，或账号）在此任期内已在本评委会登记。',
  'This expert, by name and unit or by account, serves on the committee in this time already.',
);

function rowOf(
  { vault }: Services,
  world: string | null,
  { id, input, person }: Named & { readonly person: string | null },
): NewExpert {
  const { name, unitName, title, level, specialty, origin, chair = null, termFrom, termUntil } = input;
  return {
    ...{ id, person, title, level, specialty, unitName, origin, chair, termFrom, termUntil },
    nameEnc: vault.seal(name, `expert.name/${id}`),
    nameHash: vault.hash(JSON.stringify(['expert', world, normalName(name), normalName(unitName)])),
    unitKey: unitNameKey(world, unitName),
  };
}
