import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deliverMails } from '../../activities/mail/deliver-mails.ts';
import { Desk } from './notices-desk.ts';

let desk: Desk;
let folder: string;
const never = new AbortController().signal;

beforeAll(async () => {
  desk = await Desk.open();
  folder = await mkdtemp(join(tmpdir(), 'zhicheng-mail-'));
});
afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

it('without a mail server each mail is one whole file named by its message id, also when it is written twice', async () => {
  const directory = join(folder, 'mail');
  await desk.tell(await desk.person({ name: '张三', mail: 'zhang@example.org', language: 'zh' }));
  await deliverMails(desk.deps({ directory }), never);
  await desk.db.sql`update notices set sent_at = null, try_at = clock_timestamp()`;
  await deliverMails(desk.deps({ directory }), never);
  const [row] = await desk.rows();
  expect(row).toMatchObject({ sent: true, tries: 2 });
  expect(await readdir(directory)).toEqual([`${row?.messageId?.slice(1, -1)}.eml`]);
  const mail = await PostalMime.parse(await readFile(join(directory, `${row?.messageId?.slice(1, -1)}.eml`)));
  expect(mail.messageId).toBe(row?.messageId);
  expect(mail.to).toEqual([{ name: '张三', address: 'zhang@example.org' }]);
  expect(mail.subject).toContain(desk.no);
});

it('a folder that cannot be written leaves the mail for later', async () => {
  await desk.clear();
  await desk.tell(await desk.person({ name: '张三', mail: 'zhang@example.org', language: 'zh' }));
  const file = join(folder, 'mail', (await readdir(join(folder, 'mail')))[0] ?? '');
  expect(await deliverMails(desk.deps({ directory: join(file, 'below-a-file') }), never)).toBe('serverFailed');
  expect(await desk.rows()).toMatchObject([{ sent: false, lastError: expect.stringContaining('ENOTDIR') }]);
});

it('a batch is written with concurrency: each has its file and its row, and those without address or template their remark', async () => {
  await desk.clear();
  const directory = join(folder, 'concurrent');
  const person = await desk.person({ name: '李四', mail: 'li@example.org', language: 'en' });
  await desk.tell(person, 25);
  await desk.tell(await desk.person({ name: '王五', mail: null, language: 'zh' }));
  await desk.tell(person, 1, 'noSuchTemplate');
  expect(await deliverMails(desk.deps({ directory, batch: 50 }), never)).toBe('delivered');
  const rows = await desk.rows();
  const written = rows.slice(0, 25).map(({ messageId }) => `${messageId?.slice(1, -1)}.eml`);
  expect((await readdir(directory)).sort()).toEqual(written.sort());
  expect(rows.map(({ sent, lastError }) => [sent, lastError?.slice(0, 14) ?? null])).toEqual([
    ...Array.from({ length: 25 }, () => [true, null]),
    [true, 'no address'],
    [false, 'refused 1 of 5'],
  ]);
});
