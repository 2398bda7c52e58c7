import { lianyungang2024 as programme } from '../../../config/programmes/lianyungang-2024/index.ts';
import { type Act, does, type Life, on, refuses, type Step } from '../life.ts';
import { officePasses, seniorCourier, untilArrived } from './steps.ts';

const titleOfficeLooks: Act = {
  ...officePasses,
  sees: {
    place: 'CITY_TITLE_OFFICE_REVIEW/underReview',
    due: { key: 'calendarYear', due: '2024-12-31', clauses: ['LYG-3.1-b'] },
  },
};
const consents = does('consent', 'cityTitleOffice', {}, 'PROVINCIAL_REFERRAL');
const reports = does(
  'report',
  'committeeOffice',
  {},
  {
    place: 'REFERRED',
    due: { key: 'referral', due: '2025-06-28', clauses: ['LYG-4.4-e'] },
  },
);
const untilLooked: readonly Step[] = [...untilArrived, ...on('2024-06-25T10:00', titleOfficeLooks)];
const lists = {
  deficiencies: [{ item: 'achievement-1', clause: 'LYG-4.3-b', expected: '请补充验收报告原件。' }],
};

/** What the province decided, as its document says. */
const decision = { passed: false, decidedOn: '2024-12-30', documentNo: '苏职称办〔2024〕12号' } as const;
const records = does('recordReferralResult', 'committeeOffice', decision, 'REFERRED');

/** No committee of the city decides senior titles of the row: by way of the title office to the province, whose result the office records (LYG-4.4-e, A-41). */
export const resultRecorded: Life = {
  name: 'lianyungang reported to the province, which does not pass it, as the committee office records',
  programme,
  facts: seniorCourier,
  steps: [
    ...untilLooked,
    refuses(reports, { status: 409, code: 'ACTION_NOT_HERE', clauses: ['LYG-4.4-e'] }),
    ...on('2024-06-27T10:00', consents),
    ...on('2024-06-28T10:00', reports),
    ...on(
      '2025-01-08T10:00',
      refuses(does('recordReferralResult', 'cityTitleOffice', decision), {
        status: 403,
        code: 'NOT_YOURS',
        clauses: ['LYG-4.4-e'],
      }),
    ),
    records,
    refuses(records, { status: 409, code: 'ACTION_NOT_HERE', clauses: ['LYG-4.4-e'] }),
  ],
  outcome: 'REFERRED',
};

/** The lives that go to the province. */
export const referredLives: readonly Life[] = [
  {
    name: 'lianyungang reported to the province by way of the city title office',
    programme,
    facts: seniorCourier,
    steps: [
      ...untilLooked,
      does('return', 'cityTitleOffice', lists, 'OFFICE_RECHECK/underReview'),
      titleOfficeLooks,
      ...on('2024-06-28T10:00', consents),
      reports,
    ],
    outcome: 'REFERRED',
  },
  resultRecorded,
];
