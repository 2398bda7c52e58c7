import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { attachmentView } from '../../../api/attachments/attachments-schemas.ts';
import { formView } from '../../../api/form/form-views-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { personSchema } from '../../../api/people/people-schemas.ts';
import { png } from '../../../ops/demo/steps/files.ts';
import { type ApiClient, type ApiWorld, TestService, wholeForm } from '../service.ts';

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.shared();
  world = await service.world('2024-07-01T09:00');
});

const kept = attachmentView.omit({ createdAt: true });

async function upload(client: ApiClient, no: string, kind: string): Promise<string> {
  const form = new FormData();
  form.set('kind', kind);
  const file = kind === 'photo' ? png() : new Blob(['%PDF-1.7\n1 0 obj\nstartxref\n']);
  form.set('file', file, kind === 'photo' ? 'photo.png' : `${kind}.pdf`);
  return (await client.post(`/v1/applications/${no}/attachments`, form)).as(kept).id;
}

/** Sends a stamped page and gives the answer. */
async function sendPage(client: ApiClient, no: string) {
  const form = new FormData();
  form.set('kind', 'stampedPage');
  form.set('file', new Blob(['%PDF-1.7\n1 0 obj\nstartxref\n']), 'page.pdf');
  return client.post(`/v1/applications/${no}/attachments`, form);
}

/** A submitted application whose form names a certificate and a photo, in the stage that demands the stamped page, with one. */
async function submitted() {
  const no = await world.draft('zhang-wei', { specialty: 'securityEngineering' });
  const client = await world.as('zhang-wei');
  const files = [await upload(client, no, 'educationCertificate'), await upload(client, no, 'photo')];
  await client.put(`/v1/applications/${no}/form`, {
    ...wholeForm,
    documents: files.slice(0, 1),
    photo: { takenOn: '2024-06-10', file: files[1] },
  });
  await client.does(no, 'submit');
  const hr = await world.as('hr-liaobei');
  await hr.does(no, 'agree');
  await (await world.as('group-liaobei')).does(no, 'select');
  await hr.does(no, 'postPublicity');
  const early = await sendPage(client, no);
  expect(early.as(problemSchema), 'before the stage that demands it').toMatchObject({
    status: 409,
    code: 'FORM_LOCKED',
  });
  await world.moveTo('2024-07-15T09:00');
  await client.does(no, 'submit');
  await (await world.as('office-diit')).does(no, 'pass');
  files.push(await upload(client, no, 'stampedPage'));
  return { no, files };
}

describe('the material of an application', () => {
  it('is read by whom it concerns, the photo by fewer, and by no auditor or administrator', async () => {
    const { no, files } = await submitted();
    const readers = ['zhang-wei', 'hr-liaobei', 'group-liaobei', 'seal-sasac', 'office-diit', 'association'];
    const seen = async (account: string) => {
      const client = await world.as(account);
      const path = `/v1/applications/${no}`;
      const form = await client.get(`${path}/form`);
      const listed = form.status === 200 ? form.as(formView).attachments.map(({ kind }) => kind) : [];
      const opened = await Promise.all(files.map(async (id) => (await client.get(`${path}/attachments/${id}`)).status));
      return [account, (await client.get(path)).status, form.status, listed.toSorted(), opened];
    };
    const all = ['educationCertificate', 'photo', 'stampedPage'];
    expect(await Promise.all([...readers, 'auditor', 'admin'].map(seen))).toEqual([
      ['zhang-wei', 200, 200, all, [200, 200, 200]],
      ['hr-liaobei', 200, 200, all, [200, 200, 200]],
      ['group-liaobei', 200, 200, ['educationCertificate', 'stampedPage'], [200, 404, 200]],
      ['seal-sasac', 200, 200, all, [200, 200, 200]],
      ['office-diit', 200, 200, all, [200, 200, 200]],
      ['association', 200, 200, ['stampedPage'], [404, 404, 200]],
      ['auditor', 200, 404, [], [404, 404, 404]],
      ['admin', 200, 404, [], [404, 404, 404]],
    ]);
    const pictures = async (account: string) => {
      const { headers } = await world.as(account);
      const paper = await fetch(`${service.url}/v1/applications/${no}/documents/evaluationForm`, { headers });
      const parts = Object.keys(unzipSync(new Uint8Array(await paper.arrayBuffer())));
      return parts.filter((name) => name.startsWith('word/media/')).length;
    };
    // On the form too, the photo stands for those alone who may open it.
    const formReaders = ['zhang-wei', 'hr-liaobei', 'group-liaobei', 'seal-sasac', 'office-diit'];
    expect(await Promise.all(formReaders.map(pictures))).toEqual([1, 1, 0, 1, 1]);
  });
});

describe('a name', () => {
  it('is fixed once an application of the person is opened; all else may still be corrected', async () => {
    const no = await world.draft('li-na');
    const client = await world.as('li-na');
    const me = { phone: '13900000000', mail: null, language: 'zh' };
    const put = (name: string) => client.put('/v1/people/me', { ...me, name });
    expect((await put('李娜娜')).status).toBe(200);
    await client.does(no, 'submit');
    expect((await put('李某')).as(problemSchema)).toMatchObject({ status: 409, code: 'NAME_FIXED' });
    expect((await put('李娜娜')).as(personSchema)).toMatchObject({ name: '李娜娜', phone: '13900000000' });
  });
});

it('takes a stamped page from nobody after the end', async () => {
  const no = await world.draft('wu-di');
  const client = await world.as('wu-di');
  await client.does(no, 'submit');
  await client.does(no, 'withdraw');
  for (const account of ['wu-di', 'hr-north'])
    expect((await sendPage(await world.as(account), no)).as(problemSchema).code).toBe('FORM_LOCKED');
});
