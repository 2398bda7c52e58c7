import { describe } from 'vitest';
import { does, on } from '../../../ops/lives/life.ts';
import { concludes, isRefused, type Lived, lead, time } from '../live.ts';
import { handsOver, mid, posts, recommends, seals, senior, submits, untilAgreed } from './people.ts';

const online = '网上申报：2024年6月3日—6月28日';
const handing = '个人或单位向各区市县、先导区职称工作主管部门及市直单位主管部门报送材料初审时间：2024年6月3日—6月28日';
const fiveDays = '公示时间为5个工作日';
const chosen = '“公示结果”选择填写：“公示结果无异议”“公示结果有异议，经调查后同意申报”';
const over = 'UNIT_RECOMMENDED';

const short = (postedOn: string | undefined, lastDay: string) =>
  isRefused(
    does('postPublicity', 'unitHr', { lastDay, ...(postedOn ? { postedOn } : {}) }),
    'PUBLICITY_TOO_SHORT',
    'DL-2.2.2-c',
  );
const objects = does('recordObjection', 'unitHr', { named: true, name: '李明', body: '业绩非本人完成。' });
const agreedAfter = does('recommend', 'unitHr', { choice: 'agreedAfterInvestigation' }, over);

const lives: readonly Lived[] = [
  {
    ...{ ...mid, id: 'D601', clause: 'DL-2.1.1-a', sentence: online, what: 'filed on 06-03, not on 06-02' },
    steps: [
      ...on('2024-06-02T23:50', isRefused(submits, 'WINDOW_NOT_OPEN', 'DL-2.1.1-a')),
      ...on('2024-06-03T00:00', submits),
    ],
  },
  {
    ...{ ...mid, id: 'D602', clause: 'DL-2.1.2-a', sentence: handing },
    what: 'filed late on 06-28 and never handed over',
    steps: [...on('2024-06-28T23:40', submits), time('2024-06-29T00:01', 'NOT_FILED', '2024-06-29T00:00')],
  },
  {
    ...{ ...mid, id: 'D603', clause: 'DL-2.1.1-a', sentence: online },
    what: 'filed and handed over on 06-28, posted before by the unit',
    steps: [
      ...untilAgreed('2024-06-28T09:00'),
      short('2024-06-20', '2024-06-26'),
      does('postPublicity', 'unitHr', { postedOn: '2024-06-20', lastDay: '2024-06-27' }, over),
      ...[recommends, seals, handsOver],
    ],
  },
  {
    ...{ ...senior, id: 'D604', clause: 'DL-2.2.2-c', sentence: fiveDays },
    what: 'posted on 06-20 until 06-27, handed over on 06-28',
    steps: [
      ...untilAgreed('2024-06-20T09:00'),
      short(undefined, '2024-06-26'),
      posts('2024-06-27'),
      ...on('2024-06-27T23:00', isRefused(recommends, 'ACTION_NOT_HERE')),
      time('2024-06-28T00:01', over),
      ...on('2024-06-28T22:00', recommends, seals, handsOver),
    ],
  },
  {
    ...{ ...mid, id: 'D605', clause: 'DL-2.2.2-c', sentence: fiveDays },
    what: 'posted on a Saturday before 端午, until the second Monday',
    steps: [
      ...untilAgreed('2024-06-08T09:00'),
      short(undefined, '2024-06-16'),
      posts('2024-06-17'),
      ...on('2024-06-17T23:50', isRefused(recommends, 'ACTION_NOT_HERE')),
      time('2024-06-18T00:01', over),
    ],
  },
  {
    ...{ ...senior, id: 'D606', clause: 'DL-2.1.2-a', sentence: handing },
    what: 'posted on 06-21 it cannot be handed over any more',
    steps: [
      ...untilAgreed('2024-06-21T09:00'),
      does(
        'postPublicity',
        'unitHr',
        { lastDay: '2024-06-28' },
        {
          place: 'UNIT_PUBLICITY/posted',
          warning: { code: 'TOO_LATE_TO_FILE', clauses: ['DL-2.1.2-a'], day: '2024-06-20' },
        },
      ),
      ...on('2024-06-28T23:50', isRefused(handsOver, 'ACTION_NOT_HERE')),
      time('2024-06-29T00:01', 'NOT_FILED', '2024-06-29T00:00'),
    ],
  },
  {
    ...{ ...mid, id: 'D607', clause: 'DL-2.2.2-g', sentence: chosen },
    what: 'an objection on the last day, dismissed: recommended after investigation, not as without objection',
    steps: [
      ...untilAgreed('2024-06-05T09:00'),
      posts('2024-06-13'),
      ...on('2024-06-13T22:00', objects),
      ...on('2024-06-14T09:00', isRefused(objects, 'OBJECTION_LATE'), isRefused(recommends, 'ACTION_NOT_HERE')),
      concludes('unitHr', false, over),
      isRefused(recommends, 'CHOICE_UNFIT', 'DL-2.2.2-g'),
      ...[agreedAfter, seals, handsOver],
    ],
  },
  {
    ...{ ...mid, id: 'D608', clause: 'DL-2.2.2-d', sentence: '公示无异议的，履行推荐手续' },
    what: 'an objection upheld: not recommended',
    steps: [
      ...untilAgreed('2024-06-05T09:00'),
      posts('2024-06-13'),
      ...on('2024-06-06T09:00', objects),
      concludes('unitHr', true, 'UNIT_NOT_RECOMMENDED'),
    ],
  },
  {
    ...{ ...mid, id: 'D609', clause: 'DL-2.2.2-h', sentence: '申报人报卷材料每一页应加盖单位印章' },
    what: 'not handed over before every page is sealed',
    steps: [
      ...untilAgreed('2024-06-05T09:00'),
      posts('2024-06-13'),
      ...on('2024-06-14T09:00', recommends),
      isRefused(handsOver, 'SEAL_OUT_OF_ORDER'),
      isRefused(does('seal', 'unitHr', { checked: ['unitName'] }), 'CHECK_MISSING', 'DL-2.2.2-h', 'DL-2.3.1-h'),
      ...[seals, handsOver],
    ],
  },
  {
    ...{ ...mid, id: 'D610', clause: 'DL-2.2.2-a', sentence: '经审核合格的应在单位集中公示' },
    what: 'not posted before the group has agreed, which returns it once and then does not recommend',
    steps: [
      ...on('2024-06-05T09:00', submits),
      isRefused(does('postPublicity', 'unitHr'), 'ACTION_NOT_HERE'),
      isRefused(does('agree', 'unitHr'), 'NOT_YOURS'),
      isRefused(does('agree', 'unitAssessmentGroup', { checked: [] }), 'CHECK_MISSING', 'DL-2.2.2-a'),
      does(
        'return',
        'unitAssessmentGroup',
        { deficiencies: [{ item: 'achievement-1', clause: 'DL-2.2.2-a', expected: '请补充验收报告。' }] },
        'ONLINE_FILING/awaiting',
      ),
      submits,
      does('refuse', 'unitAssessmentGroup', { reason: '业绩不足。' }, 'UNIT_NOT_RECOMMENDED'),
    ],
  },
  {
    ...{ ...senior, id: 'D611', clause: 'DL-2.1.1-b' },
    wants: { series: 'health', specialty: 'medical', level: 'deputySenior' },
    sentence: '卫生系列、中小学教师、中专教师等系列申报时间另行通知',
    what: 'cannot be filed before the time is notified',
    steps: [...on('2024-06-05T09:00', isRefused(submits, 'WINDOW_NOT_OPEN', 'DL-2.1.1-b'))],
  },
];

describe('lives in Dalian until the hand-over', () => lead('dalian-2024', lives));
