import { beforeAll, describe, expect, it } from 'vitest';
import { eligibilityView } from '../../../api/eligibility/eligibility-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { demoPersonId } from '../../../db/worlds/demo-worlds.ts';
import { type ApiClient, type ApiWorld, formOf, TestService } from '../service.ts';

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.shared();
  world = await service.world('2024-07-01T09:00');
});

const engineer = {
  series: 'engineering',
  specialty: 'robotics',
  level: 'deputySenior',
  employerClass: 'provincialStateOwned',
};

const unit = { role: 'unitHr', name: { zh: '单位人事部门', en: 'The unit’s personnel department' } };

const check = async (body: object, { client = world.anyone, programme = 'liaoning-diit-2024' } = {}) => {
  const answer = await client.post(`/v1/programmes/${programme}/eligibility-checks`, body);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.as(eligibilityView);
};

describe('a question before anything is stored', () => {
  it('says in both languages what was found by which rule, and what must still be answered', async () => {
    const { eligible, findings } = await check(engineer);
    expect(eligible).toBe('notToldYet');
    expect(findings.every(({ message }) => message.zh !== '' && message.en !== '')).toBe(true);
    expect(findings).toContainEqual(
      expect.objectContaining({ clause: 'LN-1-d', outcome: 'notToldYet', ask: ['status'] }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ clause: 'LN-8.4-a', outcome: 'needsAttestation', attestedBy: unit }),
    );
  });

  it('names the offices in turn with the printed address, and the last day of each step (LN-5.7-c, LN-4.3-a)', async () => {
    const { routing, window, latestPublicityPosting } = await check(engineer);
    expect(window).toMatchObject({ key: 'onlineFiling', closes: '2024-07-31' });
    expect(latestPublicityPosting).toBe('2024-07-23');
    const review = routing?.channel.find(({ stage }) => stage === 'ONLINE_REVIEW');
    expect(review).toMatchObject({ lastDay: '2024-07-31', tooLate: false });
    expect(review?.office?.address?.zh).toContain('泰山路64号219房间');
  });

  it('says whom the green channel and a delegated review begin with, and who attests (LN-8.1-b, LN-8.1-c, LN-8.3-b)', async () => {
    const green = await check({ ...engineer, track: 'greenChannel' });
    expect(green.routing?.channel.map(({ stage }) => stage)).toContain('GREEN_CHANNEL_REQUEST');
    const delegated = await check({ ...engineer, track: 'delegated', employerClass: 'centralOrOtherProvince' });
    expect(delegated.routing?.channel.find(({ role }) => role === 'delegationAuthority')?.office?.name.zh).toContain(
      '专业技术人员服务处',
    );
    const attested = ({ findings }: typeof green, clause: string) =>
      findings.filter((each) => each.clause === clause).map(({ outcome, attestedBy }) => [outcome, attestedBy?.role]);
    expect(attested(green, 'LN-8.3-b')).toEqual([['needsAttestation', 'committeeOffice']]);
    expect(attested(delegated, 'LN-8.1-b')).toEqual([['needsAttestation', 'delegationAuthority']]);
    expect(attested(delegated, 'LN-8.1-c')).toContainEqual(['needsAttestation', 'committeeOffice']);
  });

  it('goes by the day asked for', async () => {
    const { asOf, routing } = await check({ ...engineer, asOf: '2024-07-24' });
    expect(asOf).toBe('2024-07-24');
    const tooLate = routing?.channel.filter((step) => step.tooLate).map(({ stage }) => stage);
    expect(tooLate).toEqual(['UNIT_APPLICATION', 'UNIT_REVIEW', 'DEMOCRATIC_APPRAISAL', 'UNIT_PUBLICITY']);
  });

  it('lists the materials with the numbers of copies, and none that may not be demanded (LN-A2.3.2-a, LN-8.4-a)', async () => {
    const { materials } = await check(engineer);
    expect(materials).toContainEqual(expect.objectContaining({ clause: 'LN-A2.3.2-a', copies: 3 }));
    expect(materials.map(({ clause }) => clause)).not.toContain('LN-8.4-a');
  });

  it('names the cut-off of the series (LN-4.1-a)', async () => {
    const { cutOffs } = await check(engineer);
    expect(cutOffs).toEqual([{ key: 'achievements', date: '2024-06-30', clauses: ['LN-4.1-a'] }]);
  });

  it.each([
    ['an identity number', { identityNumber: '210200198203140028' }],
    ['a name', { name: '张三' }],
    ['where the household is registered', { household: '大连' }],
    ['a grade of English', { englishGrade: 6 }],
  ])('does not take %s', async (_, more) => {
    const answer = await world.anyone.post('/v1/programmes/liaoning-diit-2024/eligibility-checks', {
      ...engineer,
      ...more,
    });
    expect(answer.status).toBe(422);
  });
});

describe('a question about Lianyungang', () => {
  const asked = (more: object) =>
    check(
      { ...engineer, specialty: 'ecology', level: 'mid', employerClass: 'private', ...more },
      { programme: 'lianyungang-2024' },
    );

  it('names the office of the plan row with telephone and address as printed, and the month by which it must have come (LYG-7-a, LYG-7-b)', async () => {
    const { routing, window } = await asked({ territory: 'lyg-haizhou', asOf: '2024-06-03' });
    expect(routing).toMatchObject({ committee: 'row-54', office: 'lyg-ecology', destination: 'here' });
    expect(window).toMatchObject({ closes: '2024-06-30' });
    const recheck = routing?.channel.find(({ stage }) => stage === 'OFFICE_RECHECK');
    expect(recheck?.office).toMatchObject({
      name: { zh: '市生态环境局' },
      telephone: '85521732',
      address: { zh: '海州区海昌南路78号市生态环境局511室' },
    });
  });

  it('says no to an examined specialty with LYG-2.7-d, in both languages', async () => {
    const { eligible, findings } = await asked({ series: 'health', specialty: 'health' });
    expect(eligible).toBe('no');
    expect(findings).toContainEqual(
      expect.objectContaining({
        clause: 'LYG-2.7-d',
        outcome: 'notMet',
        message: { zh: expect.stringContaining('以考代评'), en: expect.stringContaining('national examination') },
      }),
    );
  });

  it('names the second round of designation once the first is over (LYG-3.1-c, LYG-7-g)', async () => {
    const beginner = { level: 'assistant', track: 'initialDesignation', agencyClient: true };
    const closes = async (asOf: string) => (await asked({ ...beginner, asOf })).window?.closes;
    expect([await closes('2024-06-30'), await closes('2024-07-01')]).toEqual(['2024-06-30', '2024-11-30']);
  });

  it('leaves to the submission what needs other applications (LYG-2.8.2-b, LYG-4.0-c, LYG-4.0-d)', async () => {
    const { findings } = await asked({});
    const left = findings.filter(({ outcome }) => outcome === 'checkedAtSubmit').map(({ clause }) => clause);
    expect(left).toEqual(expect.arrayContaining(['LYG-2.8.2-b', 'LYG-4.0-c', 'LYG-4.0-d']));
  });

  it('makes up no window where the text lost it, and says which notice gives it (LYG-3.3-a)', async () => {
    const { window, announcedLater, latestPublicityPosting } = await asked({ specialty: 'electricPower' });
    expect([window, latestPublicityPosting]).toEqual([null, null]);
    expect(announcedLater).toContainEqual(expect.objectContaining({ key: 'acceptance', readings: ['A-33'] }));
  });

  it('names the period once the countersigned notice of the committee has announced it (LYG-3.3-a, LYG-3.3-b)', async () => {
    const own = await service.world('2024-05-20T09:00');
    const acting = async (account: string, role: string) => {
      const { db, vault } = service.services;
      const client = await own.as(account);
      const person = demoPersonId(vault, account, own.id);
      await db.sql`insert into grants (person, role, scope) values (${person}, ${role}, 'office:lyg-title-office') on conflict do nothing`;
      return client;
    };
    const [office, title] = [
      await acting('office-diit', 'committeeOffice'),
      await acting('auditor', 'cityTitleOffice'),
    ];
    const path = '/v1/programmes/lianyungang-2024/committees/row-45';
    const metallurgist = async () =>
      (
        await own.anyone.post('/v1/programmes/lianyungang-2024/eligibility-checks', {
          series: 'engineering',
          specialty: 'metallurgy',
          level: 'mid',
          employerClass: 'private',
          territory: 'lyg-haizhou',
        })
      ).as(eligibilityView);
    const before = await metallurgist();
    expect([before.window, before.announcedLater.map(({ key }) => key)]).toEqual([
      null,
      ['acceptance', 'plannedReview'],
    ]);
    await office.post(`${path}/proposeNotice`, {
      windows: [{ key: 'acceptance', opens: '2024-07-01', closes: '2024-08-31' }],
    });
    await title.post(`${path}/countersign`, {});
    expect((await metallurgist()).window).toBeNull();
    await office.post(`${path}/publishNotice`, { checked: ['ownSite', 'talentPlatform'] });
    const after = await metallurgist();
    expect(after).toMatchObject({ window: { closes: '2024-08-31' }, latestPublicityPosting: '2024-08-25' });
    expect(after.announcedLater.map(({ key }) => key)).toEqual(['plannedReview']);
  });

  it('leaves a specialty that the plan does not name to the title office (A-33)', async () => {
    const { eligible, routing, findings } = await asked({ series: 'otherSpecialty', specialty: 'otherSpecialty' });
    expect([eligible, routing]).toEqual(['notToldYet', null]);
    expect(findings).toContainEqual(
      expect.objectContaining({
        outcome: 'needsAttestation',
        attestedBy: expect.objectContaining({ role: 'cityTitleOffice' }),
        readings: ['A-33'],
      }),
    );
  });
});

describe('a question about Dalian', () => {
  const asked = (more: object) =>
    check(
      {
        ...engineer,
        specialty: 'logistics',
        level: 'mid',
        employerClass: 'private',
        territory: 'dl-zhongshan',
        ...more,
      },
      { programme: 'dalian-2024' },
    );

  it('names the district’s office with address and telephone as printed, and the latest posting (DL-3-a, DL-2.2.2-c)', async () => {
    const { routing, latestPublicityPosting } = await asked({ asOf: '2024-06-21' });
    expect(latestPublicityPosting).toBe('2024-06-20');
    const review = routing?.channel.find(({ stage }) => stage === 'PRELIMINARY_REVIEW');
    expect(review?.office).toMatchObject({
      name: { zh: '中山区人力资源和社会保障事务服务中心' },
      address: { zh: '中山区杏林街62号421室' },
      telephone: '82745253',
    });
    expect(routing?.channel.find(({ stage }) => stage === 'UNIT_PUBLICITY')).toMatchObject({ tooLate: true });
  });

  it('says what excludes nobody and who attests the year in the city (DL-1.2-a, DL-1.2-b, DL-1.5-a)', async () => {
    const { findings } = await asked({ yearsInCity: 0 });
    const of = (clause: string) => findings.find((each) => each.clause === clause);
    expect(of('DL-1.2-a')).toMatchObject({ outcome: 'needsAttestation', attestedBy: { role: 'preliminaryAuthority' } });
    expect([of('DL-1.2-b')?.outcome, of('DL-1.5-a')?.outcome]).toEqual(['needsAttestation', 'met']);
  });

  it('counts the hours of continuing education in whole numbers (DL-1.6-b, DL-1.6-c)', async () => {
    const { findings } = await asked({ continuingEducation: { total: 91, professional: 60 } });
    const of = (clause: string) => findings.find((each) => each.clause === clause);
    expect(of('DL-1.6-b')).toMatchObject({ outcome: 'met', counted: { total: 91 } });
    expect(of('DL-1.6-c')).toMatchObject({ outcome: 'needsAttestation', readings: ['A-03'] });
  });
});

describe('the same rules at the draft and at the first submission', () => {
  const economist = { series: 'economics', specialty: 'finance', examPassedOn: '2019-08-12' };

  it('refuses the draft of an economist whose examination is over five years old or not stated (LN-2.2.2-c, LN-2.2.2-d)', async () => {
    const late = await service.world('2024-08-13T09:00');
    const employer = await late.unitOf('sun-hao');
    const client = await late.as('sun-hao');
    const drafted = async (more: object) =>
      (
        await client.post('/v1/applications', {
          programme: 'liaoning-diit-2024',
          series: 'economics',
          specialty: 'finance',
          level: 'deputySenior',
          employer,
          status: 'inService',
          ...more,
        })
      ).as(problemSchema);
    expect(await drafted({ examPassedOn: '2019-08-12' })).toMatchObject({
      code: 'NOT_ELIGIBLE',
      clauses: ['LN-2.2.2-d'],
      readings: ['A-22'],
    });
    expect(await drafted({})).toMatchObject({ code: 'NOT_ELIGIBLE', clauses: ['LN-2.2.2-c'] });
  });

  it('refuses the first submission on the day after the result ran out, and records nothing (LN-2.2.2-d)', async () => {
    const own = await service.world('2024-08-12T09:00');
    const no = await own.draft('sun-hao', economist);
    await own.moveTo('2024-08-13T09:00');
    const client: ApiClient = await own.as('sun-hao');
    const answer = await client.act(no, 'submit');
    expect([answer.status, answer.as(problemSchema)]).toMatchObject([
      422,
      { code: 'NOT_ELIGIBLE', clauses: expect.arrayContaining(['LN-2.2.2-d']), readings: ['A-22'] },
    ]);
    expect(await client.view(no)).toMatchObject({ version: 0, pending: [] });
  });

  it('takes the first submission on the last day of the result (LN-2.2.2-d)', async () => {
    const own = await service.world('2024-08-12T09:00');
    const no = await own.draft('sun-hao', economist);
    const client = await own.as('sun-hao');
    const examination = { name: '经济专业技术资格考试', specialty: '金融', passedOn: '2019-08-12' };
    await client.put(`/v1/applications/${no}/form`, { ...formOf('sun-hao'), examination });
    expect(await client.does(no, 'submit')).toMatchObject({ stage: { key: 'UNIT_REVIEW' } });
  });
});
