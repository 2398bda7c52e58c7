import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchView } from '../../../api/bulk/bulk-schemas.ts';
import { eventPage } from '../../../api/events/events-schemas.ts';
import { completenessView } from '../../../api/form/form-views-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { postedView } from '../../../api/postings/postings-schemas.ts';
import {
  handedOverEarly,
  handsOver,
  passesPreliminary,
  recommends,
  unitSeals,
} from '../../../ops/lives/dalian/steps.ts';
import { type Step, upTo } from '../../../ops/lives/life.ts';
import { TestService, type View } from '../service.ts';
import { Dalian } from './dalian.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.open();
});
afterAll(() => service.close());

const notInOrder = { deficiencies: [{ item: 'a1', clause: 'DL-2.2.3-a', expected: '补充验收报告' }] };
const asked = (view: View, action: string) => view.availableActions.find(({ name }) => name === action);

describe('a life in Dalian', { timeout: 120_000 }, () => {
  it('DL-2.2.2-c, DL-2.1.2-a: hands over what was filed on 06-26 where the unit posted it before and records that (A-07)', async () => {
    const world = await service.world('2024-06-26T09:00');
    const dalian = await Dalian.settle(world);
    const no = await dalian.draft('chen-jing');
    const [submits, agrees] = upTo(handedOverEarly, 'agree');
    if (!submits || !agrees) throw new Error('nobody applies in this life');
    const applicant = await world.as('chen-jing');
    expect((await applicant.view(no)).warnings?.map(({ code }) => code)).toEqual(['TOO_LATE_TO_ARRIVE']);
    await dalian.takes('chen-jing', no, [submits, agrees]);
    const hr = await world.as('hr-haiyun');
    const document = {
      ...{ decidingMeeting: '考评领导小组会议', contactPerson: '王敏（虚构）', telephone: '0411-84362018' },
      contents: ['基本情况', '工作经历', '主要工作业绩'],
    };
    const short = { postedOn: '2024-06-18', lastDay: '2024-06-24', document, checked: ['publicContent'] };
    const refused = await hr.act(no, 'postPublicity', short);
    expect([refused.status, refused.as(problemSchema).code]).toEqual([422, 'PUBLICITY_TOO_SHORT']);
    await hr.does(no, 'postPublicity', { ...short, postedOn: '2024-06-17' });
    expect((await hr.view(no)).stage.key).toBe('UNIT_RECOMMENDED');
    await dalian.takes('chen-jing', no, [recommends, unitSeals, handsOver]);
    expect((await applicant.view(no)).stage.key).toBe('PRELIMINARY_REVIEW');
    const { items } = (await applicant.get(`/v1/applications/${no}/events?limit=200`)).as(eventPage);
    expect(items.find(({ name }) => name === 'posted')?.data).toMatchObject({
      postedOn: '2024-06-17',
      lastDay: '2024-06-24',
    });
    expect(service.backend.alarms).toEqual([]);
  });

  it('leads an engineer of mid level from the draft through a correction to the certificate, by the printed dates', async () => {
    const world = await service.world('2024-06-05T09:00');
    const dalian = await Dalian.settle(world);
    const [applicant, hr] = [await world.as('chen-jing'), await world.as('hr-haiyun')];
    const [authority, organiser] = [await world.as('seal-city'), await world.as('office-diit')];
    const no = await dalian.draft('chen-jing');
    expect(no).toMatch(/^DL24-/);
    expect(asked(await applicant.view(no), 'submit')?.checks).toMatchObject([
      { key: 'ownPledge', clauses: ['DL-2.3.1-h'] },
    ]);
    const unpledged = await applicant.act(no, 'submit');
    expect(unpledged.status).toBe(422);
    expect(unpledged.as(problemSchema)).toMatchObject({ code: 'CHECK_MISSING', clauses: ['DL-2.3.1-h'] });
    const takes = (...steps: readonly Step[]) => dalian.takes('chen-jing', no, steps);
    const [submits, agrees, ...posts] = upTo(handedOverEarly, 'postPublicity');
    if (!submits || !agrees) throw new Error('nobody applies in this life');
    await takes(submits);

    expect((await applicant.act(no, 'agree', { checked: [] })).status).toBe(403);
    await takes(agrees);
    expect((await applicant.view(no)).stage.key).toBe('UNIT_PUBLICITY');
    await takes(...posts);
    await world.moveTo('2024-06-17T09:00');
    expect(asked(await hr.view(no), 'recommend')?.choices?.map(({ key }) => key)).toEqual(['noObjection']);
    const untrue = await hr.act(no, 'recommend', { checked: ['part7'], choice: 'agreedAfterInvestigation' });
    expect([untrue.status, untrue.as(problemSchema).code]).toEqual([409, 'CHOICE_UNFIT']);
    await takes(recommends, unitSeals, handsOver);

    const open = async () => {
      const { findings } = (await applicant.get(`/v1/applications/${no}/completeness`)).as(completenessView);
      return findings.filter(({ outcome }) => outcome === 'needsAttestation').map(({ clause }) => clause);
    };
    expect(await open(), 'left to the authority alone').toEqual(['DL-1.4-d', 'DL-2.3.3-c', 'DL-2.3.1-f']);
    const incomplete = await authority.act(no, 'pass', { checked: ['experience', 'ability'] });
    expect([incomplete.status, incomplete.as(problemSchema).code]).toEqual([422, 'CHECK_MISSING']);
    const failed = await authority.does(no, 'fail', notInOrder);
    expect(failed.stage.key).toBe('CORRECTION');
    expect(failed.deadlines[0]).toMatchObject({ due: '2024-06-28', readings: ['A-04', 'A-47'] });
    await dalian.write('chen-jing', no, { remarks: '验收报告已补装订' });
    expect((await applicant.act(no, 'submit', { changed: [] })).status).toBe(422);
    expect((await applicant.does(no, 'submit')).stage).toMatchObject({
      key: 'UNIT_RECOMMENDED',
      steps: ['recommend'],
    });
    await takes(unitSeals, handsOver, passesPreliminary);
    expect(await open()).toEqual([]);

    const early = await authority.post('/v1/batches', { kind: 'forwarding', items: [no] });
    expect(early.as(problemSchema)).toMatchObject({
      status: 422,
      code: 'ALL_REFUSED',
      errors: [{ message: { en: expect.stringContaining('Originals checked') } }],
    });
    await authority.does(no, 'returnOriginals');
    await world.moveTo('2024-07-22T00:00');
    const batch = await authority.post('/v1/batches', { kind: 'forwarding', items: [no] });
    expect(batch.as(batchView)).toMatchObject({ unit: null, office: 'dl-gaoxin', items: [{ no, status: 'accepted' }] });
    const { id } = batch.as(batchView);
    expect((await authority.get(`/v1/batches/${id}`)).as(batchView).items).toMatchObject([{ no, status: 'accepted' }]);
    // The organiser receives it.
    expect((await organiser.get(`/v1/batches/${id}`)).status).toBe(200);

    await organiser.does(no, 'pass');
    await world.moveTo('2024-10-18T10:00');
    const defended = await organiser.act(no, 'recordResult', {
      passed: true,
      defence: 9000,
      checked: ['writtenReport'],
    });
    expect(defended.as(problemSchema).clauses).toEqual(['DL-1.1.1-c']);
    await organiser.does(no, 'recordResult', { passed: true, heldOn: '2024-10-17' });
    const posted = await organiser.post('/v1/postings', { kind: 'result', items: [no] });
    expect(posted.as(postedView).items).toMatchObject([{ no, status: 'accepted' }]);
    await world.moveTo('2024-10-26T09:00');
    const certified = await organiser.does(no, 'certify', { certificate: 'DL2024001' });
    expect(certified).toMatchObject({ outcome: 'CERTIFIED', responsible: null });

    const { items } = (await applicant.get(`/v1/applications/${no}/events?limit=200`)).as(eventPage);
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, index) => index + 1));
    expect(JSON.stringify(items)).not.toContain('陈静');
    expect(service.backend.alarms).toEqual([]);
  });

  it.each([
    ['an achievement', { achievements: [] }, 'UNIT_PUBLICITY'],
    ['the present title', { summary: { currentTitle: '助理工程师' } }, 'UNIT_PUBLICITY'],
    ['the telephone of the remarks', { remarks: '联系电话已更正' }, 'UNIT_RECOMMENDED'],
    ['nothing', null, 'UNIT_RECOMMENDED'],
  ])(
    'sends a correction of %s where A-47 says, by what the server compared (DL-2.2.2-b)',
    async (_what, change, next) => {
      const world = await service.world('2024-06-05T09:00');
      const dalian = await Dalian.settle(world);
      const no = await dalian.handOver('chen-jing', '2024-06-17T09:00');
      await (await world.as('seal-city')).does(no, 'fail', notInOrder);
      if (change) await dalian.change('chen-jing', no, change);
      expect((await (await world.as('chen-jing')).does(no, 'submit')).stage.key).toBe(next);
    },
  );

  it('DL-2.2.4-a: a forwarding batch of two levels is refused as a whole, and is for the authority alone', async () => {
    const world = await service.world('2024-06-05T09:00');
    const dalian = await Dalian.settle(world);
    const senior = {
      level: 'deputySenior',
      heldTitle: { level: 'mid', obtainedOn: '2015-12-01', series: 'engineering' },
    };
    const [mid, other] = [await dalian.post('chen-jing'), await dalian.post('zhao-min', senior)];
    await world.moveTo('2024-06-17T09:00');
    for (const no of [mid, other]) {
      await dalian.seal(no);
      await (await world.as('hr-haiyun')).does(no, 'handOver');
    }
    const body = { kind: 'forwarding', items: [mid, other] };
    const mixed = await (await world.as('seal-city')).post('/v1/batches', body);
    expect(mixed.status).toBe(422);
    expect(mixed.as(problemSchema)).toMatchObject({ clauses: ['DL-2.2.4-a'], errors: [{ path: '/items/1' }] });
    expect((await (await world.as('hr-haiyun')).post('/v1/batches', body)).status).toBe(422);
  });

  it('DL-2.1.3-a: what was never forwarded names the authority that has to answer for it', async () => {
    const world = await service.world('2024-06-05T09:00');
    const dalian = await Dalian.settle(world);
    const no = await dalian.handOver('chen-jing', '2024-06-17T09:00');
    await world.moveTo('2024-08-31T00:01');
    expect(await (await world.as('chen-jing')).view(no)).toMatchObject({
      outcome: 'NOT_FORWARDED',
      responsible: 'dl-gaoxin',
    });
    await (await world.as('office-diit')).does(no, 'acceptLate', { reason: '主管部门工作人员漏报' });
    await (await world.as('seal-city')).does(no, 'pass');
  });
});
