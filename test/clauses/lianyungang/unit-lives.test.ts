import { describe, expect } from 'vitest';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { haizhou, haizhouDesignation } from '../../../ops/demo/people.ts';
import { does, on } from '../../../ops/lives/life.ts';
import { draftOf, isRefused, type Lived, lead, type Told, time } from '../live.ts';

const courier = {
  ...{ by: 'xu-lei', cast: haizhou },
  wants: { specialty: 'expressDelivery', level: 'mid', education: { tier: 'bachelor', obtainedOn: '2005-07-01' } },
};
const designee = {
  ...{ by: 'shen-yan', cast: haizhouDesignation },
  wants: {
    ...{ specialty: 'expressDelivery', level: 'assistant', track: 'initialDesignation' },
    heldTitle: { level: 'none' },
    education: { tier: 'bachelor', obtainedOn: '2022-07-01', recognised: true, majorMatches: true },
    probation: { from: '2022-08-01', assessed: true },
  },
};

const lists = {
  deficiencies: [{ item: 'achievement-1', clause: 'LYG-4.3-b', expected: '请补充验收报告原件。' }],
};
const all = '应当及时告知原因及需要补正的全部内容';
const overdue = '申报人员逾期未补充完整的，视为放弃申报';
const submits = does('submit', 'applicant', {}, 'UNIT_REVIEW/underReview');
const corrects = does('submit', 'applicant', {}, 'PRELIMINARY_REVIEW/underReview');
const agrees = does('agree', 'unitHr', {}, 'UNIT_PUBLICITY');
const posts = (lastDay: string) =>
  does('postPublicity', 'unitHr', { lastDay }, { place: 'UNIT_PUBLICITY/posted', lastDay });
const passesOn = does('pass', 'preliminaryAuthority', {}, 'OFFICE_RECHECK/underReview');
const returns = (due: string, days?: number) =>
  does(
    'return',
    'preliminaryAuthority',
    { ...lists, ...(days ? { days } : {}) },
    { place: 'CORRECTION/awaiting', due: { key: 'correction', due, clauses: ['LYG-4.3-c'] } },
  );
const because = { reason: '县区人社部门漏报。' };
const atBureau: readonly Told[] = [
  ...on('2024-06-03T09:00', submits, agrees, posts('2024-06-11')),
  time('2024-06-12T00:01', 'PRELIMINARY_REVIEW/underReview'),
];

/** What was withdrawn before the preliminary review leaves the year free. */
const anotherIsTaken: Told = async ({ world, as }) => {
  const client = await as('applicant');
  const draft = () =>
    draftOf(world, 'lianyungang-2024', { by: 'xu-lei', wants: { ...courier.wants, specialty: 'ecology' } });
  const no = await draft();
  expect((await client.does(no, 'submit')).stage.key).toBe('UNIT_REVIEW');
};
const anotherIsRefused: Told = async ({ world, as }) => {
  const client = await as('applicant');
  const wants = { ...courier.wants, specialty: 'ecology' };
  const no = await draftOf(world, 'lianyungang-2024', { by: 'xu-lei', wants });
  const problem = (await client.tries(no, 'submit')).as(problemSchema);
  expect(problem).toMatchObject({ code: 'CLAIM_TAKEN', clauses: ['LYG-2.8.2-b'], readings: ['A-25'] });
};

const lives: readonly Lived[] = [
  {
    ...{ ...courier, id: 'L821', clause: 'LYG-4.3-a', what: 'at the office on the last day of June' },
    sentence: '按规定程序对申报材料进行初审，符合条件的报送相应评委会办事机构',
    steps: [...atBureau, ...on('2024-06-30T23:00', passesOn)],
  },
  {
    ...{ ...courier, id: 'L822', clause: 'LYG-7-b', what: 'not passed on in June, taken late by the committee office' },
    sentence: '市邮政管理局 85850115 海州区海昌北路47号农委综合楼6楼 6月 10月',
    steps: [
      ...atBureau,
      time('2024-07-01T00:01', 'NOT_FORWARDED', '2024-07-01T00:00'),
      isRefused(does('acceptLate', 'preliminaryAuthority', because), 'NOT_YOURS'),
      does('acceptLate', 'committeeOffice', because, 'PRELIMINARY_REVIEW/underReview'),
      passesOn,
    ],
  },
  {
    ...{ ...courier, id: 'L823', clause: 'LYG-4.2-c', sentence: '公示时间不少于5个工作日' },
    what: 'posted on 06-23 it still arrives',
    steps: [
      ...on('2024-06-23T09:00', submits, agrees, posts('2024-06-28')),
      time('2024-06-29T00:01', 'PRELIMINARY_REVIEW/underReview'),
      passesOn,
    ],
  },
  {
    ...{ ...courier, id: 'L824', clause: 'LYG-4.2-c', sentence: '公示时间不少于5个工作日' },
    what: 'posted on 06-24 it ends not filed',
    steps: [
      ...on('2024-06-24T09:00', submits, agrees),
      does(
        'postPublicity',
        'unitHr',
        { lastDay: '2024-07-01' },
        { warning: { code: 'TOO_LATE_TO_FILE', clauses: ['LYG-4.2-c'], day: '2024-06-23' } },
      ),
      time('2024-07-01T00:01', 'NOT_FILED', '2024-07-01T00:00'),
    ],
  },
  {
    ...{
      ...courier,
      id: 'L825',
      clause: 'LYG-4.3-b',
      sentence: all,
      what: 'one list, corrected on its third working day',
    },
    steps: [
      ...atBureau,
      ...on('2024-06-19T09:00', isRefused(returns('', 2), 'PERIOD_OUT_OF_BOUNDS', 'LYG-4.3-c')),
      isRefused(returns('', 16), 'PERIOD_OUT_OF_BOUNDS', 'LYG-4.3-c'),
      returns('2024-06-24', 3),
      ...on('2024-06-24T23:30', corrects, isRefused(returns('', 3), 'DEFICIENCY_NOT_LISTED', 'LYG-4.3-b'), passesOn),
    ],
  },
  {
    ...{
      ...courier,
      id: 'L826',
      clause: 'LYG-4.3-c',
      sentence: overdue,
      what: 'asked for on 06-27, not there by 07-04',
    },
    steps: [
      ...atBureau,
      ...on('2024-06-27T09:00', returns('2024-07-04')),
      time('2024-07-04T23:00', 'CORRECTION/awaiting'),
      time('2024-07-05T00:01', 'ABANDONED', '2024-07-05T00:00'),
      isRefused(submits, 'APPLICATION_ENDED', 'LYG-4.3-c'),
    ],
  },
  {
    ...{ ...courier, id: 'L827', clause: 'LYG-2.8.2-b', sentence: '同一年度不得同时申报两个系列（专业）职称' },
    what: 'one at a time: withdrawn before the preliminary review it frees the year',
    steps: [
      ...on('2024-06-03T09:00', submits),
      anotherIsRefused,
      does('withdraw', 'applicant', {}, 'WITHDRAWN'),
      anotherIsTaken,
    ],
  },
  {
    ...{ ...designee, id: 'L828', clause: 'LYG-3.1-c', what: 'designated in November, not between the rounds' },
    sentence: '初定工作原则在上、下半年各进行一次，分别于 6月份和 11月份进行',
    steps: [
      ...atBureau,
      does('pass', 'preliminaryAuthority', {}, 'INITIAL_DESIGNATION/underReview'),
      ...on('2024-07-01T00:00', isRefused(does('designate', 'committeeOffice'), 'WINDOW_NOT_OPEN', 'LYG-3.1-c')),
      ...on('2024-11-01T00:00', does('designate', 'committeeOffice', {}, 'CERTIFIED')),
    ],
  },
];

describe('lives in Lianyungang until the committee office', () => lead('lianyungang-2024', lives));
