import { dalian2024 as programme } from '../../../config/programmes/dalian-2024/index.ts';
import { text } from '../../../domain/text.ts';
import { does, type Life, on, passes, refuses, type Step } from '../life.ts';
import { because } from '../words.ts';
import { forProvince, forwards, handedOverEarly, passesPreliminary } from './steps.ts';

const referred: readonly Step[] = [
  ...handedOverEarly,
  { ...passesPreliminary, sees: {} },
  { ...forwards, sees: {} },
  does('recommend', 'talentCentre'),
  does('recommend', 'industryAuthority'),
  does('report', 'talentCentre', {}, 'REFERRED'),
];
const decision = { passed: true, decidedOn: '2024-12-06', documentNo: '辽人社〔2024〕88号' } as const;
const records = does('recordReferralResult', 'talentCentre', decision, 'REFERRED');

/** The lives that Dalian refers to the province (DL-2.2.4-c). */
export const referredLives: readonly Life[] = [
  { name: 'dalian referred to the province', programme, facts: forProvince, steps: referred, outcome: 'REFERRED' },
  {
    name: 'dalian referred to the province, whose result is recorded and corrected before the case closes',
    programme,
    facts: forProvince,
    steps: [
      ...referred,
      ...on(
        '2024-12-20T09:00',
        refuses(does('recordReferralResult', 'industryAuthority', decision), { code: 'NOT_YOURS', clauses: [] }),
      ),
      records,
      refuses(records, { code: 'ACTION_NOT_HERE', clauses: [] }),
      does(
        'correctReferralResult',
        'talentCentre',
        { ...decision, documentNo: '辽人社〔2024〕89号', ...because },
        'REFERRED',
      ),
      passes('2025-06-20T00:01', text('结果登记期满', 'The time for the result is over'), 'REFERRED'),
    ],
    outcome: 'REFERRED',
  },
];
