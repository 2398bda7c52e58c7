import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it, vi } from 'vitest';
import { removeLeftFolders } from '../../../api/attachments/upload-folder.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { maxFileBytes, maxUploads } from '../../../api/http/limits.ts';
import { pdf } from '../../../ops/demo/steps/files.ts';
import { type ApiClient, type ApiWorld, TestService } from '../service.ts';

let service: TestService;
let world: ApiWorld;
let client: ApiClient;
let path: string;
beforeAll(async () => {
  service = await TestService.shared();
  world = await service.world('2024-07-01T09:00');
  client = await world.as('zhang-wei');
  path = `/v1/applications/${await world.draft('zhang-wei')}/attachments`;
});

const foldersOfUploads = (): string[] =>
  readdirSync(tmpdir())
    .filter((name) => name.startsWith(`zhicheng-uploads-${process.pid}-`))
    .map((name) => join(tmpdir(), name));
/** What this process keeps on disk of uploads that are under way. */
const onDisk = (): string[] =>
  foldersOfUploads().flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));

const boundary = 'a-boundary';
const head = `--${boundary}\r\nContent-Disposition: form-data; name="kind"\r\n\r\nevidence\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`;

/** An upload that has begun and does not go on. */
function begun(): ClientRequest {
  const headers = {
    ...client.headers,
    'Content-Type': `multipart/form-data; boundary=${boundary}`,
    'Idempotency-Key': randomUUID(),
  };
  const sent = request(`${service.url}${path}`, { method: 'POST', headers, agent: false });
  sent.on('error', () => undefined);
  sent.write(`${head}%PDF-1.7\n${'secret words '.repeat(1000)}`);
  return sent;
}

it('twelve files of 10 MiB at once are kept, and nothing of them stays on disk', { timeout: 60_000 }, async () => {
  const content = new Uint8Array(maxFileBytes);
  content.set(new TextEncoder().encode('%PDF-1.7\n1 0 obj\nstartxref\n'));
  const sent = Array.from({ length: 12 }, () => {
    const form = new FormData();
    form.set('kind', 'evidence');
    form.set('file', new Blob([content]), 'a.pdf');
    return client.post(path, form);
  });
  expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(Array(12).fill(201));
  await vi.waitFor(() => expect(onDisk()).toEqual([]));
});

it('a file under way lies encrypted, and is removed when its sender goes away', async () => {
  const sent = begun();
  await vi.waitFor(() => expect(onDisk().map((file) => readFileSync(file).length > 0)).toEqual([true]));
  const [file = ''] = onDisk();
  expect(readFileSync(file).includes('secret words')).toBe(false);
  sent.destroy();
  await vi.waitFor(() => expect(onDisk()).toEqual([]));
});

it('a file over the limit is removed', async () => {
  const form = new FormData();
  form.set('kind', 'evidence');
  form.set('file', new Blob([new Uint8Array(maxFileBytes + 1)]), 'a.pdf');
  expect((await client.post(path, form)).status).toBe(413);
  await vi.waitFor(() => expect(onDisk()).toEqual([]));
});

it('one upload more than may be sent at once is told to come back later, and may once another has ended', async () => {
  const open = Array.from({ length: maxUploads }, begun);
  await vi.waitFor(() => expect(onDisk()).toHaveLength(maxUploads));
  const [answer] = (await once(begun(), 'response')) as [IncomingMessage];
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
  answer.resume();
  for (const each of open) each.destroy();
  await vi.waitFor(() => expect(onDisk()).toEqual([]));
  const next = begun();
  await vi.waitFor(() => expect(onDisk()).toHaveLength(1));
  next.destroy();
  await vi.waitFor(() => expect(onDisk()).toEqual([]));
});

it('what a process left when it was killed is removed when another starts', () => {
  // No process has so high a number.
  const left = join(tmpdir(), 'zhicheng-uploads-999999999-left');
  mkdirSync(left, { recursive: true });
  removeLeftFolders();
  expect(existsSync(left)).toBe(false);
});

/** A whole upload. */
function send(key: string = randomUUID()) {
  const form = new FormData();
  form.set('kind', 'evidence');
  form.set('file', pdf('a page'), 'a.pdf');
  return client.post(path, form, { key });
}

it('while the folder of uploads cannot be written, each is told to come back, nothing is kept, and the same key is taken afterwards', async () => {
  const key = randomUUID();
  const held = async () => {
    const [row] = await service.services.db.sql<{ files: number }[]>`
      select count(*)::integer as files from attachments where no = ${path.split('/')[3] ?? ''}`;
    return row?.files;
  };
  const before = await held();
  const temporary = process.env.TMPDIR;
  for (const folder of foldersOfUploads()) rmSync(folder, { recursive: true });
  process.env.TMPDIR = '/dev/null';
  try {
    const refused = await send(key);
    expect(refused.as(problemSchema)).toMatchObject({ status: 503, code: 'UPLOADS_UNAVAILABLE' });
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(await held()).toBe(before);
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
  expect((await send(key)).status).toBe(201);
  expect(await held()).toBe((before ?? 0) + 1);
});

it('a folder of uploads that was cleaned away is made again', async () => {
  expect((await send()).status).toBe(201);
  for (const folder of foldersOfUploads()) rmSync(folder, { recursive: true });
  expect((await send()).status).toBe(201);
});
