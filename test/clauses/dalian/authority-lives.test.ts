import { describe } from 'vitest';
import { does, on } from '../../../ops/lives/life.ts';
import { isRefused, type Lived, lead, time } from '../live.ts';
import {
  economist,
  forwards,
  handsOver,
  mid,
  passes,
  returnsOriginals,
  seals,
  senior,
  submits,
  untilHandedOver,
  untilPassed,
} from './people.ts';

const once = '不符合申报条件的要对申报人员进行一次性告知';
const received = '报送材料初审时间：2024年6月3日—6月28日';
const reported = '报送材料复审时间：2024年7月22日—8月30日';
const list = { deficiencies: [{ item: 'achievement-1', clause: 'DL-2.2.3-a', expected: '请补充验收报告。' }] };
const fails = does('fail', 'preliminaryAuthority', list, {
  place: 'CORRECTION/awaiting',
  due: { key: 'correctionClose', due: '2024-06-28', clauses: ['DL-2.2.3-c'] },
});
const again = does('submit', 'applicant', {}, 'UNIT_RECOMMENDED');
const because = { reason: '主管部门漏报，情况属实。' };
const refuses = does('refuse', 'committeeOrganiser', because, 'RE_REVIEW_REJECTED');
const asks = does('requestRecheck', 'applicant', { reason: '原件齐全，请复核。' });

const lives: readonly Lived[] = [
  {
    ...{ ...mid, id: 'D621', clause: 'DL-2.2.3-b' },
    sentence: '按相应级别的要求逐项审核，符合申报条件的予以初审通过',
    what: 'passes only with every point confirmed',
    steps: [
      ...untilHandedOver,
      isRefused(
        does('pass', 'preliminaryAuthority', { checked: ['experience', 'ability'] }),
        'CHECK_MISSING',
        'DL-2.2.3-a',
        'DL-2.2.3-d',
        'DL-2.2.3-f',
      ),
      passes,
    ],
  },
  {
    ...{ ...mid, id: 'D622', clause: 'DL-2.2.3-c', sentence: once },
    what: 'failed on 06-28 and not corrected on that day',
    steps: [
      ...untilHandedOver,
      ...on('2024-06-28T09:00', fails),
      time('2024-06-29T00:01', 'PRELIM_REJECTED', '2024-06-29T00:00'),
    ],
  },
  {
    ...{ ...senior, id: 'D623', clause: 'DL-2.2.3-c', sentence: once },
    what: 'failed on 06-20, corrected, sealed again, handed over on 06-28 and passed in July',
    steps: [
      ...untilHandedOver,
      ...on('2024-06-20T09:00', fails),
      ...on('2024-06-28T22:00', again, isRefused(handsOver, 'SEAL_OUT_OF_ORDER'), seals, handsOver),
      ...on('2024-07-19T09:00', passes),
    ],
  },
  {
    ...{ ...senior, id: 'D624', clause: 'DL-2.1.2-a', sentence: received },
    what: 'failed on 07-01 it is final',
    steps: [
      ...untilHandedOver,
      ...on('2024-07-01T09:00', does('fail', 'preliminaryAuthority', list, 'PRELIM_REJECTED')),
      isRefused(submits, 'APPLICATION_ENDED', 'DL-2.2.3-c'),
    ],
  },
  {
    ...{ ...mid, id: 'D625', clause: 'DL-2.2.3-g' },
    sentence: '中初级职称评审申报材料原件，由区市县、先导区职称工作主管部门及市直单位主管部门审核确认后返还给申报人员',
    what: 'forwarded once the originals are handed back',
    steps: [
      ...untilPassed,
      ...on('2024-07-22T09:00', isRefused(forwards, 'SEAL_OUT_OF_ORDER', 'DL-2.2.3-g'), returnsOriginals, forwards),
    ],
  },
  {
    ...{ ...senior, id: 'D626', clause: 'DL-2.1.3-a', sentence: reported },
    what: 'forwarded on 07-22, not on 07-21',
    steps: [
      ...untilPassed,
      ...on('2024-07-21T23:50', isRefused(forwards, 'WINDOW_NOT_OPEN', 'DL-2.1.3-a')),
      ...on('2024-07-22T00:00', forwards),
    ],
  },
  {
    ...{ ...senior, id: 'D627', clause: 'DL-2.1.3-a', sentence: reported },
    what: 'not forwarded by 08-30, taken late by the organiser alone, with a reason',
    steps: [
      ...untilPassed,
      ...on('2024-08-30T23:00', isRefused(does('forward', 'preliminaryAuthority', { checked: [] }), 'CHECK_MISSING')),
      time('2024-08-31T00:01', 'NOT_FORWARDED', '2024-08-31T00:00'),
      isRefused(does('acceptLate', 'preliminaryAuthority', because), 'NOT_YOURS'),
      does('acceptLate', 'committeeOrganiser', because, 'FORWARDING'),
      forwards,
    ],
  },
  {
    ...{ ...senior, id: 'D628', clause: 'DL-2.2.3-h' },
    sentence: '在评委会组建单位复审结束后，要及时通知复审没有通过的申报人员',
    what: 'refused in the re-review, rechecked on the thirtieth day',
    steps: [
      ...untilPassed,
      ...on('2024-07-22T09:00', forwards),
      ...on('2024-09-10T09:00', isRefused(does('refuse', 'preliminaryAuthority', because), 'NOT_YOURS'), refuses),
      ...on('2024-10-10T22:00', asks),
      does('concludeRecheck', 'committeeOrganiser', { upheld: true, reason: '复核属实。' }, 'RE_REVIEW/underReview'),
    ],
  },
  {
    ...{ ...economist('deputySenior'), id: 'D629', clause: 'DL-1.1.2-e' },
    sentence: '具体评审由市工业和信息化局组织实施',
    what: 'an economist of a municipal institute, by its bureau to the organiser',
    steps: [...untilPassed, ...on('2024-07-22T09:00', forwards)],
  },
  {
    ...{ ...economist('fullSenior'), id: 'D630', clause: 'DL-2.2.4-c' },
    sentence: '送省评审的报评材料经市就业和人才服务中心会同行业主管部门完备审核推荐手续后报省参评',
    what: 'a full senior economist, by talent centre and industry authority to the province',
    steps: [
      ...untilPassed,
      ...on('2024-07-22T09:00', does('forward', 'preliminaryAuthority', {}, 'PROVINCIAL_REFERRAL')),
      isRefused(does('report', 'talentCentre'), 'SEAL_OUT_OF_ORDER', 'DL-2.2.4-c'),
      does('recommend', 'talentCentre', {}, 'PROVINCIAL_REFERRAL'),
      isRefused(does('report', 'talentCentre'), 'SEAL_OUT_OF_ORDER', 'DL-2.2.4-c'),
      does('recommend', 'industryAuthority', {}, 'PROVINCIAL_REFERRAL'),
      does('report', 'talentCentre', {}, 'REFERRED'),
    ],
  },
];

describe('lives in Dalian before the authority', () => lead('dalian-2024', lives));
