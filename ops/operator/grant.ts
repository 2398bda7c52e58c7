import type { EnvSource } from '../../config/env/env-values.ts';
import { programmes } from '../../config/programmes.ts';
import { connect, type Db } from '../../db/connection.ts';
import { giveGrant, type ListedGrant, listGrants, revokeGrant } from '../../db/people/grants.ts';
import { findUnit } from '../../db/people/units.ts';
import { createVault, type Vault } from '../../db/vault.ts';
import type { Grant } from '../../domain/access/access.ts';
import { meetingAgain } from '../../domain/access/several-roles.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import { rolesOfOffice } from '../../domain/routing/roles-of-office.ts';
import { type CommandResult, NotDone, print, resultOf } from '../command-line/result.ts';
import { readRunningEnv } from '../start/running-settings.ts';
import { readArguments, USAGE, type Wanted } from './grant-arguments.ts';

/** `npm run grant` with this command line and these settings. */
export function grant(args: readonly string[], source: EnvSource = process.env): Promise<CommandResult> {
  return resultOf(async () => {
    const wanted = readArguments(args);
    if (wanted.do === 'help') return USAGE;
    const env = readRunningEnv(source);
    const db = connect(env.databaseUrl, { poolSize: 1, applicationName: 'zhicheng-grant' });
    try {
      return await run({ db, vault: createVault(env.dataKeys, env.identityKey) }, wanted);
    } finally {
      await db.close();
    }
  });
}

type Kit = { readonly db: Db; readonly vault: Vault };

async function run(kit: Kit, wanted: Exclude<Wanted, { do: 'help' }>): Promise<string> {
  if (wanted.do === 'list') return listText(await listGrants(kit.db, wanted.subject), kit.vault);
  return wanted.do === 'give' ? await give(kit, wanted) : await revoke(kit, wanted);
}

async function give({ db, vault }: Kit, wanted: Extract<Wanted, { do: 'give' }>): Promise<string> {
  const { subject, role, scope, unit, name } = wanted;
  if (unit !== null && !(await findUnit(db, unit, null))) throw new NotDone(`There is no unit ${unit}.`);
  if (scope.startsWith('office:')) demandRole(wanted);
  switch (await giveGrant(db, wanted, name === null ? null : vault.seal(name, 'person.name'))) {
    case 'given':
      return [
        `Given: ${subject} is ${role} of ${scope}, from the next request on.`,
        ...(await beware(db, subject, { role, scope })),
      ].join('\n');
    case 'heldAlready':
      return `${subject} was ${role} of ${scope} already.`;
    case 'unknownPerson':
      throw new NotDone(
        `Nobody with the subject "${subject}" is known: check it, or give the person's name with --name.`,
      );
    case 'personOfClockWorld':
      throw new NotDone(`"${subject}" lives in a clock world of a demonstration.`);
  }
}

/** An office is given people in the roles alone that it has in some programme. */
function demandRole({ role, scope }: Grant): void {
  const office = scope.slice('office:'.length);
  const held = [...new Set([...programmes.values()].flatMap((programme) => rolesOfOffice(programme, office)))];
  if (held.includes(role)) return;
  throw new NotDone(`${office} acts as ${role} in no programme; it acts as ${held.join(', ') || 'nothing'}.`);
}

/** What one should know who gives somebody several roles: one person reviews an application once. */
async function beware(db: Db, subject: string, grant: Grant): Promise<readonly string[]> {
  const others = meetingAgain(grant, await listGrants(db, subject));
  if (others.length === 0) return [];
  const names = others.map(({ role, scope }) => `${role} of ${scope}`).join(', ');
  return [
    `Beware: ${subject} is also ${names}. One person reviews an application once: who acts on one in one of these roles is refused in the others.`,
  ];
}

async function revoke({ db }: Kit, wanted: Extract<Wanted, { do: 'revoke' }>): Promise<string> {
  const { subject, role, scope } = wanted;
  if (!(await revokeGrant(db, wanted))) throw new NotDone(`"${subject}" is not ${role} of ${scope}: see --list.`);
  return `Taken away: ${subject} is not ${role} of ${scope} any more, from the next request on.`;
}

function listText(grants: readonly ListedGrant[], vault: Vault): string {
  if (grants.length === 0) return 'No role is given.';
  const rows = grants.map(({ subject, role, scope, nameEnc, since }) => [
    subject,
    role,
    scope,
    toRfc3339(since),
    vault.openText(nameEnc, 'person.name'),
  ]);
  const table = [['subject', 'role', 'scope', 'since', 'name'], ...rows];
  const widthOf = (column: number) => Math.max(...table.map((row) => row[column]?.length ?? 0));
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widthOf(column)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

if (import.meta.main) print(await grant(process.argv.slice(2)));
