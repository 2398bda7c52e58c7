import type { Role, Track } from '../../../../domain/programme/facts.ts';
import type { DeadlineDef } from '../../../../domain/programme/stages/deadlines.ts';
import type { Gate } from '../../../../domain/programme/stages/stages.ts';

/** The tracks decided by a committee; initial designation is not among them (LYG-3.1-c). */
export const reviewedTracks: readonly Track[] = ['standard', 'exceptional', 'urgentTalent', 'sameLevelTransfer'];

/** The committee's acceptance period, in which an application must arrive at its office (LYG-7-b, A-46). */
export const acceptancePeriod: Gate = {
  window: 'acceptance',
  when: { tracks: reviewedTracks },
  clauses: ['LYG-4.3-a', 'LYG-7-b'],
  readings: ['A-46'],
};

/** The two rounds of initial designation, in June and in November (LYG-3.1-c, A-31). */
export const designationRounds: Gate = {
  window: 'firstRound',
  orWindow: 'secondRound',
  clauses: ['LYG-3.1-c'],
  readings: ['A-31'],
};

/** The end of the year, which no review may exceed and which ends every pending application (LYG-3.1-b). */
export const yearEnd = (outcome: string): DeadlineDef => ({
  key: 'calendarYear',
  rule: { kind: 'windowClose', window: 'calendarYear' },
  lapse: [{ outcome }],
  // An application that has not arrived is reminded of its acceptance period instead.
  ...(outcome === 'NOT_REVIEWED'
    ? { reminders: [{ workingDaysBefore: [10, 2], to: ['committeeOffice'], clauses: ['LYG-3.1-b'] }] }
    : {}),
  clauses: ['LYG-3.1-b'],
});

/** The roles that are reminded: the applicant's side, and the office that must act to avoid that outcome. */
function concerned(outcome: string): readonly Role[] {
  const office: Readonly<Record<string, Role>> = {
    NOT_FORWARDED: 'preliminaryAuthority',
    NOT_DESIGNATED: 'committeeOffice',
  };
  return ['applicant', 'unitHr', ...[office[outcome] ?? []].flat()];
}

/** The deadline for arrival at the committee's office, or for designation: the end of its period; a later application ends with `outcome`. */
export const untilArrival = (outcome: string): readonly DeadlineDef[] => [
  {
    key: 'acceptance',
    when: { tracks: reviewedTracks },
    rule: { kind: 'windowClose', window: 'acceptance' },
    lapse: [{ outcome }],
    reminders: [{ workingDaysBefore: [5, 1], to: concerned(outcome), clauses: ['LYG-7-b'], readings: ['A-46'] }],
    clauses: ['LYG-5.3-a', 'LYG-7-b'],
    readings: ['A-46'],
  },
  {
    key: 'secondRound',
    when: { tracks: ['initialDesignation'] },
    rule: { kind: 'windowClose', window: 'secondRound' },
    lapse: [{ outcome }],
    reminders: [{ workingDaysBefore: [5, 1], to: concerned(outcome), clauses: ['LYG-3.1-c'], readings: ['A-31'] }],
    clauses: ['LYG-3.1-c'],
    readings: ['A-31'],
  },
  yearEnd(outcome),
];

/** The end of the period that a reviewer set: an applicant who has not completed everything has given up (LYG-4.3-c, A-30). */
export const correctionEnds: DeadlineDef = {
  key: 'correction',
  rule: { kind: 'setDay' },
  lapse: [{ outcome: 'ABANDONED' }],
  // The shortest period that may be set is three working days.
  reminders: [{ workingDaysBefore: [2, 1], to: ['applicant', 'unitHr'], clauses: ['LYG-4.3-c'], readings: ['A-30'] }],
  clauses: ['LYG-4.3-c'],
  readings: ['A-30'],
};
