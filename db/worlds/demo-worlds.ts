import type { Db } from '../connection.ts';
import { identityHash } from '../people/people.ts';
import { transaction } from '../transaction.ts';
import type { Vault } from '../vault.ts';
import { type DemoPerson, demoPeople, demoUnits } from './demo-people.ts';

/** Before every subject of the demonstration, so that nobody whom a real issuer calls `admin` becomes its administrator. */
const demoPrefix = 'demo:';

/** The subject of a demonstration account in a clock world, or in real time. */
export const demoSubject = (account: string, world: string | null): string =>
  `${demoPrefix}${account}${world === null ? '' : `@${world}`}`;

/** Whether people of the demonstration, whose tokens anyone could have, are in the database. */
export async function hasDemoPeople({ sql }: Db): Promise<boolean> {
  const [row] = await sql<{ found: boolean }[]>`
    select exists (select 1 from people where starts_with(subject, ${demoPrefix})) as found`;
  return row?.found === true;
}

/** The id of a demonstration unit in a world: always the same, and not to be guessed from outside. */
export const demoUnitId = (vault: Vault, key: string, world: string | null): string =>
  idOf(vault, ['unit', key, world]);
/** The id of a demonstration person in a world. */
export const demoPersonId = (vault: Vault, account: string, world: string | null): string =>
  idOf(vault, ['person', account, world]);

function idOf(vault: Vault, what: readonly (string | null)[]): string {
  const hash = vault.hash(JSON.stringify(['demo', ...what]));
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** Puts the invented people, units and grants into a world; who is there already is left as they are. */
export async function seedDemo(db: Db, vault: Vault, world: string | null): Promise<void> {
  const units = demoUnits.map(({ key, name, employerClass, territory, supervisor, agencyClient }) => ({
    id: demoUnitId(vault, key, world),
    world,
    name,
    employer_class: employerClass,
    territory: territory ?? null,
    supervisor: supervisor ?? null,
    agency_client: agencyClient ?? false,
  }));
  const people = demoPeople.map((person) => rowOf(vault, person, world));
  const grants = demoPeople.flatMap((person) => grantsOf(vault, person, world));
  await transaction(db, async (tx) => {
    await tx`insert into units ${tx(units)} on conflict (id) do nothing`;
    const made = await tx<{ id: string }[]>`insert into people ${tx(people)} on conflict do nothing returning id`;
    const ofNew = grants.filter(({ person }) => made.some(({ id }) => id === person));
    if (ofNew.length > 0) await tx`insert into grants ${tx(ofNew)} on conflict do nothing`;
  });
}

function rowOf(vault: Vault, { account, name, identity }: DemoPerson, world: string | null) {
  return {
    id: demoPersonId(vault, account, world),
    world,
    subject: demoSubject(account, world),
    name_enc: vault.seal(name),
    identity_enc: identity ? vault.seal(identity) : null,
    identity_hash: identity ? identityHash(vault, world, identity) : null,
    mail_enc: vault.seal(`${account}@example.org`),
    phone_enc: null,
    language: 'zh',
  };
}

function grantsOf(vault: Vault, { account, roles }: DemoPerson, world: string | null) {
  return roles.flatMap(({ role, scope }) => {
    if (scope === undefined) return [];
    const [kind = '', id = ''] = scope.split(':');
    const held = kind === 'unit' ? `unit:${demoUnitId(vault, id, world)}` : scope;
    return [{ person: demoPersonId(vault, account, world), role, scope: held }];
  });
}

/** Remembers to which instant (business epoch ms) a world is being moved; null when there is no such world. */
export async function aimWorld({ sql }: Db, world: string, toMs: number): Promise<'ahead' | 'again' | 'behind' | null> {
  const [row] = await sql<{ aim: 'ahead' | 'again' | 'behind' }[]>`
    with seen as (select id, moving_to, to_ms(world_now(id)) as now from worlds where id = ${world} for update),
         aimed as (update worlds w set moving_to = from_ms(${toMs}::bigint) from seen
                    where w.id = seen.id and seen.now <= ${toMs}::bigint returning w.id)
    select case when exists (select 1 from aimed) then 'ahead' when moving_to = from_ms(${toMs}::bigint) then 'again' else 'behind' end as aim
      from seen`;
  return row?.aim ?? null;
}
