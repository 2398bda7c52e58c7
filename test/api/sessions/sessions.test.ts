import { beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { sessionEvents, sessionPage, sessionView } from '../../../api/sessions/sessions-schemas.ts';
import { CommitteeDesk } from '../lives/lianyungang.ts';
import { TestService } from '../service.ts';
import { planned, takes } from './meeting.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.shared();
});

const liaoning = { programme: 'liaoning-diit-2024', committee: 'ln-diit-office' };

const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

describe('a session over HTTP', () => {
  it('is planned by the office of its committee, found by those who have a part in it, and by nobody else', async () => {
    const world = await service.world('2024-09-02T09:00');
    const office = await world.as('office-diit');
    const made = await office.post('/v1/sessions', { ...liaoning, meetingOn: '2024-10-21' });
    expect(made.status).toBe(201);
    const path = made.headers.get('location') ?? '';
    const view = (await office.get(path)).as(sessionView);
    expect(view).toMatchObject({
      ...liaoning,
      status: 'PLANNED',
      label: { zh: '已列入计划' },
      meetingOn: '2024-10-21',
      roles: ['committeeOffice'],
      next: { name: 'publishNotice', roles: ['committeeOffice'] },
      reportBy: null,
      clauses: expect.arrayContaining(['LN-7-b']),
      version: 1,
    });
    expect(names(view.availableActions)).toEqual(['publishNotice', 'reschedule', 'cancel']);
    expect(view.forecast.find(({ step }) => step === 'IN_SESSION')).toMatchObject({
      earliest: '2024-10-21',
      latest: '2024-10-21',
    });
    expect((await (await world.as('auditor')).get(path)).as(sessionView).availableActions).toEqual([]);
    const organiser = (await (await world.as('organiser-diit')).get(path)).as(sessionView);
    expect([organiser.roles, names(organiser.availableActions)]).toEqual([['committeeOrganiser'], ['suspend']]);
    for (const stranger of ['zhang-wei', 'hr-liaobei', 'title-office', 'organiser-engineering']) {
      const client = await world.as(stranger);
      expect((await client.get(path)).status, stranger).toBe(404);
      expect((await client.post(`${path}/actions/publishNotice`)).status, stranger).toBe(404);
      expect((await client.get('/v1/sessions')).as(sessionPage).items, stranger).toEqual([]);
      expect((await client.post('/v1/sessions', { ...liaoning, meetingOn: '2024-10-21' })).status, stranger).toBe(404);
    }
    expect((await world.anyone.get(path)).status).toBe(401);
  });

  it('gives one session for a repeated request, a 304 where nothing changed, and a 412 for an old version', async () => {
    const world = await service.world('2024-09-02T09:00');
    const office = await world.as('office-diit');
    const body = { ...liaoning, meetingOn: '2024-10-21' };
    const key = 'one-and-the-same-key';
    const first = await office.post('/v1/sessions', body, { key });
    expect((await office.post('/v1/sessions', body, { key })).body).toEqual(first.body);
    const path = `/v1/sessions/${first.as(sessionView).id}`;
    const etag = (await office.get(path)).headers.get('etag') ?? '';
    expect((await office.get(path, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    await takes(office, path, 'publishNotice');
    const late = await office.post(`${path}/actions/accept`, undefined, { headers: { 'If-Match': etag } });
    expect(late.status).toBe(412);
    const found = (await office.get('/v1/sessions?status=NOTICE_PUBLISHED&limit=1')).as(sessionPage);
    expect(found).toMatchObject({ items: [{ id: first.as(sessionView).id }], nextCursor: null });
    expect((await office.get('/v1/sessions?status=PLANNED')).as(sessionPage).items).toEqual([]);
  });

  it('is cancelled with a reason, which those who read it find among its steps, and pages by day', async () => {
    const world = await service.world('2024-09-02T09:00');
    const office = await world.as('office-diit');
    const days = ['2024-11-04', '2024-10-21', '2024-10-28'];
    for (const meetingOn of days) await planned(office, { ...liaoning, meetingOn });
    const one = (await office.get('/v1/sessions?limit=2')).as(sessionPage);
    const two = (await office.get(`/v1/sessions?limit=2&cursor=${one.nextCursor}`)).as(sessionPage);
    expect([...one.items, ...two.items].map(({ meetingOn }) => meetingOn)).toEqual([...days].sort());
    const path = `/v1/sessions/${one.items[0]?.id}`;
    expect((await office.post(`${path}/actions/cancel`, {})).status).toBe(422);
    expect(await takes(office, path, 'cancel', { reason: '评委人数不足' })).toMatchObject({
      status: 'CANCELLED',
      next: null,
      availableActions: [],
      forecast: [],
    });
    const trail = (await (await world.as('auditor')).get(`${path}/events`)).as(sessionEvents);
    expect(trail.items.map(({ name, by, reason }) => [name, by, reason])).toEqual([
      ['plan', 'committeeOffice', null],
      ['cancel', 'committeeOffice', '评委人数不足'],
    ]);
    expect(JSON.stringify(trail)).not.toContain('rules');
    expect((await office.post(`${path}/actions/publishNotice`)).status).toBe(409);
  });
});

describe('the days of a session', () => {
  it('LYG-5.2-b A-24 in Lianyungang a report that is a day late is refused, with the first day that is left', async () => {
    const world = await service.world('2024-06-03T09:00');
    const desk = await CommitteeDesk.at(world, 'row-60', 'office-postal');
    await desk.publish();
    const [office, title] = [await world.as('office-postal'), await world.as('title-office')];
    const committee = { programme: 'lianyungang-2024', committee: 'row-60' };
    const early = await office.post('/v1/sessions', { ...committee, meetingOn: '2024-06-12', reason: '场地安排' });
    expect(early.as(problemSchema)).toMatchObject({ status: 409, readings: ['A-24'] });
    const path = await planned(office, { ...committee, meetingOn: '2024-10-15', reason: '场地安排' });
    expect((await title.get(path)).as(sessionView)).toMatchObject({
      reportBy: '2024-10-05',
      roles: ['cityTitleOffice'],
    });
    await takes(office, path, 'publishNotice');
    await takes(office, path, 'accept');
    const empty = await office.post(`${path}/actions/closeRecheck`);
    expect(empty.as(problemSchema)).toMatchObject({ status: 409, code: 'NO_RESULTS' });
    expect((await title.post(`${path}/actions/approveOpening`)).status).toBe(409);
    expect((await office.post(`${path}/actions/suspend`, { reason: '不是本单位的事' })).status).toBe(403);
  });

  it('DL-2.1.3-b in Dalian a meeting after the end of November is refused', async () => {
    const world = await service.world('2024-09-02T09:00');
    const office = await world.as('organiser-engineering');
    const dalian = { programme: 'dalian-2024', committee: 'engineering' };
    const late = await office.post('/v1/sessions', { ...dalian, meetingOn: '2024-12-02' });
    expect(late.as(problemSchema)).toMatchObject({ status: 409, clauses: ['DL-2.1.3-b'] });
    const view = await planned(office, { ...dalian, meetingOn: '2024-11-29' });
    expect((await office.get(view)).as(sessionView).roles).toEqual(['committeeOffice', 'committeeOrganiser']);
  });
});
