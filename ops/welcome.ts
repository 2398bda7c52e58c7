import { z } from 'zod';

const MOST_ACCOUNTS = 30;
const text = z.union([z.string(), z.object({ zh: z.string() }).transform(({ zh }) => zh)]);
const accountList = z.array(
  z.object({
    account: z.string(),
    name: text.optional(),
    role: text.optional(),
    roles: z.array(z.unknown()).optional(),
  }),
);
const answer = z.union([accountList, z.object({ accounts: accountList }).transform(({ accounts }) => accounts)]);

/** What is printed when all runs: the address, the demonstration accounts, three commands to try. */
export async function welcome(baseUrl: string, { demo, dataDir }: { demo: boolean; dataDir: string }): Promise<string> {
  const head = ['', `Zhicheng runs at ${baseUrl}   (documentation: ${baseUrl}/docs)`];
  const foot = [`Logs and data: ${dataDir}. Ctrl-C stops everything; nothing is lost.`, ''];
  if (!demo) return [...head, ...foot].join('\n');
  const accounts = await demoAccounts(baseUrl);
  const first = accounts[0]?.account ?? 'applicant';
  const login = `curl -s ${baseUrl}/demo/token -H 'content-type: application/json' -d '{"account":"${first}"}'`;
  return [
    ...head,
    '',
    'Demonstration accounts (no password; they exist in this mode only):',
    ...accounts.slice(0, MOST_ACCOUNTS).map((account) => `  ${account.account.padEnd(28)} ${account.label}`),
    ...(accounts.length > MOST_ACCOUNTS ? [`  … ${accounts.length} in all: ${baseUrl}/demo/accounts`] : []),
    '',
    'Three things to try:',
    `  1. TOKEN=$(${login} | node -pe 'JSON.parse(fs.readFileSync(0)).token') && curl -s ${baseUrl}/v1/applications -H "authorization: Bearer $TOKEN"`,
    '  2. npm run demo',
    `  3. open ${baseUrl}/docs`,
    '',
    ...foot,
  ].join('\n');
}

async function demoAccounts(baseUrl: string): Promise<readonly { account: string; label: string }[]> {
  const response = await fetch(`${baseUrl}/demo/accounts`);
  const parsed = answer.safeParse(await response.json());
  if (!parsed.success) return [];
  return parsed.data.map(({ account, name, role, roles }) => ({
    account,
    label: [name, role ?? roles?.map(roleText).join(', ')].filter(Boolean).join(' · '),
  }));
}

function roleText(role: unknown): string {
  if (typeof role === 'string') return role;
  return typeof role === 'object' && role !== null && 'role' in role ? String(role.role) : '';
}
