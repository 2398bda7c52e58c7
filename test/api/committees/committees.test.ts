import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { committeeHistory, committeeView } from '../../../api/committees/committees-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { inboxView } from '../../../api/people/notices-schemas.ts';
import { findYear } from '../../../db/committees/committee-years.ts';
import { demoPersonId } from '../../../db/worlds/demo-worlds.ts';
import type { Role } from '../../../domain/programme/facts.ts';
import { CommitteeDesk, draftIn } from '../lives/lianyungang.ts';
import { type ApiClient, type ApiWorld, TestService } from '../service.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.open();
});
afterAll(() => service.close());

const path = '/v1/programmes/lianyungang-2024/committees/row-45';
const sites = { checked: ['ownSite', 'talentPlatform'] };
const papers = { checked: ['openingReport', 'roster'], passRate: 7_000 };
const windows = [{ key: 'acceptance', opens: '2024-07-01', closes: '2024-08-31' }];

/** Someone of the demonstration who acts for an office of Lianyungang. */
async function acting(world: ApiWorld, account: string, role: Role, office: string): Promise<ApiClient> {
  const client = await world.as(account);
  const { db, vault } = service.services;
  const person = demoPersonId(vault, account, world.id);
  await db.sql`insert into grants (person, role, scope) values (${person}, ${role}, ${`office:${office}`}) on conflict do nothing`;
  return client;
}

async function people(startAt: string) {
  const world = await service.world(startAt);
  const office = await acting(world, 'office-diit', 'committeeOffice', 'lyg-title-office');
  const title = await acting(world, 'auditor', 'cityTitleOffice', 'lyg-title-office');
  const step = async (client: ApiClient, name: string, body: unknown = {}) => client.post(`${path}/${name}`, body);
  return { world, office, title, step };
}

/** Records that a meeting of the committee passed this draft, directly in the database, without the stages before it. */
async function review(no: string, meetingOn: string): Promise<void> {
  const { sql } = service.services.db;
  await sql`update applications set committee = 'row-45' where no = ${no}`;
  await sql`
    insert into events (no, seq, name, at, person, role, data, intent)
    values (${no}, 1, 'resultRecorded', now(), 'office', 'committeeOffice', jsonb_build_object('heldOn', ${meetingOn}::text, 'passed', true), gen_random_uuid())`;
}

/** The notices about committees in somebody’s inbox, oldest first. */
async function told(client: ApiClient): Promise<string[]> {
  const { items } = (await client.get('/v1/notices')).as(inboxView);
  return items
    .filter(({ committee }) => committee?.id === 'row-45')
    .map(({ at, subject }) => `${at.slice(0, 10)} ${subject.zh}`)
    .reverse();
}

describe('whoever is concerned by the year of a committee', () => {
  const name = '评委会“计划表第45行：冶金工程”';
  const near = (left: number) => `${name}：评审数据2024-10-10截止报送（还有${left}个工作日）`;

  /** The year until its results are announced on 2024-09-20; the data are due on 10-10. */
  async function announced() {
    const all = await people('2024-05-20T09:00');
    const { world, office, title, step } = all;
    const no = await draftIn(world, 'xu-lei');
    await step(office, 'proposeNotice', { windows });
    await step(title, 'countersign');
    await step(office, 'publishNotice', sites);
    await world.moveTo('2024-09-10T09:00');
    await step(office, 'reportOpening', { meetingOn: '2024-09-20', ...papers });
    await step(title, 'approveOpening', { meetingOn: '2024-09-20' });
    await world.moveTo('2024-09-20T18:00');
    await review(no, '2024-09-20');
    await step(office, 'announceResults', { meetingOn: '2024-09-20' });
    return all;
  }

  it('LYG-3.3-b, LYG-5.2-b, LYG-5.2-c: is notified of each step that is not their own, and of the next one that is', async () => {
    const { office, title, step } = await announced();
    await step(office, 'fileData', { meetingOn: '2024-09-20' });
    expect(await told(office)).toEqual([
      `2024-05-20 ${name}：年度评审通知已会签`,
      `2024-09-10 ${name}：2024-09-20评审会议已同意开评`,
    ]);
    expect(await told(title)).toEqual([
      `2024-05-20 ${name}：年度评审通知待会签`,
      `2024-05-20 ${name}：年度评审通知已公布`,
      `2024-09-10 ${name}：2024-09-20评审会议待同意开评`,
      `2024-09-20 ${name}：2024-09-20评审会议结果已公布`,
      `2024-09-20 ${name}：2024-09-20评审会议的评审数据已报送`,
    ]);
  });

  it('LYG-5.2-e: the committee’s office is reminded of the data, and the title office alarmed once when they are overdue', async () => {
    const { world, office, title } = await announced();
    await world.moveTo('2024-10-10T23:59');
    expect((await told(office)).slice(2)).toEqual([`2024-10-08 ${near(2)}`, `2024-10-09 ${near(1)}`]);
    expect(await told(title)).toHaveLength(4);
    await world.moveTo('2024-10-11T00:01');
    await world.moveTo('2024-10-12T09:00');
    expect((await told(title)).slice(4)).toEqual([`2024-10-11 ${name}：评审数据逾期未报`]);
    expect(await told(office)).toHaveLength(4);
    const mails = await service.services.db.sql<{ count: number }[]>`
      select count(*)::integer as count from notices n join people p on p.id = n.person
       where p.world = ${world.id} and n.template = 'dataOverdue' group by n.person`;
    expect(mails.map(({ count }) => count)).toEqual([1, 1]);
  });

  it('LYG-5.2-e: nobody is reminded or alarmed of data that were filed', async () => {
    const { world, office, title, step } = await announced();
    await step(office, 'fileData', { meetingOn: '2024-09-20' });
    await world.moveTo('2024-10-12T09:00');
    expect(await told(office)).toHaveLength(2);
    expect(await told(title)).toHaveLength(5);
  });

  it('LYG-3.3-c: whoever has an application for that committee is notified that its notice is published', async () => {
    const world = await service.world('2024-05-20T09:00');
    await draftIn(world, 'xu-lei');
    const inbox = async (account: string) => {
      const { items } = (await (await world.as(account)).get('/v1/notices')).as(inboxView);
      return items
        .filter(({ committee }) => committee)
        .map(({ committee, template, no }) => [committee?.id, template, no]);
    };
    await (await CommitteeDesk.at(world, 'row-60', 'office-postal')).publish();
    expect(await inbox('xu-lei')).toEqual([['row-60', 'noticePublished', null]]);
    expect(await inbox('zhang-wei')).toEqual([]);
  });
});

describe('the year of a committee over HTTP', () => {
  it('LYG-3.3-b: runs from the draft of the notice to the data of the results, each step by its own office', async () => {
    const { world, office, title, step } = await people('2024-05-20T09:00');
    const no = await draftIn(world, 'xu-lei');
    expect((await step(office, 'proposeNotice', { windows })).status).toBe(200);
    expect((await world.anyone.get(path)).as(committeeView).notice).toBeNull();
    const early = await step(office, 'publishNotice', sites);
    expect(early.status).toBe(409);
    expect(early.as(problemSchema).clauses).toEqual(['LYG-3.3-b']);
    const notHers = await step(office, 'countersign');
    expect(notHers.status).toBe(403);
    expect((await step(title, 'countersign')).status).toBe(200);
    const half = await step(office, 'publishNotice', { checked: ['ownSite'] });
    expect(half.as(problemSchema)).toMatchObject({ status: 422, clauses: ['LYG-3.3-c'] });
    expect((await step(office, 'publishNotice', sites)).status).toBe(200);
    const shown = (await world.anyone.get(path)).as(committeeView);
    expect(shown.notice).toMatchObject({ status: 'published', windows, publishedOn: '2024-05-20', due: '2024-06-30' });

    await world.moveTo('2024-09-10T09:00');
    const opened = await step(office, 'reportOpening', { meetingOn: '2024-09-20', ...papers });
    expect(opened.as(committeeView).meetings).toMatchObject([{ meetingOn: '2024-09-20', reportedOn: '2024-09-10' }]);
    expect((await step(title, 'approveOpening', { meetingOn: '2024-09-20' })).status).toBe(200);
    await world.moveTo('2024-09-20T18:00');
    const nobody = await step(office, 'announceResults', { meetingOn: '2024-09-20' });
    expect(nobody.as(problemSchema)).toMatchObject({ status: 409, code: 'NO_RESULTS', clauses: ['LYG-5.2-e'] });
    await review(no, '2024-09-20');
    const announced = (await step(office, 'announceResults', { meetingOn: '2024-09-20' })).as(committeeView);
    expect(announced.meetings).toMatchObject([{ dataDue: '2024-10-10', overdue: false }]);
    await world.moveTo('2024-10-11T00:00');
    expect((await title.get(path)).as(committeeView).meetings).toMatchObject([{ overdue: true }]);
    const filed = (await step(office, 'fileData', { meetingOn: '2024-09-20' })).as(committeeView);
    expect(filed.meetings).toMatchObject([{ filedOn: '2024-10-11', overdue: true }]);
    expect((await world.anyone.get(path)).as(committeeView).meetings).toEqual([]);

    const rows = await service.services.db.sql<{ name: string; role: string; seq: number }[]>`
      select ev.name, ev.role, ev.seq from events ev join entities e on e.no = ev.no where e.world = ${world.id} order by e.kind, ev.seq`;
    expect(rows.map(({ name }) => name)).toEqual([
      ...['proposeNotice', 'countersign', 'publishNotice', 'reportOpening', 'approveOpening'],
      ...['announceResults', 'fileData'],
    ]);
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 1, 2, 3, 4]);
  });

  it('does a step once for each key, and two people at the same step only one of them', async () => {
    const { world, office, title, step } = await people('2024-05-20T09:00');
    await step(office, 'proposeNotice', { windows });
    const key = 'countersign-once';
    const first = await title.post(`${path}/countersign`, {}, { key });
    const again = await title.post(`${path}/countersign`, {}, { key });
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    const both = await Promise.all([step(office, 'publishNotice', sites), step(office, 'publishNotice', sites)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const year = await findYear(service.services.db, {
      programme: 'lianyungang-2024',
      committee: 'row-45',
      world: world.id,
    });
    expect(year?.seq).toBe(3);
  });

  it('LYG-3.3-a: keeps a late notice’s reason sealed, shows it to the two offices, and is not there for strangers nor for committees nobody has', async () => {
    const { world, office, title, step } = await people('2024-07-02T09:00');
    await step(office, 'proposeNotice');
    await step(title, 'countersign');
    expect((await step(office, 'publishNotice', sites)).as(problemSchema).code).toBe('REASON_MISSING');
    const late = await step(office, 'publishNotice', { ...sites, reason: '省厅通知下发较晚' });
    expect(late.status).toBe(200);
    const [row] = await service.services.db.sql<{ data: unknown; id: string; reason: Buffer }[]>`
      select ev.data, t.id, t.body_enc as reason from events ev join entities e on e.no = ev.no join texts t on t.id = (ev.data ->> 'text')::uuid
       where e.world = ${world.id} order by ev.seq desc limit 1`;
    expect(JSON.stringify(row?.data)).not.toContain('省厅');
    expect(service.services.vault.openText(row?.reason ?? Buffer.alloc(0), `text/${row?.id}`)).toBe(
      '{"reason":"省厅通知下发较晚"}',
    );
    const steps = (await title.get(`${path}/events`)).as(committeeHistory).items;
    expect(steps.map(({ name, by, reason }) => [name, by, reason])).toEqual([
      ['proposeNotice', 'committeeOffice', null],
      ['countersign', 'cityTitleOffice', null],
      ['publishNotice', 'committeeOffice', '省厅通知下发较晚'],
    ]);
    const stranger = await world.as('zhang-wei');
    expect((await stranger.post(`${path}/countersign`)).status).toBe(404);
    expect((await stranger.get(`${path}/events`)).status).toBe(404);
    expect((await stranger.get(path.replace('row-45', 'row-21'))).status).toBe(404);
    expect((await stranger.get('/v1/programmes/liaoning-diit-2024/committees/row-1')).status).toBe(404);
  });

  it('is there for every committee that a programme or an office lists', async () => {
    const { anyone } = await service.world('2024-06-05T09:00');
    const listed = z.object({ committees: z.array(z.object({ id: z.string() })) });
    for (const id of ['dalian-2024', 'liaoning-diit-2024', 'lianyungang-2024']) {
      const programme = (await anyone.get(`/v1/programmes/${id}`)).as(listed);
      const { items } = (await anyone.get(`/v1/programmes/${id}/offices`)).as(z.object({ items: z.array(listed) }));
      const all = [programme, ...items].flatMap(({ committees }) => committees.map((each) => each.id));
      const found = await Promise.all(
        [...new Set(all)].map(async (each) => (await anyone.get(`/v1/programmes/${id}/committees/${each}`)).status),
      );
      expect(found.filter((status) => status !== 200)).toEqual([]);
      if (id !== 'liaoning-diit-2024') expect(found.length).toBeGreaterThan(10);
    }
  });
});
