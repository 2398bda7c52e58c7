import { describe, expect } from 'vitest';
import { eligibilityView } from '../../../api/eligibility/eligibility-schemas.ts';
import { does, on } from '../../../ops/lives/life.ts';
import { concludes, isRefused, type Lived, lead, type Told, time } from '../live.ts';
import { forwards, mid, returnsOriginals, senior, untilPassed } from './people.ts';

const reviewed = does('pass', 'committeeOrganiser', {}, 'COMMITTEE_REVIEW');
const seniorHeard: readonly Told[] = [
  ...untilPassed,
  ...on('2024-07-22T09:00', forwards),
  ...on('2024-09-10T09:00', reviewed),
];
const midHeard: readonly Told[] = [
  ...untilPassed,
  ...on('2024-07-22T09:00', returnsOriginals, forwards),
  ...on('2024-09-10T09:00', reviewed),
];
const decides = (data: object, place = 'RESULT_PUBLICITY') => does('recordResult', 'committeeOffice', data, place);
const certifies = (certificate: string) => does('certify', 'committeeOffice', { certificate }, 'CERTIFIED');
const posts = (lastDay: string) =>
  does('postPublicity', 'committeeOffice', {}, { place: 'RESULT_PUBLICITY/posted', lastDay });
const defence = '我市高级职称继续采取评审与答辩相结合方式';
const written = '各系列（行业）中、初级继续执行以个人书面述职、业绩展示代替面试答辩';
const november = '各系列（行业）年度评审例会于11月底前完成';
const facts = '经核查，所附验收证明系伪造。';

/** A title found false: told, heard, revoked on 11-01, and recorded by the national rule until the corresponding day. */
const revoked: Told = async ({ as, no, view }) => {
  const organiser = await as('committeeOrganiser');
  const path = `/v1/applications/${no}/integrity-cases`;
  const step = async (name: string, body: object, status = 200) => {
    const answer = await organiser.post(name === '' ? path : `${path}/1/actions/${name}`, body);
    expect([name, answer.status]).toEqual([name, status]);
  };
  await step('', { ground: 'report', facts }, 201);
  await step('investigate', {});
  await step('uphold', { facts }, 409);
  await step('notify', { facts, hearBy: '2024-11-08' });
  await step('hear', { facts: '本人承认。' });
  await step('uphold', { facts });
  expect(await view()).toMatchObject({ outcome: 'CERTIFIED', revokedOn: '2024-11-01' });
  const applicant = await as('applicant');
  const about = async (asOf: string) => {
    const asked = {
      series: 'engineering',
      specialty: 'generalEngineering',
      level: 'mid',
      employerClass: 'private',
      asOf,
    };
    const answer = await applicant.post('/v1/programmes/dalian-2024/eligibility-checks', asked);
    const { findings } = answer.as(eligibilityView);
    return findings.filter(({ readings }) => readings.includes('A-35')).map(({ outcome }) => outcome);
  };
  expect([await about('2027-11-01'), await about('2027-11-02')]).toEqual([['notMet'], ['met']]);
};

const lives: readonly Lived[] = [
  {
    ...{ ...senior, id: 'D641', clause: 'DL-1.1.1-a', sentence: defence },
    what: 'absent from the defence it is not passed',
    steps: [
      ...seniorHeard,
      ...on('2024-10-18T15:00', isRefused(decides({ passed: true, absent: true }), 'INVALID_DATA', 'DL-1.1.1-a')),
      decides({ passed: false, absent: true }, 'NOT_PASSED'),
    ],
  },
  {
    ...{ ...senior, id: 'D642', clause: 'DL-1.1.1-a', sentence: defence },
    what: 'heard in the defence, posted over 国庆 and certified',
    steps: [
      ...seniorHeard,
      ...on('2024-09-27T15:00', isRefused(decides({ passed: true }), 'INVALID_DATA', 'DL-1.1.1-a')),
      ...[decides({ passed: true, defence: 8_600 }), posts('2024-10-10')],
      ...on('2024-10-10T23:00', isRefused(certifies('DL-642'), 'ACTION_NOT_HERE')),
      time('2024-10-11T00:01', 'CERTIFIED'),
      certifies('DL-642'),
    ],
  },
  {
    ...{ ...mid, id: 'D643', clause: 'DL-1.1.1-c', sentence: written },
    what: 'in writing alone, without a defence',
    steps: [
      ...midHeard,
      ...on('2024-10-18T15:00', isRefused(decides({ passed: true, defence: 8_600 }), 'INVALID_DATA', 'DL-1.1.1-c')),
      isRefused(decides({ passed: true, checked: [] }), 'CHECK_MISSING', 'DL-1.1.1-c'),
      decides({ passed: true }),
    ],
  },
  {
    ...{ ...mid, id: 'D644', clause: 'DL-2.1.3-b', sentence: november },
    what: 'not reviewed by 11-30',
    steps: [
      ...midHeard,
      time('2024-12-01T00:01', 'NOT_REVIEWED', '2024-12-01T00:00'),
      isRefused(does('acceptLate', 'preliminaryAuthority', { reason: facts }), 'NOT_YOURS'),
      does('acceptLate', 'committeeOrganiser', { reason: '例会改期。' }, 'COMMITTEE_REVIEW'),
    ],
  },
  {
    ...{ ...mid, id: 'D645', clause: 'DL-2.1.3-b', sentence: november },
    what: 'not as of a meeting that is still to come, nor of one before it came to the committee',
    steps: [
      ...midHeard,
      ...on('2024-10-18T15:00', isRefused(decides({ passed: true, heldOn: '2024-10-19' }), 'INVALID_DATA')),
      isRefused(decides({ passed: true, heldOn: '2024-09-09' }), 'INVALID_DATA', 'DL-2.1.3-b'),
      decides({ passed: false, heldOn: '2024-10-17' }, 'NOT_PASSED'),
      isRefused(does('withdraw', 'applicant'), 'APPLICATION_ENDED'),
    ],
  },
  {
    ...{ ...mid, id: 'D646', clause: 'DL-2.3.1-i', sentence: '表八“证书管理号”，由评委会办事机构统一填写' },
    what: 'an objection to the result upheld: no certificate',
    steps: [
      ...midHeard,
      ...on('2024-10-18T15:00', decides({ passed: true }), posts('2024-10-25')),
      does('recordObjection', 'committeeOffice', { named: true, name: '李明', body: '验收证明不实。' }),
      ...on('2024-10-28T09:00', isRefused(certifies('DL-646'), 'ACTION_NOT_HERE')),
      concludes('committeeOffice', true, 'CANCELLED'),
    ],
  },
  {
    ...{ ...mid, id: 'D647', clause: 'DL-2.3.1-h' },
    sentence: '“本人承诺”和“单位承诺”需申报人和单位审核人用钢笔或碳素笔抄写，并按要求签字、加盖单位印章',
    what: 'a title against the pledge, revoked and recorded until 2027-11-01',
    steps: [
      ...midHeard,
      ...on('2024-10-18T15:00', decides({ passed: true }), posts('2024-10-25')),
      ...on('2024-11-01T09:00', certifies('DL-647')),
      revoked,
    ],
  },
];

describe('lives in Dalian before the committee', () => lead('dalian-2024', lives));
