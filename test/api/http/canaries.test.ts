import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCodec } from '../../../commands/temporal/codec.ts';
import { temporal as proto } from '../../../commands/temporal/proto.ts';
import { applicationWorkflowId } from '../../../workflows/messages.ts';
import { testKeys } from '../../support/backend.ts';
import { TestService, wholeForm } from '../service.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.open();
});
afterAll(() => service.close());

/** What must not be readable anywhere: names, free text, identity numbers. */
const canaries = {
  form: 'canary-form-贡献',
  expected: 'canary-expected-请补充',
  reason: 'canary-reason-理由',
  objector: 'canary-objector-王某',
  objection: 'canary-objection-情况不实',
  file: 'canary-file.png',
};
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

it('personal data and free text stand in clear neither in a workflow history nor in any table', {
  timeout: 60_000,
}, async () => {
  const world = await service.world('2024-07-01T09:00');
  const no = await world.draft('zhang-wei');
  const [applicant, hr, group] = [
    await world.as('zhang-wei'),
    await world.as('hr-liaobei'),
    await world.as('group-liaobei'),
  ];
  const form = { ...wholeForm, contribution: canaries.form };
  expect((await applicant.put(`/v1/applications/${no}/form`, form)).status).toBe(200);
  await upload(no, await token('zhang-wei', world.id), world.id);
  await applicant.does(no, 'submit');
  await hr.does(no, 'return', {
    deficiencies: [{ item: 'a1', clause: 'LN-5.2.1-a', expected: canaries.expected }],
    reason: canaries.reason,
  });
  await applicant.does(no, 'submit');
  await hr.does(no, 'agree');
  await group.does(no, 'select');
  await hr.does(no, 'postPublicity');
  const objection = { named: true, name: canaries.objector, body: canaries.objection };
  await hr.does(no, 'recordObjection', objection);
  await applicant.does(no, 'withdraw', { reason: canaries.reason });

  const secrets = [...Object.values(canaries), ...(await namesAndNumbers())];
  expect(secrets.length).toBeGreaterThan(Object.keys(canaries).length + 2);
  const history = await clearHistory(no);
  expect(history, 'the histories are read in clear').toContain('stageEntered');
  expect(secrets.filter((secret) => history.includes(secret))).toEqual([]);
  expect(await tablesHolding(secrets)).toEqual([]);
});

async function token(account: string, clock: string): Promise<string> {
  const response = await fetch(`${service.url}/demo/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Demo-Clock': clock },
    body: JSON.stringify({ account }),
  });
  return ((await response.json()) as { token: string }).token;
}

async function upload(no: string, bearer: string, clock: string): Promise<void> {
  const body = new FormData();
  body.set('kind', 'other');
  body.set('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), canaries.file);
  const headers = { Authorization: `Bearer ${bearer}`, 'Demo-Clock': clock, 'Idempotency-Key': 'canary-upload' };
  const response = await fetch(`${service.url}/v1/applications/${no}/attachments`, { method: 'POST', headers, body });
  expect(response.status).toBe(201);
}

/** The names and identity numbers of the people of this run, decrypted with the key of the service. */
async function namesAndNumbers(): Promise<string[]> {
  const { sql } = service.backend.deps.db;
  const rows = await sql<{ name: Buffer; identity: Buffer | null; phone: Buffer | null }[]>`
    select name_enc as name, identity_enc as identity, phone_enc as phone from people`;
  const { vault } = service.services;
  return rows.flatMap(({ name, identity, phone }) => [
    vault.openText(name, 'person.name'),
    ...(identity ? [vault.openText(identity, 'person.identity')] : []),
    ...(phone ? [vault.openText(phone, 'person.phone')] : []),
  ]);
}

/** The whole history with every payload decrypted, as text. */
async function clearHistory(no: string): Promise<string> {
  const codec = createCodec(testKeys, 'refuse');
  const history = await service.backend.deps.temporal.workflow.getHandle(applicationWorkflowId(no)).fetchHistory();
  const context = { type: 'workflow', namespace: 'zhicheng', workflowId: applicationWorkflowId(no) } as const;
  const found: string[] = [historyToJSON(history)];
  const search = async (value: unknown): Promise<void> => {
    if (typeof value !== 'object' || value === null) return;
    if ('metadata' in value && 'data' in value && value.data instanceof Uint8Array) {
      const payload = proto.api.common.v1.Payload.create(value as object);
      for (const { data } of await codec.decode([payload], context))
        found.push(Buffer.from(data ?? []).toString('utf8'));
      return;
    }
    for (const each of Object.values(value)) await search(each);
  };
  await search(history.events);
  return found.join('\n');
}

/** The tables in which any of the secrets stands in clear; files and sealed columns are looked at byte by byte. */
async function tablesHolding(secrets: readonly string[]): Promise<string[]> {
  const { sql } = service.backend.deps.db;
  const tables = await sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public'`;
  const holding: string[] = [];
  for (const { name } of tables) {
    const rows = await sql<{ row: string }[]>`select to_jsonb(t)::text as row from ${sql(name)} t`;
    const hex = secrets.map((secret) => Buffer.from(secret, 'utf8').toString('hex'));
    if (rows.some(({ row }) => [...secrets, ...hex].some((secret) => row.includes(secret)))) holding.push(name);
  }
  return holding;
}
