import { parseArgs } from 'node:util';
import { programmes } from '../../config/programmes.ts';
import { everyProgramme } from '../../domain/access/access.ts';
import { isPrintable, isVisible, plainText } from '../../domain/plain-text.ts';
import { officeRoles, programmeRoles, type Role, unitRoles } from '../../domain/programme/facts.ts';
import { Usage, understood } from '../command-line/usage.ts';

/** A role with its scope; `unit` is the id of the unit, if the scope is one. */
type GrantWanted = { readonly role: Role; readonly scope: string; readonly unit: string | null };

/** The command line of `npm run grant`. */
export type Wanted =
  | { readonly do: 'help' }
  | { readonly do: 'list'; readonly subject: string | null }
  | ({ readonly do: 'give'; readonly subject: string; readonly name: string | null } & GrantWanted)
  | ({ readonly do: 'revoke'; readonly subject: string } & GrantWanted);

type ScopeKind = 'unit' | 'office' | 'programme';
/** Every role that is granted: those of units, of offices, and of whole programmes. */
const SCOPE_OF: ReadonlyMap<string, { readonly role: Role; readonly kind: ScopeKind }> = new Map(
  [
    ...unitRoles.map((role) => ({ role, kind: 'unit' as const })),
    ...officeRoles.map((role) => ({ role, kind: 'office' as const })),
    ...programmeRoles.map((role) => ({ role, kind: 'programme' as const })),
  ].map((each) => [each.role, each]),
);
const FORMS: Readonly<Record<ScopeKind, string>> = {
  unit: 'unit:<id of a unit>',
  office: 'office:<id of an office>',
  programme: `programme:<id of a programme> or ${everyProgramme}`,
};

const COMMAND = 'npm run grant';
const wrong = (problem: string) => new Usage(COMMAND, problem);

/** How `npm run grant` is used. */
export const USAGE = `npm run grant -- <subject> <role> <scope> --name "…"   gives a role to whom the issuer of tokens calls <subject>
npm run grant -- <subject> <role> <scope> --revoke     takes it away
npm run grant -- --list [<subject>]                    who holds which role

  --name   the person's name, needed where nobody with that subject is known yet; kept encrypted, and theirs to change later

Roles and their scopes:
${[...SCOPE_OF].map(([role, { kind }]) => `  ${role.padEnd(20)} ${FORMS[kind]}`).join('\n')}

A change holds from the next request on. To begin with, give somebody administrator of ${everyProgramme}: administrators make units and
name their members by the API.

The service is found by DATABASE_URL, TEMPORAL_ADDRESS, DATA_KEYS and IDENTITY_KEY; where DATABASE_URL is not set, by the data
folder (DATA_DIR, else .data) of an "npm start" that runs.

Exit code: 0 done, or so already · 1 not done (no such unit, nobody with that subject, role not held) · 2 not understood, or settings
missing · 3 the database cannot be reached.`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MAX_SUBJECT = 255;
const MAX_NAME = 100;

/** Reads the command line; throws `Usage`. */
export function readArguments(args: readonly string[]): Wanted {
  const { values, positionals } = parse(args);
  const [subject, role, scope, ...more] = positionals;
  if (values.help || args.length === 0) return { do: 'help' };
  if (values.list) {
    if (role !== undefined || values.revoke || values.name !== undefined) throw wrong('--list takes a subject at most');
    return { do: 'list', subject: subject ?? null };
  }
  if (subject === undefined || role === undefined || scope === undefined) {
    throw wrong('a subject, a role and a scope are needed');
  }
  if (more.length > 0) throw wrong(`"${more.join(' ')}" is too much; put the name into quotation marks`);
  if (subject.trim() !== subject || subject.length === 0 || subject.length > MAX_SUBJECT) {
    throw wrong(`a subject has 1 to ${MAX_SUBJECT} characters and no space around them`);
  }
  const grant = grantOf(role, scope);
  if (!values.revoke) return { do: 'give', subject, name: nameOf(values.name), ...grant };
  if (values.name !== undefined) throw wrong('--name does not go with --revoke');
  return { do: 'revoke', subject, ...grant };
}

function grantOf(name: string, scope: string): GrantWanted {
  const known = SCOPE_OF.get(name);
  if (!known) throw wrong(`"${name}" is none of ${[...SCOPE_OF.keys()].join(', ')}`);
  const { role, kind } = known;
  const [start, id = ''] = scope.split(/:(.*)/s);
  if (start !== kind) throw wrong(`${role} goes with ${FORMS[kind]}, not with "${scope}"`);
  if (kind === 'unit') {
    const unit = id.toLowerCase();
    if (!UUID.test(unit)) throw wrong(`"${id}" is not the id of a unit`);
    return { role, scope: `unit:${unit}`, unit };
  }
  const ids = kind === 'office' ? knownOffices() : [...programmes.keys(), '*'];
  if (!ids.includes(id)) throw wrong(`"${id}" is none of ${ids.join(', ')}`);
  return { role, scope, unit: null };
}

const knownOffices = () => [
  ...new Set([...programmes.values()].flatMap((programme) => programme.offices.map((office) => office.id))),
];

function nameOf(value: string | undefined): string | null {
  if (value === undefined) return null;
  const name = plainText(value).trim();
  if (!isVisible(name) || !isPrintable(name) || name.length > MAX_NAME)
    throw wrong(`--name has 1 to ${MAX_NAME} characters that can be seen`);
  return name;
}

function parse(args: readonly string[]) {
  const parsed = () =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        revoke: { type: 'boolean' },
        list: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  return understood(COMMAND, parsed);
}
