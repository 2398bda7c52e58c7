import { afterAll, beforeAll, expect, it } from 'vitest';
import { attachmentView } from '../../../api/attachments/attachments-schemas.ts';
import { batchView } from '../../../api/bulk/bulk-schemas.ts';
import { eventPage } from '../../../api/events/events-schemas.ts';
import { completenessView } from '../../../api/form/form-views-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { inboxView } from '../../../api/people/notices-schemas.ts';
import { postedView, postingView } from '../../../api/postings/postings-schemas.ts';
import { type ApiClient, TestService, type View } from '../service.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.open();
});
afterAll(() => service.close());

const document = { decidingMeeting: '总经理办公会议', contactPerson: '高洁', telephone: '024-12345678' };
const keysOf = (view: View) => view.availableActions.map(({ name }) => name);

it('carries an engineer from the draft to the certificate by the printed dates of 2024', {
  timeout: 120_000,
}, async () => {
  const world = await service.world('2024-07-01T09:00');
  const [engineer, hr, group] = [
    await world.as('zhang-wei'),
    await world.as('hr-liaobei'),
    await world.as('group-liaobei'),
  ];
  const [seal, office] = [await world.as('seal-sasac'), await world.as('office-diit')];
  const no = await world.draft('zhang-wei');
  expect(no).toMatch(/^LN24-[0-9A-HJKMNP-TV-Z]{16}$/);

  const draft = await engineer.view(no);
  expect(draft.stage.key).toBe('DRAFT');
  expect(keysOf(draft)).toEqual(['submit']);
  expect((await hr.get(`/v1/applications/${no}`)).status).toBe(404);

  const filed = await engineer.does(no, 'submit');
  expect(filed.stage.key).toBe('UNIT_REVIEW');
  expect(filed.deadlines[0]).toMatchObject({
    due: '2024-07-31',
    dueAt: '2024-08-01T00:00:00+08:00',
    countedFrom: null,
  });
  expect(keysOf(await hr.view(no))).toEqual(expect.arrayContaining(['agree', 'return', 'refuse']));

  const returned = await hr.does(no, 'return', {
    deficiencies: [{ item: 'a1', clause: 'LN-5.2.1-a', expected: '补充立项文件' }],
  });
  expect(returned.deficiencies).toEqual([
    { item: 'a1', clause: 'LN-5.2.1-a', expected: '补充立项文件', resolved: false, stage: 'UNIT_REVIEW' },
  ]);
  await engineer.does(no, 'submit');
  await hr.does(no, 'agree');
  await world.moveTo('2024-07-10T09:00');
  await group.does(no, 'select');

  const posted = await hr.post('/v1/postings', {
    kind: 'unit',
    checked: ['sealedAndProminent'],
    items: [no],
    document,
  });
  expect(posted.status).toBe(201);
  expect(posted.as(postedView).items).toEqual([expect.objectContaining({ no, status: 'accepted', warnings: [] })]);
  const onBoard = await engineer.view(no);
  const publicity = onBoard.deadlines.find(({ key }) => key === 'publicity');
  expect(publicity).toMatchObject({ due: '2024-07-17', countedFrom: '2024-07-10' });
  expect(publicity?.skipped.map(({ date }) => date)).toEqual(['2024-07-13', '2024-07-14']);

  await world.moveTo('2024-07-18T08:00');
  const online = await engineer.does(no, 'submit');
  expect(online.attempts).toEqual({ used: 1, max: 3 });
  await office.does(no, 'return', {
    deficiencies: [{ item: 'summary', clause: 'LN-5.5.2-b', expected: '学历证书不清晰' }],
  });
  await engineer.does(no, 'submit');
  await office.does(no, 'pass');
  await hr.does(no, 'seal');
  await seal.does(no, 'seal');

  await world.moveTo('2024-08-06T10:00');
  const attachment = await upload(engineer, no);
  await engineer.does(no, 'uploadStampedPage', { attachment });
  await world.moveTo('2024-08-07T10:00');
  const approved = await office.does(no, 'approve');
  expect(approved.deadlines[0]).toMatchObject({ due: '2024-08-14', countedFrom: '2024-08-07', clause: 'LN-5.7-a' });

  const notHers = await engineer.act(no, 'handOver');
  expect(notHers.status).toBe(403);
  expect(notHers.as(problemSchema).clauses).toContain('LN-5.7-b');

  await world.moveTo('2024-08-14T15:00');
  const batch = await hr.post('/v1/batches', {
    kind: 'paperDelivery',
    checked: ['everyPageSealed', 'photosRecent'],
    items: [no],
  });
  expect(batch.body).toMatchObject({ count: 1, items: [{ no, status: 'accepted' }] });
  expect((await hr.get(`/v1/batches/${batch.as(batchView).id}`)).as(batchView).items[0]).toMatchObject({
    no,
    status: 'accepted',
  });
  await office.does(no, 'receivePaper');
  await office.does(no, 'confirmDossier');
  const { findings } = (await engineer.get(`/v1/applications/${no}/completeness`)).as(completenessView);
  expect(findings.filter(({ outcome }) => outcome === 'needsAttestation')).toEqual([]);
  await office.does(no, 'recordResult', { passed: true, quantified: 8_000, defence: 9_000 });
  const results = (await office.post('/v1/postings', { kind: 'result', items: [no] })).as(postedView);
  expect(results.items).toMatchObject([{ no, status: 'accepted' }]);
  const shown = (await world.anyone.get(`/v1/postings/${results.id}`)).as(postingView);
  expect(shown.items).toMatchObject([
    { name: '张蔚', specialty: 'robotics', level: 'deputySenior', lastDay: '2024-08-21' },
  ]);
  await world.moveTo('2024-08-22T09:00');
  const certified = await office.does(no, 'certify', { certificate: 'LN2024001' });
  expect(certified).toMatchObject({ outcome: 'CERTIFIED', availableActions: [] });

  const events = (await engineer.get(`/v1/applications/${no}/events?limit=200`)).as(eventPage).items;
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(JSON.stringify(events)).not.toContain('张蔚');
  const inbox = (await engineer.get('/v1/notices')).as(inboxView).items;
  expect(inbox[0]?.subject.zh.length).toBeGreaterThan(0);
  expect(inbox.map(({ template }) => template)).toContain('certified');
  expect(service.line.alarms).toEqual([]);
});

async function upload(client: ApiClient, no: string): Promise<string> {
  const form = new FormData();
  form.set('kind', 'stampedPage');
  form.set('file', new Blob(['%PDF-1.7\n%stamped page\n']), '盖章页.pdf');
  const answer = await client.post(`/v1/applications/${no}/attachments`, form);
  expect(answer.status).toBe(201);
  return answer.as(attachmentView.omit({ createdAt: true })).id;
}
