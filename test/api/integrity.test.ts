import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { problemSchema } from '../../api/schemas/common.ts';
import { eventPage } from '../../api/schemas/events.ts';
import { integrityCaseList, integrityCaseView, integrityRecords } from '../../api/schemas/integrity.ts';
import { inboxView } from '../../api/schemas/notices.ts';
import { untilDossier } from './liaoning.ts';
import { type ApiClient, type ApiWorld, TestService } from './service.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.open();
});
afterAll(() => service.close());

const facts = '经核查，所附验收证明系伪造。';
const cases = (no: string) => `/v1/applications/${no}/integrity-cases`;
const opening = { ground: 'report', facts };

/** Does a step and expects that it was done. */
async function step(client: ApiClient, path: string, body: object = {}) {
  const answer = await client.post(path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.as(integrityCaseView);
}

async function certified(world: ApiWorld): Promise<string> {
  const no = await untilDossier(world);
  const office = await world.as('office-diit');
  await office.does(no, 'confirmDossier');
  await office.does(no, 'recordResult', { passed: true, quantified: 8_000, defence: 9_000 });
  await office.does(no, 'postPublicity');
  await world.moveTo('2024-08-20T09:00');
  await office.does(no, 'certify', { certificate: 'LN2024001' });
  return no;
}

it('LN-5.1-c LN-5.1-d A-35 revokes a certified title by due procedure, records it, and bars for three years', {
  timeout: 120_000,
}, async () => {
  const world = await service.world('2024-07-01T09:00');
  const [engineer, hr, office] = [
    await world.as('zhang-wei'),
    await world.as('hr-liaobei'),
    await world.as('office-diit'),
  ];
  const no = await certified(world);
  const before = await engineer.get(`/v1/applications/${no}`);
  expect((await hr.post(cases(no), opening)).status, 'the unit opens none').toBe(404);
  expect((await (await world.as('hr-north')).get(cases(no))).status).toBe(404);

  const key = randomUUID();
  const opened = await office.post(cases(no), opening, { key });
  expect(opened.status).toBe(201);
  expect((await office.post(cases(no), opening, { key })).body).toEqual(opened.body);
  const path = `${cases(no)}/1/actions`;
  await step(office, `${path}/investigate`);
  const early = await office.post(`${path}/uphold`, { facts });
  expect(early.status).toBe(409);
  expect(early.as(problemSchema).clauses).toEqual(['LN-5.1-c']);
  await step(office, `${path}/notify`, { facts, hearBy: '2024-08-30' });
  expect((await office.post(`${path}/uphold`, { facts })).status).toBe(409);
  await step(office, `${path}/hear`, { facts: '本人承认。' });
  const upheld = await step(office, `${path}/uphold`, { facts });
  expect(upheld.decision).toMatchObject({ effect: 'revoke', on: '2024-08-20', recordedUntil: '2027-08-19' });

  const view = await engineer.get(`/v1/applications/${no}`, {
    headers: { 'If-None-Match': before.headers.get('etag') ?? '' },
  });
  expect(view.body).toMatchObject({ outcome: 'CERTIFIED', revokedOn: '2024-08-20' });
  const [seen] = (await engineer.get(cases(no))).as(integrityCaseList).items;
  expect(seen?.events.map((event) => [event.name, event.facts !== null])).toEqual([
    ['open', false],
    ['investigate', false],
    ['notify', true],
    ['hear', true],
    ['uphold', true],
  ]);
  const trail = (await engineer.get(`/v1/applications/${no}/events?limit=200`)).as(eventPage);
  expect(trail.items.at(-1)?.data).toMatchObject({ outcome: 'CERTIFIED' });
  expect(trail.integrity?.map((each) => [each.case, each.seq, each.name]).at(-1)).toEqual([1, 5, 'uphold']);
  const own = (await engineer.get('/v1/people/me/integrity-records')).as(integrityRecords).items;
  expect(own).toMatchObject([{ no, until: '2027-08-19', inForce: true, bars: true, clauses: ['LN-5.1-d'] }]);
  expect((await office.get(`/v1/applications/${no}/integrity-records`)).body).toEqual({ items: own });
  expect((await hr.get(`/v1/applications/${no}/integrity-records`)).status).toBe(404);
  const told = async (client: ApiClient) =>
    (await client.get('/v1/notices')).as(inboxView).items.map(({ template }) => template);
  expect(await told(engineer)).toEqual(expect.arrayContaining(['integrityTold', 'titleRevoked']));
  expect(await told(hr)).toContain('titleRevoked');

  const employer = await world.unitOf('zhang-wei');
  const draft = { programme: 'liaoning-diit-2024', series: 'engineering', specialty: 'robotics', employer };
  const barred = await engineer.post('/v1/applications', { ...draft, level: 'deputySenior' });
  expect(barred.status).toBe(422);
  expect(barred.as(problemSchema)).toMatchObject({ code: 'NOT_ELIGIBLE', clauses: ['LN-5.1-d'], readings: ['A-35'] });
  const words = JSON.stringify(await service.line.deps.db.sql`select data from integrity_events`);
  expect(words).not.toContain('伪造');
  expect(service.line.alarms).toEqual([]);
});

it('LN-5.1-b cancels an application before its result; a record of before 2024-07-25 is shown with the next draft', {
  timeout: 60_000,
}, async () => {
  const world = await service.world('2024-07-02T09:00');
  const [applicant, office] = [await world.as('li-na'), await world.as('office-diit')];
  const no = await world.draft('li-na');
  expect((await office.post(cases(no), opening)).status, 'a draft concerns nobody else').toBe(404);
  await applicant.does(no, 'submit');
  await step(office, cases(no), opening);
  await step(office, `${cases(no)}/1/actions/investigate`);
  const upheld = await step(office, `${cases(no)}/1/actions/uphold`, { facts });
  expect(upheld.decision).toMatchObject({ effect: 'cancel', clauses: ['LN-5.1-b'] });
  expect(await applicant.view(no)).toMatchObject({ outcome: 'CANCELLED', revokedOn: null });
  const again = await office.post(`${cases(no)}/1/actions/uphold`, { facts });
  expect([again.status, again.as(problemSchema).code]).toEqual([409, 'ACTION_NOT_HERE']);
  expect((await office.post(`${cases(no)}/2/actions/investigate`)).status).toBe(404);

  const employer = await world.unitOf('li-na');
  const draft = { programme: 'liaoning-diit-2024', series: 'engineering', specialty: 'robotics', employer };
  const next = await applicant.post('/v1/applications', { ...draft, level: 'deputySenior', status: 'inService' });
  expect(next.status).toBe(201);
  expect(next.body).toMatchObject({ warnings: [{ code: 'INTEGRITY_RECORD', readings: ['A-35'] }] });
  expect(service.line.alarms).toEqual([]);
});
