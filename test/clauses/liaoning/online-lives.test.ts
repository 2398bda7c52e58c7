import { describe } from 'vitest';
import { wholeFormOf } from '../../../ops/demo/steps/form.ts';
import { type Act, does, on } from '../../../ops/lives/life.ts';
import { concludes, isRefused, type Lived, lead, time } from '../live.ts';
import {
  agrees,
  applies,
  authoritySeals,
  economist,
  engineer,
  files,
  listed,
  passes,
  posts,
  selects,
  unitSeals,
  untilFiled,
  untilPassed,
  untilPosted,
  untilUploaded,
  uploads,
} from './people.ts';

const closed =
  '在申报系统开放时间内未通过审核的申报人员，以及在规定时间内未提交和审核通过盖章页的申报人员，系统不予受理';
const thrice = '原则上每个申报人员只有3次提交审核机会(不含提交盖章页)';
const because = { reason: '办公室审核延误，情况属实。' };
const returns = (used: number) =>
  does('return', 'committeeOffice', listed('LN-5.5.2-b'), {
    place: 'ONLINE_REVIEW/awaiting',
    attempts: { used, max: 3 },
  });
/** What was returned is submitted again with a change or an answer (LN-5.5.3-b). */
const answers = (submission: Act): Act => ({
  ...submission,
  data: { ...submission.data, reason: '所列材料已在附件中。' },
});
const approves = does('approve', 'committeeOffice', {}, 'PAPER_DELIVERY');
const [work] = wholeFormOf({ programme: '', series: '', specialty: '', level: '', unitName: '' }).achievements;
const twoWorks = [work, { ...work, id: 'achievement-2', title: '柔性夹具研制（虚构）' }];
const consents = does('consent', 'committeeOffice', {}, 'UNIT_APPLICATION/awaiting');

const lives: readonly Lived[] = [
  {
    ...{
      ...engineer,
      id: 'P621',
      clause: 'LN-5.5.3-b',
      sentence: thrice,
      what: 'returned three times, one more granted',
    },
    steps: [
      ...untilFiled,
      ...[returns(1), answers(files(2)), returns(2), answers(files(3)), returns(3)],
      isRefused(files(4), 'ATTEMPTS_USED', 'LN-5.5.3-b'),
      isRefused(does('grantAttempt', 'unitHr', because), 'NOT_YOURS'),
      does('grantAttempt', 'committeeOffice', because, { attempts: { used: 3, max: 4 } }),
      ...on('2024-07-31T23:00', answers(files(4, 4)), passes),
    ],
  },
  {
    ...{ ...engineer, id: 'P622', clause: 'LN-5.5.3-b', sentence: thrice, what: 'three used and none granted' },
    steps: [
      ...untilFiled,
      ...[returns(1), answers(files(2)), returns(2), answers(files(3)), returns(3)],
      time('2024-08-01T00:01', 'ATTEMPTS_EXHAUSTED', '2024-08-01T00:00'),
    ],
  },
  {
    ...{
      ...engineer,
      id: 'P623',
      clause: 'LN-4.3-e',
      sentence: closed,
      what: 'under review at the close, finished late',
    },
    steps: [
      ...untilPosted,
      ...on('2024-07-31T23:50', files(1)),
      time('2024-08-01T00:01', 'NOT_ACCEPTED', '2024-08-01T00:00'),
      does('acceptLate', 'committeeOffice', because, 'ONLINE_REVIEW/underReview'),
      passes,
    ],
  },
  {
    ...{
      ...engineer,
      id: 'P624',
      clause: 'LN-4.3-e',
      sentence: closed,
      what: 'returned and not filed again: not acceptable late',
    },
    steps: [
      ...untilFiled,
      returns(1),
      time('2024-08-01T00:01', 'NOT_ACCEPTED', '2024-08-01T00:00'),
      isRefused(does('acceptLate', 'committeeOffice', because), 'LATE_NOT_ACCEPTABLE', 'LN-4.3-e'),
    ],
  },
  {
    ...{ ...engineer, id: 'P625', clause: 'LN-4.3-d', what: 'the stamped page approved on 08-08, too late' },
    sentence: '务必在申报系统关闭后的5个工作日内，将评定表加盖人社或主管部门审核公章的盖章页在系统上提交并审核通过',
    steps: [
      ...untilUploaded,
      time('2024-08-08T00:01', 'NOT_ACCEPTED', '2024-08-08T00:00'),
      isRefused(approves, 'APPLICATION_ENDED', 'LN-4.3-f'),
      does('acceptLate', 'committeeOffice', because, 'STAMPED_PAGE_REVIEW/underReview'),
      approves,
    ],
  },
  {
    ...{
      ...engineer,
      id: 'P626',
      clause: 'LN-5.6-e',
      what: 'security engineering: unit, authority, association, page',
    },
    wants: { specialty: 'securityEngineering', level: 'deputySenior' },
    sentence: '还须经省公共安全防范行业协会审核同意并加盖公章',
    steps: [
      ...untilPassed,
      isRefused(authoritySeals, 'SEAL_OUT_OF_ORDER', 'LN-5.6-b'),
      ...[unitSeals, authoritySeals],
      isRefused(uploads, 'SEAL_OUT_OF_ORDER', 'LN-5.6-e'),
      does('seal', 'association', {}, 'AUTHORITY_SEALING'),
      uploads,
    ],
  },
  {
    ...{
      ...economist,
      id: 'P627',
      clause: 'LN-4.3-b',
      sentence: '8月12日—8月30日',
      what: 'an economist, filed from 08-12',
    },
    steps: [
      ...on('2024-08-02T09:00', applies, agrees, selects, posts('2024-08-09')),
      ...on('2024-08-11T23:50', isRefused(files(1), 'WINDOW_NOT_OPEN', 'LN-4.3-b')),
      ...on('2024-08-12T00:00', files(1)),
      does('pass', 'committeeOffice', {}, { due: { key: 'stampedPage', due: '2024-09-06', clauses: ['LN-4.3-d'] } }),
    ],
  },
  {
    ...{ ...engineer, id: 'P628', clause: 'LN-8.3-b', what: 'the green channel, not before the consent of the office' },
    wants: { ...engineer.wants, track: 'greenChannel' },
    sentence: '经评委会办公室初步审核同意后，方可网上申报',
    steps: [
      ...on('2024-07-08T09:00', does('submit', 'applicant', {}, 'GREEN_CHANNEL_REQUEST/underReview')),
      isRefused(applies, 'ACTION_NOT_HERE', 'LN-8.3-b'),
      isRefused(does('consent', 'unitHr'), 'NOT_YOURS'),
      consents,
      ...untilPosted,
    ],
  },
  {
    ...{
      ...engineer,
      wants: { ...engineer.wants, form: { achievements: twoWorks } },
      id: 'P629',
      clause: 'LN-5.4-f',
      what: 'a disputed work is taken out, and the rest is filed',
    },
    sentence: '在正式上报前，应将不符合要求和有争议尚未核实的材料剔除',
    steps: [
      ...untilPosted,
      does('recordObjection', 'unitHr', {
        ...{ named: true, name: '李明', body: '该项非本人完成。', item: 'achievement-2' },
      }),
      ...on('2024-07-18T09:00', isRefused(files(1), 'ACTION_NOT_HERE')),
      concludes('unitHr', true, 'ONLINE_REVIEW/awaiting'),
      files(1),
    ],
  },
  {
    ...{
      ...engineer,
      id: 'P630',
      clause: 'LN-5.4-e',
      what: 'an invalid document in July is posted again, in August not',
    },
    sentence: '对于明显不符合规范要求的公示文件，评委会办公室认定为无效文件',
    steps: [
      ...untilFiled,
      does('invalidatePublicity', 'committeeOffice', because, 'UNIT_PUBLICITY'),
      posts('2024-07-25'),
      ...on('2024-07-26T09:00', files(2), passes),
      ...on('2024-08-01T09:00', does('invalidatePublicity', 'committeeOffice', because, 'NOT_ACCEPTED')),
    ],
  },
];

describe('lives in Liaoning online', () => lead('liaoning-diit-2024', lives));
