import { describe, expect } from 'vitest';
import { eligibilityView } from '../../../api/eligibility/eligibility-schemas.ts';
import { haizhou } from '../../../ops/demo/people.ts';
import { does, on } from '../../../ops/lives/life.ts';
import { CommitteeDesk } from '../../api/lives/lianyungang.ts';
import { concludes, isRefused, type Lived, lead, type Told, time } from '../live.ts';

const courier = {
  ...{ by: 'xu-lei', cast: haizhou },
  wants: { specialty: 'expressDelivery', level: 'mid', education: { tier: 'bachelor', obtainedOn: '2005-07-01' } },
};
const seniorCourier = { ...courier, by: 'shen-yan', wants: { ...courier.wants, level: 'deputySenior' } };

const arrived: readonly Told[] = [
  ...on(
    '2024-06-03T09:00',
    does('submit', 'applicant'),
    does('agree', 'unitHr'),
    does('postPublicity', 'unitHr', { lastDay: '2024-06-11' }),
  ),
  ...on('2024-06-12T09:00', does('pass', 'preliminaryAuthority', {}, 'OFFICE_RECHECK/underReview')),
];
const passes = does('pass', 'committeeOffice', {}, 'PRE_REVIEW_PUBLICITY');
const posts = (stage: string, lastDay: string) =>
  does('postPublicity', 'committeeOffice', { lastDay }, { place: `${stage}/posted`, lastDay });
const short = (lastDay: string, clause: string) =>
  isRefused(does('postPublicity', 'committeeOffice', { lastDay }), 'PUBLICITY_TOO_SHORT', clause);
const decides = (data: object, place = 'RESULT_PUBLICITY') => does('recordResult', 'committeeOffice', data, place);

/** The year of the committee, stepped by its office and by the title office. */
const desk =
  (step: (desk: CommitteeDesk) => Promise<unknown>): Told =>
  async ({ world }) =>
    step(await CommitteeDesk.at(world, 'row-60', 'office-postal'));
const meetingOn = '2024-10-15';
const posted: readonly Told[] = [
  ...arrived,
  passes,
  posts('PRE_REVIEW_PUBLICITY', '2024-06-19'),
  time('2024-06-20T00:01', 'COMMITTEE_REVIEW'),
];
const opened: readonly Told[] = [
  desk((each) => each.publish()),
  ...posted,
  ...on('2024-10-05T09:00', isRefused(decides({ passed: true }), 'NOT_OPENED', 'LYG-5.2-b')),
  desk((each) => each.report(meetingOn)),
  desk((each) => each.consent(meetingOn)),
];

const facts = '经核查，所附业绩证明系伪造。';
/** Revoked on 10-28 by the title office alone, and barred until a day that it sets. */
const revoked: Told = async ({ as, no, view }) => {
  const [title, office, applicant] = [await as('cityTitleOffice'), await as('committeeOffice'), await as('applicant')];
  const path = `/v1/applications/${no}/integrity-cases`;
  const open = await title.post(path, { ground: 'report', facts });
  expect(open.status).toBe(201);
  const step = async (client: typeof title, name: string, body: object = {}) =>
    (await client.post(`${path}/1/actions/${name}`, body)).status;
  expect(await step(title, 'investigate')).toBe(200);
  expect(await step(title, 'uphold', { facts }), 'not before one was heard').toBe(409);
  expect(await step(title, 'notify', { facts, hearBy: '2024-11-08' })).toBe(200);
  expect(await step(title, 'hear', { facts })).toBe(200);
  expect(await step(office, 'uphold', { facts })).toBe(403);
  expect(await step(title, 'uphold', { facts, barredUntil: '2029-12-31' })).toBe(200);
  expect(await view()).toMatchObject({ outcome: 'CERTIFIED', revokedOn: '2024-10-28' });
  const about = async (asOf: string) => {
    const asked = { series: 'engineering', specialty: 'expressDelivery', level: 'mid', employerClass: 'private' };
    const answer = await applicant.post('/v1/programmes/lianyungang-2024/eligibility-checks', { ...asked, asOf });
    const { findings } = answer.as(eligibilityView);
    return findings.filter(({ clause }) => /^LYG-5\.4-[de]$/.test(clause));
  };
  const barred = await about('2029-12-31');
  expect(barred.map(({ clause, outcome }) => [clause, outcome])).toEqual([
    ['LYG-5.4-d', 'notMet'],
    ['LYG-5.4-e', 'notMet'],
  ]);
  expect(barred[0]?.message.zh).toContain('2029-12-31');
  expect((await about('2030-01-01')).map(({ outcome }) => outcome)).toEqual(['met', 'met']);
};
const back = {
  ...{ choice: 'conditionsOrProcedure', to: 'UNIT_REVIEW', days: 3, reason: '不符合申报程序。' },
  deficiencies: [{ item: 'achievement-1', clause: 'LYG-4.4-b', expected: '请由单位重新核对原件。' }],
};

const lives: readonly Lived[] = [
  {
    ...{ ...courier, id: 'L841', clause: 'LYG-4.4-d', what: 'posted by the office over 国庆 before the review' },
    sentence: '评委会办事机构对审核通过的评审人员基本信息在相关网站上进行评前公示，公示期不少于5个工作日',
    steps: [
      ...arrived,
      ...on('2024-09-27T09:00', passes, short('2024-10-09', 'LYG-4.4-d'), posts('PRE_REVIEW_PUBLICITY', '2024-10-10')),
      ...on('2024-10-10T23:00', isRefused(decides({ passed: true }), 'ACTION_NOT_HERE')),
      time('2024-10-11T00:01', 'COMMITTEE_REVIEW'),
    ],
  },
  {
    ...{ ...courier, id: 'L842', clause: 'LYG-4.4-d', sentence: '在相关网站上进行评前公示' },
    what: 'an objection upheld before the review',
    steps: [
      ...arrived,
      ...[passes, posts('PRE_REVIEW_PUBLICITY', '2024-06-19')],
      does('recordObjection', 'committeeOffice', { named: true, name: '李明', body: '业绩不实。' }),
      concludes('committeeOffice', true, 'PRELIM_REJECTED'),
    ],
  },
  {
    ...{
      ...courier,
      id: 'L843',
      clause: 'LYG-4.4-b',
      what: 'returned along its channel after June, and arrived again',
    },
    sentence: '应及时按原报送渠道退回，并告知申报人',
    steps: [
      ...arrived,
      ...on(
        '2024-07-01T09:00',
        isRefused(does('return', 'committeeOffice', { ...back, choice: undefined }), 'CHOICE_UNKNOWN'),
      ),
      does('return', 'committeeOffice', { ...back, days: 15 }, 'UNIT_REVIEW/underReview'),
      does('agree', 'unitHr', {}, 'UNIT_PUBLICITY'),
      does('postPublicity', 'unitHr', {}, { place: 'UNIT_PUBLICITY/posted', lastDay: '2024-07-08' }),
      ...on('2024-07-09T09:00', does('pass', 'preliminaryAuthority', {}, 'OFFICE_RECHECK/underReview')),
    ],
  },
  {
    ...{ ...courier, id: 'L844', clause: 'LYG-5.2-b', what: 'decided after a report of ten days before, and consent' },
    sentence: '各评委会办事机构要在评审会议召开前10日，向市职称办报送开评报告',
    steps: [
      ...opened,
      ...on('2024-10-14T09:00', isRefused(decides({ passed: true }), 'NOT_OPENED', 'LYG-5.2-b')),
      ...on('2024-10-15T15:00', decides({ passed: true })),
    ],
  },
  {
    ...{ ...courier, id: 'L845', clause: 'LYG-5.4-b', what: 'vetoed for academic fraud, with a reason' },
    sentence: '实行学术造假和职业道德失范“一票否决”',
    steps: [
      ...opened,
      ...on('2024-10-15T15:00', isRefused(decides({ veto: true, passed: false }), 'REASON_MISSING', 'LYG-5.4-b')),
      decides({ veto: true, passed: false, reason: facts }, 'VETOED'),
    ],
  },
  {
    ...{ ...courier, id: 'L846', clause: 'LYG-3.1-b', sentence: '不得跨年度评审', what: 'never reviewed in the year' },
    steps: [...posted, time('2025-01-01T00:01', 'NOT_REVIEWED', '2025-01-01T00:00')],
  },
  {
    ...{
      ...courier,
      id: 'L847',
      clause: 'LYG-5.4-c',
      what: 'a title of a city committee, revoked and barred until 2029',
    },
    sentence:
      '对通过弄虚作假、暗箱操作等违纪违规行为取得的职称，一律予以撤销，并记入职称申报评审诚信档案库，记录期为3年，情节严重的在一定期限内取消职称及岗位晋升资格',
    steps: [
      ...opened,
      ...on('2024-10-15T15:00', decides({ passed: true }), posts('RESULT_PUBLICITY', '2024-10-22')),
      desk((each) => each.announce(meetingOn)),
      ...on('2024-10-28T09:00', does('certify', 'committeeOffice', { certificate: 'LYG-847' }, 'CERTIFIED')),
      revoked,
    ],
  },
  {
    ...{
      ...seniorCourier,
      id: 'L848',
      clause: 'LYG-4.4-e',
      what: 'a senior title, by the title office to the province',
    },
    sentence: '高级申报材料由市相关评委会办事机构初审后，报市职称办审核后，由相关评委会办事机构报送省级高评委会评审',
    steps: [
      ...arrived,
      does('pass', 'committeeOffice', {}, 'CITY_TITLE_OFFICE_REVIEW/underReview'),
      isRefused(does('report', 'committeeOffice'), 'ACTION_NOT_HERE', 'LYG-4.4-e'),
      does('consent', 'cityTitleOffice', {}, 'PROVINCIAL_REFERRAL'),
      does('report', 'committeeOffice', {}, 'REFERRED'),
    ],
  },
];

describe('lives in Lianyungang before the committee', () => lead('lianyungang-2024', lives));
