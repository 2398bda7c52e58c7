import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { committeeView } from '../../../api/committees/committees-schemas.ts';
import { eventPage } from '../../../api/events/events-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { TestService } from '../service.ts';
import { CommitteeDesk, draftIn } from './lianyungang.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.open();
});
afterAll(() => service.close());

const list = { deficiencies: [{ item: 'a1', clause: 'LYG-4.3-b', expected: '补充验收报告' }] };

describe('a life in Lianyungang', { timeout: 120_000 }, () => {
  it('LYG-5.2-e: leads an engineer of mid level from the draft through one correction to the certificate, by the printed dates', async () => {
    const world = await service.world('2024-06-03T09:00');
    const [applicant, hr] = [await world.as('xu-lei'), await world.as('hr-express')];
    const [first, office, title] = [
      await world.as('first-haizhou'),
      await world.as('office-postal'),
      await world.as('title-office'),
    ];
    const desk = await CommitteeDesk.at(world, 'row-60', 'office-postal');
    await desk.publish();
    const no = await draftIn(world, 'xu-lei');
    const unpledged = await applicant.act(no, 'submit');
    expect(unpledged.as(problemSchema)).toMatchObject({ code: 'CHECK_MISSING', clauses: ['LYG-5.4-a'] });
    const filed = await applicant.does(no, 'submit');
    expect(filed.stage.key).toBe('UNIT_REVIEW');
    expect(filed.deadlines[0]).toMatchObject({ key: 'acceptance', due: '2024-06-30', readings: ['A-46'] });

    await hr.does(no, 'agree');
    await hr.does(no, 'postPublicity');
    await world.moveTo('2024-06-12T09:00');
    const returned = await first.does(no, 'return', { ...list, days: 3 });
    expect(returned.stage.key).toBe('CORRECTION');
    expect(returned.deadlines[0]).toMatchObject({ key: 'correction', due: '2024-06-17', readings: ['A-30'] });
    await applicant.does(no, 'submit');
    expect((await first.act(no, 'return', list)).as(problemSchema)).toMatchObject({ clauses: ['LYG-4.3-b'] });
    await first.does(no, 'pass');
    await office.does(no, 'pass');
    await office.does(no, 'postPublicity');

    await world.moveTo('2024-10-05T09:00');
    await desk.report('2024-10-15');
    await world.moveTo('2024-10-15T16:00');
    const result = { passed: true, checked: ['characterFirst'] };
    const unapproved = await office.act(no, 'recordResult', result);
    expect([unapproved.status, unapproved.as(problemSchema)]).toMatchObject([
      409,
      { code: 'NOT_OPENED', clauses: ['LYG-5.2-b', 'LYG-5.2-c'] },
    ]);
    await desk.consent('2024-10-15');
    const forged = await office.act(no, 'recordResult', { ...result, approvedOn: '2024-10-01' });
    expect(forged.status).toBe(422);
    const other = await office.act(no, 'recordResult', { ...result, heldOn: '2024-10-14' });
    expect(other.as(problemSchema).code).toBe('NOT_OPENED');
    expect((await office.does(no, 'recordResult', result)).stage.key).toBe('RESULT_PUBLICITY');
    await office.does(no, 'postPublicity');
    await world.moveTo('2024-10-23T09:00');
    const unannounced = await office.act(no, 'certify', { certificate: 'LYG2024001' });
    expect([unannounced.status, unannounced.as(problemSchema)]).toMatchObject([
      409,
      { code: 'NOT_ANNOUNCED', clauses: ['LYG-5.2-e'], details: { heldOn: '2024-10-15' } },
    ]);
    await desk.announce('2024-10-15');
    const year = (await title.get('/v1/programmes/lianyungang-2024/committees/row-60')).as(committeeView);
    expect(year.meetings).toMatchObject([
      { passRate: 7_000, results: { reviewed: 1, passed: 1, rate: 10_000, above: true } },
    ]);
    const certified = await office.does(no, 'certify', { certificate: 'LYG2024001' });
    expect(certified).toMatchObject({ outcome: 'CERTIFIED', availableActions: [] });

    const events = (await applicant.get(`/v1/applications/${no}/events?limit=200`)).as(eventPage).items;
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect((await title.get(`/v1/applications/${no}`)).status, 'it supervises the whole (LYG-5.2-d)').toBe(200);
    expect(service.line.alarms).toEqual([]);
  });

  it('LYG-4.4-e: reports a senior title to the province through the city title office', async () => {
    const world = await service.world('2024-06-03T09:00');
    const [applicant, hr, first] = [
      await world.as('shen-yan'),
      await world.as('hr-express'),
      await world.as('first-haizhou'),
    ];
    const [office, title] = [await world.as('office-postal'), await world.as('title-office')];
    const heldTitle = { level: 'mid', obtainedOn: '2015-12-01', series: 'engineering' };
    const no = await draftIn(world, 'shen-yan', { level: 'deputySenior', heldTitle });
    await applicant.does(no, 'submit');
    await hr.does(no, 'agree');
    await hr.does(no, 'postPublicity');
    await world.moveTo('2024-06-12T09:00');
    await first.does(no, 'pass');
    expect((await office.does(no, 'pass')).stage.key).toBe('CITY_TITLE_OFFICE_REVIEW');
    expect((await title.does(no, 'consent')).stage.key).toBe('PROVINCIAL_REFERRAL');
    expect((await office.does(no, 'report')).outcome).toBe('REFERRED');
  });

  it('LYG-3.3-a: files to a committee whose row prints no period only by its published notice (A-33)', async () => {
    const world = await service.world('2024-06-03T09:00');
    const applicant = await world.as('xu-lei');
    const no = await draftIn(world, 'xu-lei', { specialty: 'metallurgy' });
    const early = await applicant.act(no, 'submit', { checked: ['truthPledge'] });
    expect([early.status, early.as(problemSchema)]).toMatchObject([
      409,
      { code: 'WINDOW_NOT_OPEN', clauses: expect.arrayContaining(['LYG-3.3-a', 'LYG-7-b']), readings: ['A-33'] },
    ]);
    const desk = await CommitteeDesk.at(world, 'row-45', 'title-office');
    await desk.publish([{ key: 'acceptance', opens: '2024-06-10', closes: '2024-07-20' }]);
    const filed = await applicant.does(no, 'submit');
    expect(filed.deadlines[0]).toMatchObject({ key: 'acceptance', due: '2024-07-20' });
  });
});
