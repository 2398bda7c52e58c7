import { describe, expect } from 'vitest';
import { eventPage } from '../../../api/events/events-schemas.ts';
import { does, on } from '../../../ops/lives/life.ts';
import { isRefused, type Lived, lead, type Told, time } from '../live.ts';
import {
  agrees,
  applies,
  approves,
  authoritySeals,
  confirms,
  economist,
  engineer,
  files,
  handsOver,
  listed,
  passes,
  posts,
  receives,
  selects,
  unitSeals,
  untilCommittee,
  untilUploaded,
  uploads,
} from './people.ts';

const decides = (data: object, place = 'RESULT_PUBLICITY') => does('recordResult', 'committeeOffice', data, place);
const heard = { passed: true, quantified: 8_000, defence: 9_000 };
const weighed =
  '工程系列正副高级(含工艺美术)、经济系列正高级量化赋分占总分权重60%,答辩占总分权重40%;经济系列副高级量化赋分占总分权重75%,答辩占总分权重25%';
const paperDue = (due: string) =>
  does(
    'approve',
    'committeeOffice',
    {},
    { place: 'PAPER_DELIVERY', due: { key: 'paper', due, clauses: ['LN-5.7-a'] } },
  );

/** The composite score that the office reads. */
const composite =
  (score: number): Told =>
  async ({ as, no }) => {
    const office = await as('committeeOffice');
    const { items } = (await office.get(`/v1/applications/${no}/events?limit=200`)).as(eventPage);
    expect(items.find(({ name }) => name === 'resultRecorded')?.data).toMatchObject({ composite: score });
  };

const facts = '经核查，所附验收证明系伪造。';
const revoked: Told = async ({ as, no, view }) => {
  const office = await as('committeeOffice');
  const path = `/v1/applications/${no}/integrity-cases`;
  const step = async (name: string, body: object = {}) =>
    office.post(name === 'open' ? path : `${path}/1/actions/${name}`, body);
  await step('open', { ground: 'report', facts });
  await step('investigate');
  expect((await step('uphold', { facts })).status, 'not before the procedure').toBe(409);
  await step('notify', { facts, hearBy: '2024-11-08' });
  await step('hear', { facts: '本人承认。' });
  expect((await step('uphold', { facts })).body).toMatchObject({
    decision: { effect: 'revoke', on: '2024-10-31', recordedUntil: '2027-10-31' },
  });
  expect(await view()).toMatchObject({ outcome: 'CERTIFIED', revokedOn: '2024-10-31' });
};

const lives: readonly Lived[] = [
  {
    ...{ ...engineer, id: 'P641', clause: 'LN-5.7-a', what: 'the paper by 08-14, after an approval on 08-07' },
    sentence: '须在5个工作日内将申报纸质材料',
    steps: [
      ...untilUploaded,
      ...on('2024-08-07T23:00', paperDue('2024-08-14')),
      time('2024-08-15T00:01', 'PAPER_OVERDUE', '2024-08-15T00:00'),
      does('acceptLate', 'committeeOffice', { reason: '快递延误，经研究同意。' }, 'PAPER_DELIVERY'),
      ...[handsOver, receives],
    ],
  },
  {
    ...{ ...engineer, id: 'P642', clause: 'LN-6.1-d', what: 'a misplaced seal sent back, then confirmed' },
    sentence: '可视情节严重程度给予退回改正、取消申报资格等处理方式',
    steps: [
      ...untilUploaded,
      ...[approves, handsOver, receives],
      isRefused(does('cancel', 'committeeOffice', { reason: facts }), 'CHOICE_UNKNOWN', 'LN-6.1-d'),
      does('return', 'committeeOffice', listed('LN-6.1-d', 'evaluationForm'), 'PAPER_DELIVERY'),
      ...[handsOver, receives, confirms],
    ],
  },
  {
    ...{ ...engineer, id: 'P643', clause: 'LN-7-b', what: 'absent from the defence' },
    sentence: '工程系列正副高级(含工艺美术)、经济系列正副高级参评人员均须参加现场答辩',
    steps: [
      ...untilCommittee,
      isRefused(decides({ passed: true, quantified: 8_000 }), 'INVALID_DATA', 'LN-7-b'),
      isRefused(decides({ passed: true, absent: true }), 'INVALID_DATA', 'LN-7-b'),
      decides({ passed: false, absent: true }, 'NOT_PASSED'),
    ],
  },
  {
    ...{
      ...engineer,
      id: 'P644',
      clause: 'LN-7-e',
      sentence: weighed,
      what: '80 and 90 points weighed 60 to 40: 84.00',
    },
    steps: [...untilCommittee, decides(heard), composite(8_400)],
  },
  {
    ...{
      ...economist,
      id: 'P645',
      clause: 'LN-7-f',
      sentence: weighed,
      what: '80 and 90 points weighed 75 to 25: 82.50',
    },
    steps: [
      ...on('2024-08-02T09:00', applies, agrees, selects, posts('2024-08-09')),
      ...on('2024-08-12T09:00', files(1), passes, unitSeals, authoritySeals, uploads, approves),
      ...[handsOver, receives, confirms, decides(heard), composite(8_250)],
    ],
  },
  {
    ...{ ...engineer, id: 'P646', clause: 'LN-7-g', what: 'a mid-level engineer, by the dossier without defence' },
    wants: { specialty: 'robotics', level: 'mid' },
    sentence: '工程系列(含工艺美术)中初级采取阅卷评审，无须参加现场答辩',
    steps: [...untilCommittee, isRefused(decides(heard), 'INVALID_DATA', 'LN-7-g'), decides({ passed: true })],
  },
  {
    ...{
      ...engineer,
      id: 'P647',
      clause: 'LN-5.1-c',
      what: 'a title revoked by due procedure, recorded to 2027-10-31',
    },
    sentence:
      '已取得职称的，经履行相关程序，撤销其职称。同时，申报人记入职称评审诚信档案库，纳入全国信用信息共享平台，记录期限为3年',
    steps: [
      ...untilCommittee,
      ...on('2024-10-18T09:00', decides(heard)),
      does('postPublicity', 'committeeOffice', {}, { lastDay: '2024-10-25' }),
      ...on('2024-10-31T09:00', does('certify', 'committeeOffice', { certificate: 'LN-647' }, 'CERTIFIED')),
      revoked,
    ],
  },
];

describe('lives in Liaoning before the committee', () => lead('liaoning-diit-2024', lives));
