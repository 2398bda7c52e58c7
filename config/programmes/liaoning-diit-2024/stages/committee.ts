import type { StageDef } from '../../../../domain/programme/stages/stages.ts';

/** N10 to N12: the committee and after. */
export const committeeStages: readonly StageDef[] = [
  {
    kind: 'session',
    key: 'COMMITTEE_REVIEW',
    name: { zh: '评委会评审', en: 'Committee review' },
    role: 'committeeOffice',
    next: 'RESULT_PUBLICITY',
    notPassedOutcome: 'NOT_PASSED',
    hearing: [
      {
        when: { series: ['economics'], levels: ['deputySenior'] },
        defence: true,
        weights: { quantified: 75, defence: 25 },
        clauses: ['LN-7-b', 'LN-7-d', 'LN-7-f'],
        readings: ['A-19', 'A-20'],
      },
      {
        when: { levels: ['deputySenior', 'fullSenior'] },
        defence: true,
        weights: { quantified: 60, defence: 40 },
        clauses: ['LN-7-b', 'LN-7-d', 'LN-7-e'],
        readings: ['A-19', 'A-20'],
      },
      { defence: false, clauses: ['LN-7-g'] },
    ],
    clauses: ['LN-7-a', 'LN-7-b'],
  },
  {
    kind: 'publicity',
    key: 'RESULT_PUBLICITY',
    name: { zh: '评审公示', en: 'Publicity of the result' },
    role: 'committeeOffice',
    workingDays: 5,
    next: 'CERTIFIED',
    upheldOutcome: 'CANCELLED',
    objectionClauses: ['LN-9.2-a', 'LN-5.1-b'],
    clauses: ['LN-9.2-a'],
    readings: ['A-10'],
  },
  {
    kind: 'certification',
    key: 'CERTIFIED',
    name: { zh: '领证、退卷', en: 'Certificate' },
    role: 'committeeOffice',
    outcome: 'CERTIFIED',
    clauses: ['LN-9.2-a'],
  },
];
