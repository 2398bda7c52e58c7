import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statusView } from '../../../api/applications/applications-schemas.ts';
import { wholeApplication } from '../../../api/applications/load.ts';
import { eventPage } from '../../../api/events/events-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { inboxView } from '../../../api/people/notices-schemas.ts';
import { programmes } from '../../../config/programmes.ts';
import { achievementsFoundAgain } from '../../../db/applications/reuse.ts';
import { Dalian, listed, logistician } from '../lives/dalian.ts';
import { formOf, TestService } from '../service.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.open({ programmes: new Map([...programmes, [listed.id, listed]]) });
});
afterAll(() => service.close());

const passed = { passed: true, decidedOn: '2024-12-06', documentNo: '辽人社〔2024〕88号', certificate: 'LN20240088' };
const label = { zh: '省评审通过', en: 'Passed by the province' };

/** An application of another person that states the work of the first. */
async function withTheSameWork(dalian: Dalian): Promise<string> {
  const no = await dalian.draft('zhao-min');
  await dalian.write('zhao-min', no, { achievements: formOf('chen-jing').achievements });
  await (await dalian.world.as('zhao-min')).does(no, 'submit');
  return no;
}

/** Whether the applications in which the works of this one are found again were passed. */
async function helpedToPass(no: string): Promise<boolean[]> {
  const { contentVersion } = await wholeApplication(service.services, no);
  return (await achievementsFoundAgain(service.services.db, no, contentVersion)).map((found) => found.passed);
}

describe('a case of Dalian that the province reviews', { timeout: 120_000 }, () => {
  it('comes back with a result that the talent centre records, for all concerned to read (DL-1.1.3-a, DL-2.2.4-c)', async () => {
    const world = await service.world('2024-06-05T09:00');
    const dalian = await Dalian.settle(world);
    const no = await dalian.post('chen-jing', logistician);
    const other = await withTheSameWork(dalian);
    await world.moveTo('2024-06-17T09:00');
    await dalian.seal(no);
    const [applicant, hr, authority] = [
      await world.as('chen-jing'),
      await world.as('hr-haiyun'),
      await world.as('seal-city'),
    ];
    const [centre, industry] = [await world.as('talent-dalian'), await world.as('industry-dalian')];
    await hr.does(no, 'handOver');
    await authority.does(no, 'pass');
    await authority.does(no, 'forward');
    await centre.does(no, 'recommend');
    await industry.does(no, 'recommend');
    expect((await centre.act(no, 'recordReferralResult', passed)).status, 'before it was referred').toBe(409);
    const referred = await centre.does(no, 'report');
    expect(referred).toMatchObject({
      outcome: 'REFERRED',
      open: true,
      availableActions: [{ name: 'recordReferralResult' }],
      referral: { office: 'dl-talent-centre', until: '2025-06-17', result: null },
    });

    await world.moveTo('2024-12-20T09:00');
    const foreign = await industry.act(no, 'recordReferralResult', passed);
    expect([foreign.status, foreign.as(problemSchema).clauses]).toEqual([403, ['DL-1.1.3-a', 'DL-2.2.4-c']]);
    const early = await centre.act(no, 'recordReferralResult', { ...passed, decidedOn: '2024-06-16' });
    expect([early.status, early.as(problemSchema).code]).toEqual([422, 'INVALID_DATA']);
    expect((await centre.act(no, 'recordReferralResult', { ...passed, documentNo: '张三' })).status).toBe(422);
    expect(await helpedToPass(other)).toEqual([false]);
    await centre.does(no, 'recordReferralResult', passed);
    expect(await helpedToPass(other), 'what the province passed counts as passed (LYG-2.2-d)').toEqual([true]);
    const again = await centre.act(no, 'recordReferralResult', passed);
    expect([again.status, again.as(problemSchema).code]).toEqual([409, 'ACTION_NOT_HERE']);
    expect((await centre.act(no, 'correctReferralResult', passed)).status, 'without a reason').toBe(422);
    const documentNo = '辽人社〔2024〕89号';
    await centre.does(no, 'correctReferralResult', { ...passed, documentNo, reason: '文号登记有误' });

    const result = { ...passed, documentNo, recordedOn: '2024-12-20', corrected: true, label };
    for (const reader of [applicant, hr, centre])
      expect((await reader.view(no)).referral).toEqual({ office: 'dl-talent-centre', until: '2025-06-17', result });
    expect((await applicant.get(`/v1/applications/${no}/status`)).as(statusView)).toMatchObject({
      now: label,
      by: null,
    });
    const { items } = (await applicant.get(`/v1/applications/${no}/events?limit=200`)).as(eventPage);
    expect(items.slice(-2)).toMatchObject([
      { name: 'referralDecided', by: 'talentCentre', data: passed },
      { name: 'referralCorrected', by: 'talentCentre', data: { ...passed, documentNo }, reason: '文号登记有误' },
    ]);
    const inbox = (await applicant.get('/v1/notices?unread=true')).as(inboxView);
    const told = inbox.items.filter(({ template }) => template.startsWith('referral'));
    expect(told.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining([
        { zh: `申报${no}：省评审通过`, en: `Application ${no}: Passed by the province` },
        expect.objectContaining({ zh: `申报${no}：评审结果已更正为“省评审通过”` }),
      ]),
    );
    await world.moveTo('2025-06-18T00:01');
    expect(await applicant.view(no)).toMatchObject({
      open: false,
      outcome: 'REFERRED',
      availableActions: [],
      referral: { until: null, result },
    });
  });

  it('has a certificate number that no other application has, however it is written, until it is corrected (DL-2.2.4-c)', async () => {
    const world = await service.world('2024-06-05T09:00');
    const dalian = await Dalian.settle(world);
    const nos = [await dalian.post('chen-jing', logistician), await dalian.post('zhao-min', logistician)] as const;
    await world.moveTo('2024-06-17T09:00');
    const [hr, authority] = [await world.as('hr-haiyun'), await world.as('seal-city')];
    const [centre, industry] = [await world.as('talent-dalian'), await world.as('industry-dalian')];
    for (const no of nos) {
      await dalian.seal(no);
      await hr.does(no, 'handOver');
      await authority.does(no, 'pass');
      await authority.does(no, 'forward');
      for (const office of [centre, industry]) await office.does(no, 'recommend');
      await centre.does(no, 'report');
    }
    await world.moveTo('2024-12-20T09:00');
    const [one, two] = nos;
    await centre.does(one, 'recordReferralResult', passed);
    for (const certificate of [passed.certificate, passed.certificate.toLowerCase(), 'ＬＮ２０２４００８８']) {
      const taken = await centre.act(two, 'recordReferralResult', { ...passed, certificate });
      const problem = taken.as(problemSchema);
      expect(problem, certificate).toMatchObject({ status: 409, code: 'CLAIM_TAKEN', clauses: expect.any(Array) });
      expect(JSON.stringify(problem), 'nobody learns who has it').not.toContain(one);
    }
    const reason = '证书管理号登记有误';
    await centre.does(one, 'correctReferralResult', { ...passed, certificate: 'LN20240089', reason });
    await centre.does(two, 'recordReferralResult', passed);
    const back = await centre.act(one, 'correctReferralResult', { ...passed, reason });
    expect([back.status, back.as(problemSchema).code]).toEqual([409, 'CLAIM_TAKEN']);
  });
});
