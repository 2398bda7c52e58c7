import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicationList } from '../../../api/applications/list-schemas.ts';
import { eligibilityView } from '../../../api/eligibility/eligibility-schemas.ts';
import { eventPage } from '../../../api/events/events-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { integrityCaseView } from '../../../api/integrity/integrity-schemas.ts';
import { inboxView } from '../../../api/people/notices-schemas.ts';
import { arrived, CommitteeDesk, draftIn, untilMeeting } from '../lives/lianyungang.ts';
import { type ApiClient, TestService } from '../service.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.open();
});
afterAll(() => service.close());

const facts = '经核查，所附业绩证明系伪造。';
const cases = (no: string) => `/v1/applications/${no}/integrity-cases`;

async function step(client: ApiClient, path: string, body: object = {}) {
  const answer = await client.post(path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.as(integrityCaseView);
}

describe('the title office above every committee of the city', { timeout: 180_000 }, () => {
  it('LYG-5.2-d, LYG-4.4-c: sees an application that a city committee decides, and checks it at random', async () => {
    const world = await service.world('2024-06-03T09:00');
    const no = await arrived(world);
    const title = await world.as('title-office');
    const listed = (await title.get('/v1/applications')).as(applicationList).items;
    expect(listed.map((each) => each.no)).toContain(no);
    expect((await title.view(no)).availableActions).toContainEqual(expect.objectContaining({ name: 'spotCheck' }));

    await title.does(no, 'spotCheck', { inOrder: true });
    const silent = await title.act(no, 'spotCheck', { inOrder: false });
    expect([silent.status, silent.as(problemSchema).clauses]).toEqual([422, ['LYG-4.4-c']]);
    await title.does(no, 'spotCheck', { inOrder: false, reason: '验收证明无签章。' });
    const office = await world.as('office-postal');
    const trail = (await office.get(`/v1/applications/${no}/events?limit=200`)).as(eventPage).items;
    expect(trail.filter(({ name }) => name === 'spotChecked')).toMatchObject([
      { by: 'cityTitleOffice', data: { inOrder: true } },
      { by: 'cityTitleOffice', data: { inOrder: false }, reason: '验收证明无签章。' },
    ]);
    const told = (await office.get('/v1/notices')).as(inboxView).items.map(({ template }) => template);
    expect(told).toContain('spotCheckFailed');
    const others = [
      await office.act(no, 'spotCheck', { inOrder: true }),
      await (await world.as('xu-lei')).act(no, 'spotCheck', { inOrder: true }),
    ];
    expect(others.map(({ status }) => status)).toEqual([403, 403]);

    const opened = await title.post(cases(no), { ground: 'spotCheck', facts });
    expect(opened.status).toBe(201);
    await step(title, `${cases(no)}/1/actions/investigate`);
    const upheld = await step(title, `${cases(no)}/1/actions/uphold`, { facts });
    expect(upheld.decision).toMatchObject({ effect: 'cancel', clauses: ['LYG-5.4-b'] });
    expect(service.backend.alarms).toEqual([]);
  });

  it('LYG-5.4-c, LYG-5.4-d: revokes a title that a city committee gave, by due procedure, and records it for three years', async () => {
    const world = await service.world('2024-06-03T09:00');
    const no = await arrived(world);
    const office = await world.as('office-postal');
    const desk = await untilMeeting(world, no);
    await office.does(no, 'recordResult', { passed: true, heldOn: '2024-10-15' });
    await office.does(no, 'postPublicity');
    await desk.announce('2024-10-15');
    await world.moveTo('2024-10-28T09:00');
    await office.does(no, 'certify', { certificate: 'LYG-2024-000901' });

    const title = await world.as('title-office');
    await step(title, cases(no), { ground: 'report', facts });
    const path = `${cases(no)}/1/actions`;
    await step(title, `${path}/investigate`);
    await step(title, `${path}/notify`, { facts, hearBy: '2024-11-08' });
    await step(title, `${path}/hear`, { facts: '本人承认。' });
    const byOffice = await office.post(`${path}/uphold`, { facts });
    expect([byOffice.status, byOffice.as(problemSchema).clauses], 'the office that gave it does not').toEqual([
      403,
      ['LYG-5.4-c'],
    ]);
    const upheld = await step(title, `${path}/uphold`, { facts });
    expect(upheld.decision).toMatchObject({ effect: 'revoke', on: '2024-10-28', recordedUntil: '2027-10-28' });
    expect(await (await world.as('xu-lei')).view(no)).toMatchObject({ outcome: 'CERTIFIED', revokedOn: '2024-10-28' });
    expect(service.backend.alarms).toEqual([]);
  });

  it('LYG-5.3-b: stops a committee, declares its results void, and removes its right to review', async () => {
    const world = await service.world('2024-06-03T09:00');
    const no = await arrived(world);
    const office = await world.as('office-postal');
    const title = await world.as('title-office');
    const desk = await untilMeeting(world, no);
    const reason = '未按规定组织评审。';
    const measure = async (name: string, body: object) =>
      (await title.post(`${desk.path}/${name}`, { reason, ...body })).status;
    const result = { passed: true, heldOn: '2024-10-15' };
    expect(await measure('takeMeasure', { measure: 'stopReview' })).toBe(200);
    const stopped = await office.act(no, 'recordResult', { ...result, checked: ['characterFirst'] });
    expect([stopped.status, stopped.as(problemSchema).clauses]).toEqual([409, ['LYG-5.3-b']]);
    expect((await office.post(`${desk.path}/takeMeasure`, { measure: 'stopReview', reason })).status).toBe(403);
    expect(await measure('liftMeasure', { measure: 'stopReview' })).toBe(200);
    await office.does(no, 'recordResult', result);

    const early = await title.act(no, 'voidResult');
    expect([early.status, early.as(problemSchema).clauses], 'not before it is void').toEqual([409, ['LYG-5.3-b']]);
    expect(await measure('takeMeasure', { measure: 'voidResults', meetingOn: '2024-10-15' })).toBe(200);
    expect((await title.does(no, 'voidResult')).stage.key).toBe('COMMITTEE_REVIEW');
    const again = await office.act(no, 'recordResult', { ...result, checked: ['characterFirst'] });
    expect([again.status, again.as(problemSchema).clauses]).toEqual([409, ['LYG-5.3-b']]);

    const anew = await service.world('2024-06-03T09:00');
    const path = `${(await CommitteeDesk.at(anew, 'row-60', 'office-postal')).path}/takeMeasure`;
    expect((await (await anew.as('title-office')).post(path, { measure: 'removeRight', reason })).status).toBe(200);
    await expect(draftIn(anew, 'xu-lei')).rejects.toThrow('LYG-5.3-b');
    const asked = { series: 'engineering', specialty: 'expressDelivery', level: 'mid', employerClass: 'private' };
    const question = { ...asked, territory: 'lyg-haizhou', asOf: '2024-06-03' };
    const answer = await anew.anyone.post('/v1/programmes/lianyungang-2024/eligibility-checks', question);
    const { eligible, findings } = answer.as(eligibilityView);
    const removed = findings.find(({ clause }) => clause === 'LYG-5.3-b');
    expect([eligible, removed?.outcome, removed?.message.zh]).toEqual([
      'no',
      'notMet',
      expect.stringContaining('2024-06-03'),
    ]);
    expect(service.backend.alarms).toEqual([]);
  });
});
