import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { committeeView } from '../../../api/committees/committees-schemas.ts';
import { eventPage } from '../../../api/events/events-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { haizhou } from '../../../ops/demo/people.ts';
import { certifiedWithOneCorrection } from '../../../ops/lives/lianyungang/committee.ts';
import { resultRecorded } from '../../../ops/lives/lianyungang/referred.ts';
import { untilPosted, untilPreliminary } from '../../../ops/lives/lianyungang/steps.ts';
import { before, upTo } from '../../../ops/lives/life.ts';
import { TestService } from '../service.ts';
import { CommitteeDesk, draftIn } from './lianyungang.ts';
import { walker } from './play.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.open();
});
afterAll(() => service.close());

describe('a life in Lianyungang', { timeout: 120_000 }, () => {
  it('LYG-5.2-e: leads an engineer of mid level from the draft through one correction to the certificate, by the printed dates', async () => {
    const world = await service.world('2024-06-03T09:00');
    const [applicant, first] = [await world.as('xu-lei'), await world.as('first-haizhou')];
    const [office, title] = [await world.as('office-postal'), await world.as('title-office')];
    const desk = await CommitteeDesk.at(world, 'row-60', 'office-postal');
    await desk.publish();
    const { steps } = certifiedWithOneCorrection;
    const untilCommittee = before(steps, 'recordResult');
    const { no, takes } = await walker(world, haizhou, { life: certifiedWithOneCorrection, by: 'xu-lei' });
    const unpledged = await applicant.act(no, 'submit');
    expect(unpledged.as(problemSchema)).toMatchObject({ code: 'CHECK_MISSING', clauses: ['LYG-5.4-a'] });
    await takes(...untilPosted.slice(0, 1));
    const filed = await applicant.view(no);
    expect(filed.stage.key).toBe('UNIT_REVIEW');
    expect(filed.deadlines[0]).toMatchObject({ key: 'acceptance', due: '2024-06-30', readings: ['A-46'] });

    await takes(...untilPreliminary.slice(1), ...steps.slice(untilPreliminary.length, untilPreliminary.length + 1));
    const returned = await first.view(no);
    expect(returned.stage.key).toBe('CORRECTION');
    expect(returned.deadlines[0]).toMatchObject({ key: 'correction', due: '2024-06-19', readings: ['A-30'] });
    await takes(...untilCommittee.slice(untilPreliminary.length + 1));

    await world.moveTo('2024-10-05T09:00');
    await desk.report('2024-10-15');
    const [tooEarly, decides, ...certifies] = steps.slice(untilCommittee.length);
    if (!tooEarly || !decides) throw new Error('nothing is decided in this life');
    await takes(tooEarly);
    const result = { passed: true, checked: ['characterFirst'] };
    await desk.consent('2024-10-15');
    const forged = await office.act(no, 'recordResult', { ...result, approvedOn: '2024-10-01' });
    expect(forged.status).toBe(422);
    const other = await office.act(no, 'recordResult', { ...result, heldOn: '2024-10-14' });
    expect(other.as(problemSchema).code).toBe('NOT_OPENED');
    await takes(decides, ...certifies.slice(0, -1));
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
    await takes(...certifies.slice(-1));
    expect(await office.view(no)).toMatchObject({ outcome: 'CERTIFIED', availableActions: [] });

    const events = (await applicant.get(`/v1/applications/${no}/events?limit=200`)).as(eventPage).items;
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect((await title.get(`/v1/applications/${no}`)).status, 'the title office supervises (LYG-5.2-d)').toBe(200);
    expect(service.backend.alarms).toEqual([]);
  });

  it('LYG-4.4-e: reports a senior title to the province by way of the city title office', async () => {
    const world = await service.world('2024-06-03T09:00');
    const { no, takes } = await walker(world, haizhou, { life: resultRecorded, by: 'shen-yan' });
    await takes(...upTo(resultRecorded.steps, 'report'));
    expect((await (await world.as('shen-yan')).view(no)).outcome).toBe('REFERRED');
  });

  it('LYG-4.3-b, LYG-4.3-c: gives the list on 06-27, and what was corrected by 07-04 still arrives (A-30, A-46)', async () => {
    const world = await service.world('2024-06-03T09:00');
    const [applicant, hr] = [await world.as('xu-lei'), await world.as('hr-express')];
    const bureau = await world.as('first-haizhou');
    const no = await draftIn(world, 'xu-lei');
    await applicant.does(no, 'submit', { checked: ['truthPledge'] });
    await hr.does(no, 'agree');
    await hr.does(no, 'postPublicity', { lastDay: '2024-06-11' });
    await world.moveTo('2024-06-27T09:00');
    const deficiencies = [{ item: 'achievement-1', clause: 'LYG-5.3-a', expected: '请补充验收证明。' }];
    const returned = await bureau.does(no, 'return', { deficiencies });
    expect(returned.deadlines[0]).toMatchObject({ key: 'correction', due: '2024-07-04', readings: ['A-30'] });
    await world.moveTo('2024-07-04T17:00');
    await applicant.does(no, 'submit', { checked: ['truthPledge'] });
    await world.moveTo('2024-07-08T09:00');
    expect((await bureau.does(no, 'pass')).stage.key).toBe('OFFICE_RECHECK');
    expect(service.backend.alarms).toEqual([]);
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
