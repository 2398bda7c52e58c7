import { createHash, randomUUID } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { attachmentView } from '../../../api/attachments/attachments-schemas.ts';
import { formView } from '../../../api/form/form-views-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { maxFileBytes } from '../../../api/http/limits.ts';
import { insertAttachment } from '../../../db/attachments/attachments.ts';
import { maxAttachments } from '../../../db/limits.ts';
import { png as wholePng } from '../../../ops/demo/steps/files.ts';
import { eicar } from '../../support/servers/clamd.ts';
import { type ApiClient, type ApiWorld, TestService, wholeForm } from '../service.ts';

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.shared();
  world = await service.world('2024-07-01T09:00');
});

const kept = attachmentView.omit({ createdAt: true });
const pdf = '%PDF-1.7\n1 0 obj\nstartxref\n';
/** A PDF whose objects are packed, one of them a script. */
const packedScript = () =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from(`${pdf}2 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n`),
      deflateSync('<< /S /JavaScript /JS (app.alert\\(1\\)) >>'),
      Buffer.from('\nendstream'),
    ]),
  );
const png = new Uint8Array(await wholePng().arrayBuffer());
let spare: Promise<string> | undefined;
/** One draft for all files that are refused: a person may have only so many. */
const spareDraft = (): Promise<string> => {
  spare ??= world.draft('zheng-shuang');
  return spare;
};
const pathOf = (no: string) => `/v1/applications/${no}/form`;

function send(
  client: ApiClient,
  no: string,
  file: { name: string; content: string | Uint8Array<ArrayBuffer>; kind?: string },
  key: string = randomUUID(),
) {
  const form = new FormData();
  form.set('kind', file.kind ?? 'evidence');
  form.set('file', new Blob([file.content]), file.name);
  return client.post(`/v1/applications/${no}/attachments`, form, { key });
}

describe('the form', () => {
  it('is encrypted, frozen by the submission, and continued as the next version after a return', async () => {
    const no = await world.draft('zhang-wei');
    const [client, hr] = [await world.as('zhang-wei'), await world.as('hr-liaobei')];
    expect((await hr.get(pathOf(no))).status).toBe(404);
    await client.does(no, 'submit');
    const locked = (await client.put(pathOf(no), wholeForm)).as(problemSchema);
    expect(locked).toMatchObject({ status: 409, code: 'FORM_LOCKED' });
    await hr.does(no, 'return', { deficiencies: [{ item: 'a1', clause: 'LN-5.2.1-a', expected: '补充' }] });
    const corrected = { ...wholeForm, contribution: '修改后的陈述' };
    expect((await client.put(pathOf(no), corrected)).body).toMatchObject({ version: 2, missing: [] });
    const seenByHr = (await hr.get(pathOf(no))).as(formView);
    expect([seenByHr.version, seenByHr.frozen, seenByHr.form.contribution]).toEqual([1, true, wholeForm.contribution]);
    await client.does(no, 'submit');
    expect((await hr.get(pathOf(no))).as(formView).form.contribution).toBe('修改后的陈述');
    const { sql } = service.backend.deps.db;
    const rows = await sql<{ body: Buffer }[]>`select body_enc as body from contents where no = ${no}`;
    expect(rows.map(({ body }) => body.includes('修改后的陈述') || body.includes('bornOn'))).toEqual([false, false]);
  });

  it('is written only over the version its writer read', async () => {
    const no = await world.draft('li-na');
    const client = await world.as('li-na');
    const etag = (await client.get(pathOf(no))).headers.get('etag') ?? '';
    expect((await client.get(pathOf(no), { headers: { 'If-None-Match': etag } })).status).toBe(304);
    const headers = { 'If-Match': etag };
    const written = await client.put(pathOf(no), { ...wholeForm, remarks: '甲' }, { headers });
    expect(written.status).toBe(200);
    expect((await client.put(pathOf(no), wholeForm, { headers })).status).toBe(412);
    const next = { 'If-Match': written.headers.get('etag') ?? '' };
    expect((await client.put(pathOf(no), wholeForm, { headers: next })).status).toBe(200);
  });

  it('belongs to the applicant: the unit that sees the application may not write it', async () => {
    const no = await world.draft('wang-qiang');
    await (await world.as('wang-qiang')).does(no, 'submit');
    expect((await (await world.as('hr-liaobei')).put(pathOf(no), wholeForm)).status).toBe(403);
  });

  const [achievement] = wholeForm.achievements;
  it.each([
    ['a control character', { remarks: 'a\u0007b' }],
    ['a direction override', { contribution: 'a\u202eb' }],
    ['an unknown field', { salary: 1 }],
    ['a date that does not exist', { summary: { ...wholeForm.summary, bornOn: '1982-02-30' } }],
    ['a month that does not exist', { achievements: [{ ...achievement, from: '2020-13' }] }],
    [
      'an achievement that ends before it begins',
      { achievements: [{ ...achievement, from: '2022-01', to: '2021-01' }] },
    ],
    ['a role that annex 1 does not print (LN-A1-c)', { achievements: [{ ...achievement, role: 'watched' }] }],
    ['two achievements of one id', { achievements: [achievement, achievement] }],
    ['a pledge withheld', { pledge: false }],
  ])('refuses %s with a 422 that names the field', async (_, wrong) => {
    const no = await spareDraft();
    const answer = await (await world.as('zheng-shuang')).put(pathOf(no), { ...wholeForm, ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.as(problemSchema).errors.length).toBeGreaterThan(0);
  });
});

describe('a file', () => {
  it('comes back as it was sent, as an attachment of its own type, and lies encrypted', async () => {
    const no = await world.draft('sun-hao');
    const client = await world.as('sun-hao');
    const sent = await send(client, no, { name: '../../学历 证书.pdf', content: pdf });
    const { id, name, sha256 } = sent.as(kept);
    expect(name).toBe('学历 证书.pdf');
    expect(sha256).toBe(createHash('sha256').update(pdf).digest('hex'));
    const back = await client.get(`/v1/applications/${no}/attachments/${id}`);
    expect([back.status, back.body, back.headers.get('content-type')]).toEqual([200, pdf, 'application/pdf']);
    expect(back.headers.get('content-disposition')).toMatch(/^attachment; filename/);
    expect(back.headers.get('x-content-type-options')).toBe('nosniff');
    const [row] = await service.backend.deps.db.sql<{ body: Buffer; name: Buffer }[]>`
      select body_enc as body, name_enc as name from attachments where id = ${id}`;
    expect([row?.body.includes('%PDF'), row?.name.includes('学历')]).toEqual([false, false]);
    expect((await client.get(pathOf(no))).as(formView).attachments.map((each) => each.id)).toEqual([id]);
  });

  it.each([
    ['a path', '..\\..\\etc/证书.pdf', '证书.pdf'],
    ['characters that turn the direction of what follows', '报告\u202efdp.pdf', '报告fdp.pdf'],
    ['invisible characters', '证\u200b书\u00ad.pdf', '证书.pdf'],
    ['characters that some systems forbid', '成果<1>:"甲"|?*.pdf', '成果_1___甲____.pdf'],
    ['three hundred characters', `${'长'.repeat(300)}.pdf`, `${'长'.repeat(100)}.pdf`],
    ['the extension in capitals', '证书.PDF', '证书.PDF'],
  ])('whose name has %s is kept under a harmless one', async (_, name, safe) => {
    const sent = await send(await world.as('zheng-shuang'), await spareDraft(), { name, content: pdf });
    expect(sent.as(kept).name).toBe(safe);
  });

  it('sent twice with one key is one file', async () => {
    const no = await world.draft('zhou-lin');
    const client = await world.as('zhou-lin');
    const key = randomUUID();
    const [first, second] = [
      await send(client, no, { name: 'a.png', content: png }, key),
      await send(client, no, { name: 'a.png', content: png }, key),
    ];
    expect(second.as(kept).id).toBe(first.as(kept).id);
    expect((await send(client, no, { name: 'a.pdf', content: pdf }, key)).as(problemSchema).code).toBe('KEY_REUSED');
  });

  it('is seen by reviewers once the submitted form names it, and not before', async () => {
    const no = await world.draft('wu-di');
    const [client, hr] = [await world.as('wu-di'), await world.as('hr-north')];
    const named = (await send(client, no, { name: 'a.pdf', content: pdf })).as(kept).id;
    const unnamed = (await send(client, no, { name: 'b.png', content: png })).as(kept).id;
    await client.put(pathOf(no), { ...wholeForm, documents: [named] });
    await client.does(no, 'submit');
    expect((await hr.get(`/v1/applications/${no}/attachments/${named}`)).status).toBe(200);
    expect((await hr.get(`/v1/applications/${no}/attachments/${unnamed}`)).status).toBe(404);
    expect((await send(client, no, { name: 'c.pdf', content: pdf })).status).toBe(409);
    expect((await send(hr, no, { name: 'c.pdf', content: pdf })).status).toBe(403);
  });

  it.each([
    ['an executable named .pdf', { name: 'a.pdf', content: 'MZ\u0090\u0000' }, 415],
    ['a page of HTML', { name: 'a.html', content: '<html></html>' }, 415],
    ['a PDF named .png', { name: 'a.png', content: pdf }, 422],
    ['a PDF named .exe', { name: 'a.pdf.exe', content: pdf }, 422],
    ['a page of HTML with the header of a PDF', { name: 'a.pdf', content: `<script></script>${pdf}` }, 415],
    ['a drawing with scripts', { name: 'a.svg', content: '<svg xmlns="http://www.w3.org/2000/svg"/>' }, 415],
    ['a TIFF', { name: 'a.png', content: 'II*\u0000\u0008\u0000\u0000\u0000' }, 415],
    ['a HEIC', { name: 'a.jpg', content: '\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic' }, 415],
    ['a JPEG of three bytes', { name: 'a.jpg', content: new Uint8Array([0xff, 0xd8, 0xff]) }, 422],
    ['a PNG that breaks off', { name: 'a.png', content: png.slice(0, 40) }, 422],
    ['an empty file', { name: 'a.pdf', content: '' }, 422],
    ['a PDF of a header only', { name: 'a.pdf', content: '%PDF-1.7\n' }, 422],
    ['an encrypted PDF', { name: 'a.pdf', content: `${pdf}trailer << /Encrypt 5 0 R >>` }, 422],
    ['a PDF with a script', { name: 'a.pdf', content: `${pdf}<< /S /J#61vaScript /JS (app.alert\\(1\\)) >>` }, 422],
    ['a PDF with a script in packed objects', { name: 'a.pdf', content: packedScript() }, 422],
    ['the test file of virus scanners in a PDF', { name: 'a.pdf', content: `${pdf}%${eicar}` }, 422],
    ['the test file of virus scanners', { name: 'a.pdf', content: eicar }, 415],
    ['a PDF as a photograph', { name: 'a.pdf', content: pdf, kind: 'photo' }, 422],
    ['an unknown kind', { name: 'a.pdf', content: pdf, kind: 'selfie' }, 422],
  ])('is refused when it is %s', async (_, file, status) => {
    const no = await spareDraft();
    expect((await send(await world.as('zheng-shuang'), no, file)).status).toBe(status);
  });

  it('is taken when the header of a PDF stands within its first 1,024 bytes', async () => {
    const no = await spareDraft();
    const sent = await send(await world.as('zheng-shuang'), no, { name: 'a.pdf', content: `\n${pdf}` });
    expect(sent.as(kept)).toMatchObject({ mediaType: 'application/pdf' });
  });

  it('is never one too many, however many are sent at once, and the stamped page has room of its own', async () => {
    const no = await world.draft('zheng-shuang');
    const { db } = service.backend.deps;
    const file = (kind: string) => ({ id: randomUUID(), no, kind, mediaType: 'application/pdf', size: 1, sha256: '0' });
    const sealed = { name: Buffer.from('n'), body: Buffer.from('b') };
    const keep = (kind = 'evidence') => insertAttachment(db, { ...file(kind), ...sealed }, () => new Set());
    for (let kept = 0; kept < maxAttachments - 2; kept += 1) await keep();
    const raced = await Promise.all(Array.from({ length: 20 }, () => keep()));
    expect(raced.filter((each) => each === 'kept')).toHaveLength(2);
    expect(await keep('stampedPage')).toBe('kept');
  });

  it('is refused over 10 MiB, as one of two, without a boundary, and as JSON', async () => {
    const no = await spareDraft();
    const client = await world.as('zheng-shuang');
    const path = `/v1/applications/${no}/attachments`;
    const large = await send(client, no, { name: 'a.pdf', content: new Uint8Array(maxFileBytes + 1) });
    expect(large.as(problemSchema)).toMatchObject({ status: 413, code: 'FILE_TOO_LARGE' });
    const two = new FormData();
    two.set('kind', 'evidence');
    two.append('file', new Blob([pdf]), 'a.pdf');
    two.append('file', new Blob([pdf]), 'b.pdf');
    expect((await client.post(path, two)).status).toBe(422);
    const broken = await client.post(path, 'nonsense', { headers: { 'Content-Type': 'multipart/form-data' } });
    expect(broken.status).toBe(400);
    expect((await client.post(path, { kind: 'evidence' })).status).toBe(415);
  });
});
