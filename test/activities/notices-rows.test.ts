import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deliverMails } from '../../activities/mail/deliver-mails.ts';
import { createMailer } from '../../activities/mail/mailer.ts';
import { createVault } from '../../db/vault.ts';
import { TestBackend } from '../support/backend.ts';
import { PostOffice } from './notices-post-office.ts';

const vault = createVault([{ id: 'k1', key: Buffer.alloc(32, 1) }], Buffer.alloc(32, 2));
let backend: TestBackend;
let office: PostOffice;

beforeAll(async () => {
  backend = await TestBackend.open();
  office = await PostOffice.open();
});
afterAll(async () => {
  await office.close();
  await backend.close();
});

it('an accepted action leaves one row for each person, and each mail arrives where it belongs', async () => {
  const { sql } = backend.deps.db;
  const world = await backend.world('2024-07-08T09:00');
  const draft = await world.draft();
  const [hr] = await sql<{ id: string }[]>`
    insert into people (world, subject, name_enc, mail_enc, language)
    values (${world.id}, ${randomUUID()}, ${vault.seal('Wu Hr', 'person.name')}, ${vault.seal('hr@example.org', 'person.mail')}, 'en') returning id`;
  await sql`insert into grants (person, role, scope) values (${hr?.id ?? ''}, 'unitHr', ${`unit:${world.unit}`})`;
  await sql`update people set name_enc = ${vault.seal('张三', 'person.name')}, mail_enc = ${vault.seal('zhang@example.org', 'person.mail')} where id = ${draft.person}`;

  await draft.does('submit', 'applicant');
  const rows = await sql<{ person: string; template: string }[]>`
    select person, template from notices where no = ${draft.no} order by seq`;
  expect(rows).toEqual([
    { person: hr?.id, template: 'filed' },
    { person: draft.person, template: 'stageEntered' },
  ]);

  const mailer = createMailer({ smtpUrl: office.url, from: 'office@example.org', directory: '/nonexistent' });
  const deps = { db: backend.deps.db, vault, mailer, reportAnomaly: backend.deps.reportAnomaly };
  expect(await deliverMails(deps, new AbortController().signal)).toBe('delivered');
  expect(backend.alarms).toEqual([]);
  const arrived = office.received.map(({ raw }) => raw.match(/^To: .*<(.*)>/m)?.[1]).sort();
  expect(arrived).toEqual(['hr@example.org', 'zhang@example.org']);
});

it('gives no mail to a server without TLS where TLS is demanded, as in production', async () => {
  const before = office.received.length;
  const mailer = createMailer({
    smtpUrl: office.url,
    demandTls: true,
    from: 'office@example.org',
    directory: '/nonexistent',
  });
  const outbox = mailer.open();
  const mail = { messageId: '<a@b>', to: { name: '张三', address: 'zhang@example.org' }, subject: 'x', text: 'x' };
  await expect(outbox.send(mail)).rejects.toThrow();
  outbox.close();
  expect(office.received).toHaveLength(before);
});
