import type { EnvSource } from '../../config/env/env-values.ts';
import { connect, type Db } from '../../db/connection.ts';
import { giveGrant, type ListedGrant, listGrants, revokeGrant } from '../../db/people/grants.ts';
import { findUnit } from '../../db/people/units.ts';
import { createVault, type Vault } from '../../db/vault.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
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
  switch (await giveGrant(db, wanted, name === null ? null : vault.seal(name, 'person.name'))) {
    case 'given':
      return `Given: ${subject} is ${role} of ${scope}, from the next request on.`;
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
