import { z } from 'zod';

const MAX_ACCOUNTS = 30;
/** The address that the demonstration uses by default. */
const USUAL = 'http://127.0.0.1:3000';
const name = z.union([z.string(), z.object({ zh: z.string() }).transform(({ zh }) => zh)]);
const accounts = z.object({
  items: z.array(z.object({ account: z.string(), name: name.optional(), roles: z.array(z.unknown()).optional() })),
});
const role = z.union([z.string(), z.object({ role: z.string() }).transform((grant) => grant.role)]);

/** The text that is printed when everything runs: the address, the demonstration accounts, three commands to try. */
export async function welcome(baseUrl: string, { demo, dataDir }: { demo: boolean; dataDir: string }): Promise<string> {
  const head = ['', `Zhicheng runs at ${baseUrl}   (documentation: ${baseUrl}/docs)`];
  const foot = [`Logs and data: ${dataDir}. Ctrl-C stops everything; nothing is lost.`, ''];
  if (!demo) return [...head, ...foot].join('\n');
  const people = await demoAccounts(baseUrl);
  const login = `curl -s ${baseUrl}/demo/token -H 'content-type: application/json' -d '{"account":"${people[0]?.account}"}'`;
  return [
    ...head,
    '',
    'Demonstration accounts (no password; they exist in this mode only):',
    ...people.slice(0, MAX_ACCOUNTS).map(({ account, label }) => `  ${account.padEnd(26)} ${label}`),
    ...(people.length > MAX_ACCOUNTS ? [`  … ${people.length} in all: ${baseUrl}/demo/accounts`] : []),
    '',
    'Three things to try:',
    `  1. TOKEN=$(${login} | grep -o '"token":"[^"]*' | cut -d'"' -f4); curl -s ${baseUrl}/v1/applications -H "authorization: Bearer $TOKEN"`,
    `  2. npm run demo${baseUrl === USUAL ? '' : ` -- --base ${baseUrl}`}`,
    `  3. open ${baseUrl}/docs`,
    '',
    ...foot,
  ].join('\n');
}

async function demoAccounts(baseUrl: string): Promise<readonly { account: string; label: string }[]> {
  const response = await fetch(`${baseUrl}/demo/accounts`);
  const { items } = accounts.parse(await response.json());
  return items.map((person) => {
    const roles = (person.roles ?? []).flatMap((grant) => role.safeParse(grant).data ?? []);
    return {
      account: person.account,
      label: [person.name, [...new Set(roles)].join(', ')].filter(Boolean).join(' · '),
    };
  });
}
