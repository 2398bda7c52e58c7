import { sql } from 'drizzle-orm';
import type { Db } from '../connection.ts';
import { identityHash } from '../people/people.ts';
import { unitNameKey } from '../people/units.ts';
import { once, prepared } from '../prepared.ts';
import { grantEvents, grants, people, units } from '../schema.ts';
import { transaction } from '../transaction.ts';
import type { Vault } from '../vault.ts';
import { type DemoPerson, demoPeople, demoUnits } from './demo-people.ts';

/** The prefix of every subject of the demonstration, so that a real issuer's `admin` never becomes its administrator. */
const demoPrefix = 'demo:';

/** The subject of a demonstration account in a clock world, or in real time. */
export const demoSubject = (account: string, world: string | null): string =>
  `${demoPrefix}${account}${world === null ? '' : `@${world}`}`;

const anyDemoPerson = prepared([], (orm) =>
  orm.select({ id: people.id }).from(people).where(sql`starts_with(${people.subject}, ${demoPrefix})`).limit(1),
);

/** Whether the database has people of the demonstration, whose tokens anybody can get. */
export async function hasDemoPeople(db: Db): Promise<boolean> {
  return (await anyDemoPerson(db, {})).length > 0;
}

/** The id of a demonstration unit in a world: always the same, and impossible to guess. */
export const demoUnitId = (vault: Vault, key: string, world: string | null): string =>
  idOf(vault, ['unit', key, world]);
/** The id of a demonstration person in a world. */
export const demoPersonId = (vault: Vault, account: string, world: string | null): string =>
  idOf(vault, ['person', account, world]);

function idOf(vault: Vault, what: readonly (string | null)[]): string {
  const hash = vault.hash(JSON.stringify(['demo', ...what]));
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

const grantColumns = { person: grants.person, role: grants.role, scope: grants.scope };

/** Puts the invented people, units and grants into a world; who is there already is left as they are. */
export async function seedDemo(db: Db, vault: Vault, world: string | null): Promise<void> {
  const newUnits = demoUnits.map(({ key, ...unit }) => ({
    ...unit,
    id: demoUnitId(vault, key, world),
    world,
    nameKey: unitNameKey(world, unit.name),
  }));
  const newPeople = demoPeople.map((person) => rowOf(vault, person, world));
  const newGrants = demoPeople.flatMap((person) => grantsOf(vault, person, world));
  await transaction(db, async (_, { orm }) => {
    await once(orm.insert(units).values(newUnits).onConflictDoNothing());
    const made = await once(orm.insert(people).values(newPeople).onConflictDoNothing().returning({ id: people.id }));
    const ofNew = newGrants.filter(({ person }) => made.some(({ id }) => id === person));
    if (ofNew.length === 0) return;
    const given = await once(orm.insert(grants).values(ofNew).onConflictDoNothing().returning(grantColumns));
    const events = given.map((grant) => ({ ...grant, kind: 'given' as const }));
    if (events.length > 0) await once(orm.insert(grantEvents).values(events));
  });
}

function rowOf(vault: Vault, { account, name, identity }: DemoPerson, world: string | null) {
  return {
    id: demoPersonId(vault, account, world),
    world,
    subject: demoSubject(account, world),
    nameEnc: vault.seal(name, 'person.name'),
    identityEnc: identity ? vault.seal(identity, 'person.identity') : null,
    identityHash: identity ? identityHash(vault, world, { type: 'citizenId', number: identity }) : null,
    mailEnc: vault.seal(`${account}@example.org`, 'person.mail'),
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
export async function aimWorld(
  { sql: query }: Db,
  world: string,
  toMs: number,
): Promise<'ahead' | 'again' | 'behind' | null> {
  // SQL by hand: one statement locks the row, reads the clock after the lock, and writes by what it read.
  const [row] = await query<{ aim: 'ahead' | 'again' | 'behind' }[]>`
    with seen as (select id, moving_to, to_ms(world_now(id)) as now from worlds where id = ${world} for update),
         aimed as (update worlds w set moving_to = from_ms(${toMs}::bigint) from seen
                    where w.id = seen.id and seen.now <= ${toMs}::bigint returning w.id)
    select case when exists (select 1 from aimed) then 'ahead' when moving_to = from_ms(${toMs}::bigint) then 'again' else 'behind' end as aim
      from seen`;
  return row?.aim ?? null;
}
