import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventPage } from '../../../api/events/events-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { integrityCaseList, integrityCaseView, integrityRecords } from '../../../api/integrity/integrity-schemas.ts';
import { inboxView } from '../../../api/people/notices-schemas.ts';
import { refuseByOperator } from '../../../commands/intents/repair.ts';
import { recordIntent } from '../../../db/intents/recording.ts';
import { demoPersonId } from '../../../db/worlds/demo-worlds.ts';
import { untilDossier } from '../lives/liaoning.ts';
import { type Answer, type ApiClient, type ApiWorld, TestService } from '../service.ts';

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

/** Brings an application of zhang-wei to where its certificate is due on 2024-08-20. */
async function atCertificate(world: ApiWorld): Promise<string> {
  const no = await untilDossier(world);
  const office = await world.as('office-diit');
  await office.does(no, 'confirmDossier');
  await office.does(no, 'recordResult', { passed: true, quantified: 8_000, defence: 9_000 });
  await office.does(no, 'postPublicity');
  await world.moveTo('2024-08-20T09:00');
  return no;
}

async function certified(world: ApiWorld): Promise<string> {
  const no = await atCertificate(world);
  await (await world.as('office-diit')).does(no, 'certify', { certificate: 'LN2024001' });
  return no;
}

/** Opens a case and looks into it. */
async function lookedInto(client: ApiClient, no: string): Promise<string> {
  await step(client, cases(no), opening);
  await step(client, `${cases(no)}/1/actions/investigate`);
  return `${cases(no)}/1/actions`;
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
  expect(upheld.decision).toMatchObject({ effect: 'revoke', on: '2024-08-20', recordedUntil: '2027-08-20' });

  const view = await engineer.get(`/v1/applications/${no}`, {
    headers: { 'If-None-Match': before.headers.get('etag') ?? '' },
  });
  expect(view.body).toMatchObject({ outcome: 'CERTIFIED', revokedOn: '2024-08-20' });
  const readUntil = async (client: ApiClient) =>
    (await client.get(cases(no))).as(integrityCaseList).items[0]?.decision?.recordedUntil;
  const readers = [engineer, office, await world.as('auditor'), hr];
  expect(await Promise.all(readers.map(readUntil)), 'the archive is not for the unit').toEqual([
    ...['2027-08-20', '2027-08-20', '2027-08-20', null],
  ]);
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
  expect(own).toMatchObject([{ no, until: '2027-08-20', inForce: true, bars: true, clauses: ['LN-5.1-d'] }]);
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
  const words = JSON.stringify(
    await service.backend.deps.db.sql`
    select data::text from events union all select argument from intents union all select state::text from entities`,
  );
  expect(words).not.toContain('伪造');
  expect(service.backend.alarms).toEqual([]);
});

it('LN-5.1-b cancels an application before its result; a record of before 2024-07-25 is shown with the next draft', {
  timeout: 60_000,
}, async () => {
  const world = await service.world('2024-07-02T09:00');
  const [applicant, office] = [await world.as('li-na'), await world.as('office-diit')];
  const no = await world.draft('li-na');
  expect((await office.post(cases(no), opening)).status, 'a draft concerns nobody else').toBe(404);
  await applicant.does(no, 'submit');
  expect((await office.post(cases(no), opening)).status, 'nor an office to which it has not come').toBe(404);
  await step(await world.as('admin'), cases(no), opening);
  const told = (await office.get('/v1/notices')).as(inboxView).items;
  expect(
    told.map(({ template }) => template),
    'whoever decides sees it from the opening on',
  ).toContain('integrityOpened');
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
  expect(service.backend.alarms).toEqual([]);
});

const proven = { status: 409, code: 'FRAUD_PROVEN', clauses: ['LN-5.1-b'] };
const problemOf = (answer: Answer) => ({ ...answer.as(problemSchema), status: answer.status });

it('LN-5.1-b upheld after the end, it keeps the application from ever continuing, and records the person (LN-5.1-d)', {
  timeout: 120_000,
}, async () => {
  const world = await service.world('2024-07-01T09:00');
  const [applicant, hr, office] = [
    await world.as('zhang-wei'),
    await world.as('hr-liaobei'),
    await world.as('office-diit'),
  ];
  const no = await world.draft('zhang-wei');
  await applicant.does(no, 'submit');
  await hr.does(no, 'agree');
  await (await world.as('group-liaobei')).does(no, 'select');
  await hr.does(no, 'postPublicity');
  await world.moveTo('2024-07-09T08:00');
  await applicant.does(no, 'submit');
  await world.moveTo('2024-08-01T09:00');
  const open = async (client: ApiClient) => (await client.view(no)).availableActions.map(({ name }) => name);
  expect(await open(office)).toContain('acceptLate');
  await applicant.does(no, 'requestRecheck', { reason: '已按时提交。' });

  const path = await lookedInto(office, no);
  const upheld = await step(office, `${path}/uphold`, { facts });
  expect(upheld.decision).toMatchObject({ effect: 'none', recordedUntil: '2027-08-01' });
  expect(await open(office)).toEqual(['concludeRecheck']);
  const reason = '审核延误。';
  expect(problemOf(await office.act(no, 'acceptLate', { reason }))).toMatchObject(proven);
  expect(problemOf(await office.act(no, 'grantAttempt', { reason }))).toMatchObject(proven);
  expect(problemOf(await office.act(no, 'concludeRecheck', { upheld: true, reason }))).toMatchObject(proven);
  const kept = await office.does(no, 'concludeRecheck', { upheld: false, reason });
  expect(kept).toMatchObject({ outcome: 'NOT_ACCEPTED', availableActions: [] });
  const trail = (await applicant.get(`/v1/applications/${no}/events?limit=200`)).as(eventPage).items;
  expect(trail.filter(({ name }) => name === 'fraudProven').map(({ by }) => by)).toEqual(['system']);
  expect(service.backend.alarms).toEqual([]);
});

it('LN-5.1-b LN-5.1-c a decision and a certificate asked for at once end in one of the two, whole', {
  timeout: 120_000,
}, async () => {
  const world = await service.world('2024-07-01T09:00');
  const office = await world.as('office-diit');
  const no = await atCertificate(world);
  const path = await lookedInto(office, no);
  const [uphold, certify] = await Promise.all([
    office.post(`${path}/uphold`, { facts }),
    office.act(no, 'certify', { certificate: 'LN2024001' }),
  ]);
  const { outcome } = await office.view(no);
  const records = (await office.get(`/v1/applications/${no}/integrity-records`)).as(integrityRecords).items.length;
  expect([
    [200, 409, 'CANCELLED', 1],
    [409, 200, 'CERTIFIED', 0],
  ]).toContainEqual([uphold.status, certify.status, outcome, records]);
  if (outcome === 'CERTIFIED') expect(uphold.as(problemSchema).clauses).toEqual(['LN-5.1-c']);
  expect(service.backend.alarms).toEqual([]);
});

it('LN-5.1-d LN-6.1-d nobody cancels for fraud past the archive: by hand only an irregularity that is named', {
  timeout: 120_000,
}, async () => {
  const world = await service.world('2024-07-01T09:00');
  const office = await world.as('office-diit');
  const reason = '提供伪造获奖证书。';
  const early = await world.draft('li-na');
  await (await world.as('li-na')).does(early, 'submit');
  await step(await world.as('admin'), cases(early), opening);
  expect(problemOf(await office.act(early, 'cancel', { reason }))).toMatchObject({
    status: 409,
    code: 'ACTION_NOT_HERE',
    clauses: ['LN-5.1-b', 'LN-6.1-d'],
  });
  await step(office, `${cases(early)}/1/actions/investigate`);
  await step(office, `${cases(early)}/1/actions/uphold`, { facts: reason });
  expect((await office.view(early)).outcome).toBe('CANCELLED');
  const kept = (await office.get(`/v1/applications/${early}/integrity-records`)).as(integrityRecords).items;
  expect(kept).toMatchObject([{ clauses: ['LN-5.1-d'], inForce: true }]);

  const no = await untilDossier(world);
  expect(problemOf(await office.act(no, 'cancel', { reason }))).toMatchObject({
    status: 422,
    code: 'CHOICE_UNKNOWN',
    clauses: ['LN-6.1-d'],
    details: { choices: ['sealMisplaced', 'unauthorisedComment', 'otherIrregularity'] },
  });
  expect((await office.act(no, 'endForFraud', { reason })).status, 'what the case does is no act of people').toBe(404);
  const offered = (await office.view(no)).availableActions.find(({ name }) => name === 'cancel');
  expect(offered?.choices?.map(({ clauses }) => clauses)).toEqual([['LN-6.1-d'], ['LN-6.1-d'], ['LN-6.1-d']]);
  const view = await office.does(no, 'cancel', { choice: 'sealMisplaced', reason: '公章盖在签名栏外。' });
  expect(view.outcome).toBe('CANCELLED');
  expect((await office.get(`/v1/applications/${no}/integrity-records`)).body).toEqual({ items: [] });
});

it('LN-5.1-b ends an application for fraud also where an operator refused the intent in its queue', {
  timeout: 120_000,
}, async () => {
  const world = await service.world('2024-07-01T09:00');
  const no = await untilDossier(world);
  const office = await world.as('office-diit');
  const path = await lookedInto(office, no);
  const { db, vault } = service.services;
  const key = `integrity:${no}:1:fraud`;
  const recorded = await recordIntent(db, {
    no,
    action: 'endForFraud',
    keyHash: key,
    fingerprint: key,
    person: demoPersonId(vault, 'office-diit', world.id),
    role: 'system',
    scope: null,
    argument: JSON.stringify({ data: { fraud: { case: 1, clauses: ['LN-5.1-b'] } } }),
    claims: null,
    expectedSeq: null,
    text: null,
    freeze: false,
    lane: 'interactive',
    tryAfterMs: 600_000,
  });
  if (recorded.status !== 'recorded') throw new Error(recorded.status);
  const refusal = { by: 'operator', reason: '该意图无法处理。' };
  expect(await refuseByOperator(service.services, recorded.intent, refusal)).toBe(true);

  const upheld = await step(office, `${path}/uphold`, { facts });
  expect(upheld.decision).toMatchObject({ upheld: true, effect: 'cancel' });
  expect((await office.view(no)).outcome).toBe('CANCELLED');
});
