import { afterAll, beforeAll, expect, it } from 'vitest';
import { batchView } from '../../../api/bulk/bulk-schemas.ts';
import { eventPage } from '../../../api/events/events-schemas.ts';
import { completenessView } from '../../../api/form/form-views-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { inboxView } from '../../../api/people/notices-schemas.ts';
import { postedView, postingView } from '../../../api/postings/postings-schemas.ts';
import { liaobei } from '../../../ops/demo/people.ts';
import { certifiedAfterOneReturn } from '../../../ops/lives/liaoning/certified.ts';
import {
  applies,
  receives,
  throughTheUnit,
  unitReturns,
  untilFiled,
  untilPosted,
  wholeList,
} from '../../../ops/lives/liaoning/steps.ts';
import { between, upTo } from '../../../ops/lives/life.ts';
import { TestService, type View } from '../service.ts';
import { walker } from './play.ts';

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
  const [engineer, hr, office] = [
    await world.as('zhang-wei'),
    await world.as('hr-liaobei'),
    await world.as('office-diit'),
  ];
  const { steps } = certifiedAfterOneReturn;
  const { no, takes } = await walker(world, liaobei, { life: certifiedAfterOneReturn, by: 'zhang-wei' });
  expect(no).toMatch(/^LN24-[0-9A-HJKMNP-TV-Z]{16}$/);

  const draft = await engineer.view(no);
  expect(draft.stage.key).toBe('DRAFT');
  expect(keysOf(draft)).toEqual(['submit']);
  expect((await hr.get(`/v1/applications/${no}`)).status).toBe(404);

  await takes(applies);
  const filed = await engineer.view(no);
  expect(filed.stage.key).toBe('UNIT_REVIEW');
  expect(filed.deadlines[0]).toMatchObject({
    due: '2024-07-31',
    dueAt: '2024-08-01T00:00:00+08:00',
    countedFrom: null,
  });
  expect(keysOf(await hr.view(no))).toEqual(expect.arrayContaining(['agree', 'return', 'refuse']));

  await takes(unitReturns);
  const listed = wholeList.deficiencies.map((each) => ({ ...each, resolved: false, stage: 'UNIT_REVIEW' }));
  expect((await engineer.view(no)).deficiencies).toEqual(expect.arrayContaining(listed));
  await takes(...throughTheUnit);

  await world.moveTo('2024-07-10T09:00');
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

  await takes(...untilFiled.slice(untilPosted.length));
  expect((await engineer.view(no)).attempts).toEqual({ used: 1, max: 3 });
  await takes(...upTo(steps, 'approve').slice(untilFiled.length));
  const approved = await engineer.view(no);
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
  await takes(receives, ...between(steps, 'receivePaper', 'confirmDossier'));
  const { findings } = (await engineer.get(`/v1/applications/${no}/completeness`)).as(completenessView);
  expect(findings.filter(({ outcome }) => outcome === 'needsAttestation')).toEqual([]);
  await takes(...between(steps, 'confirmDossier', 'recordResult'));
  const results = (await office.post('/v1/postings', { kind: 'result', items: [no] })).as(postedView);
  expect(results.items).toMatchObject([{ no, status: 'accepted' }]);
  const shown = (await world.anyone.get(`/v1/postings/${results.id}`)).as(postingView);
  expect(shown.items).toMatchObject([
    { name: '张蔚', specialty: 'robotics', level: 'deputySenior', lastDay: '2024-10-16' },
  ]);
  await takes(...between(steps, 'postPublicity', 'certify'));
  expect(await office.view(no)).toMatchObject({ outcome: 'CERTIFIED', availableActions: [] });

  const events = (await engineer.get(`/v1/applications/${no}/events?limit=200`)).as(eventPage).items;
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(JSON.stringify(events)).not.toContain('张蔚');
  const inbox = (await engineer.get('/v1/notices')).as(inboxView).items;
  expect(inbox[0]?.subject.zh.length).toBeGreaterThan(0);
  expect(inbox.map(({ template }) => template)).toContain('certified');
  expect(service.backend.alarms).toEqual([]);
});
