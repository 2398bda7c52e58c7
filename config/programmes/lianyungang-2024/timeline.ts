import { addDays, addMonths, type IsoDate } from '../../../domain/calendar/dates.ts';
import type { Level, Track } from '../../../domain/programme/facts.ts';
import type { AnnouncedWindow, Timeline, Window } from '../../../domain/programme/timeline.ts';
import { type PlanColumn, type PlanRow, planRows } from './plan-rows.ts';
import { series } from './series.ts';

const year = 2024;
const all = series.map(({ key }) => key);
const reviewed: readonly Track[] = ['standard', 'exceptional', 'urgentTalent', 'sameLevelTransfer'];

type Months = { readonly levels?: readonly Level[]; readonly opens: IsoDate; readonly closes: IsoDate };

const seniorGrade: Readonly<Record<string, Level>> = { 高级: 'deputySenior', 正高: 'fullSenior' };

/** The whole months that a cell prints, from the first day to the last: `5月-7月`, `4-6 月`, `高级 5-6 月 正高 7 月` (LYG-7-b, LYG-7-c). */
export function monthsOf(cell: string): Months[] {
  const spans = [...cell.matchAll(/(高级|正高)?\s*(\d+)\s*月?(?:\s*-\s*(\d+)\s*月?)?/g)];
  return spans.map(([, grade, from, to]) => {
    const level = grade === undefined ? undefined : seniorGrade[grade];
    const first = `${year}-${String(from).padStart(2, '0')}-01`;
    const last = `${year}-${String(to ?? from).padStart(2, '0')}-01`;
    return { ...(level ? { levels: [level] } : {}), opens: first, closes: addDays(addMonths(last, 1), -1) };
  });
}

const roundsAlone = ({ no }: PlanRow) => no >= 66 && no <= 71;

/** The windows of one column of a row; none when the cell is lost or refers to another notice. */
function windowsOf(row: PlanRow, column: PlanColumn, key: string): Window[] {
  const cell = row.cells[column];
  if (cell.value === null || cell.provenance !== 'printed') return [];
  const clauses = row.clauses.filter((clause) => ['LYG-7-b', 'LYG-7-c', 'LYG-7-g'].includes(clause));
  return monthsOf(cell.value).map((months) => ({
    key,
    series: all,
    committees: [`row-${row.no}`],
    clauses: clauses.length > 0 ? clauses : ['LYG-7-b'],
    ...months,
  }));
}

/** The two columns of 初定 are the first and the second round of the year (LYG-7-g, A-31). */
const rounds = planRows
  .filter(roundsAlone)
  .flatMap((row) => [
    ...windowsOf(row, 'acceptancePeriod', 'firstRound'),
    ...windowsOf(row, 'reviewPeriod', 'secondRound'),
  ]);

const committeeRows = planRows.filter((row) => row.no <= 65);

/** The rounds of initial designation in June and November, for rows that print none of their own (LYG-3.1-c, LYG-3.2-b). */
const usualRounds = (
  [
    ['firstRound', '2024-06-01', '2024-06-30'],
    ['secondRound', '2024-11-01', '2024-11-30'],
  ] as const
).map(
  ([key, opens, closes]): Window => ({
    key,
    opens,
    closes,
    series: all,
    tracks: ['initialDesignation'],
    committees: committeeRows.map(({ no }) => `row-${no}`),
    clauses: ['LYG-3.1-c'],
  }),
);

const periods = committeeRows.flatMap((row) => [
  ...windowsOf(row, 'acceptancePeriod', 'acceptance'),
  ...windowsOf(row, 'reviewPeriod', 'plannedReview'),
]);

/** A row without a printed period has no window until the countersigned notice of its office sets one (LYG-3.3-a, LYG-7-d). */
const announced = committeeRows.flatMap((row): AnnouncedWindow[] =>
  (['acceptance', 'plannedReview'] as const)
    .filter((key) => !periods.some((each) => each.key === key && each.committees?.includes(`row-${row.no}`)))
    .map((key) => ({
      key,
      committees: [`row-${row.no}`],
      clauses: row.no === 61 ? ['LYG-7-d'] : ['LYG-3.3-a', 'LYG-7-a'],
      readings: row.no === 61 ? [] : ['A-33'],
    })),
);

/** The printed dates of 2024: months by row of the plan, the end of the meetings, and the end of the year (LYG-3, LYG-7). */
export const timeline: Timeline = {
  version: 1,
  year,
  windows: [
    ...periods,
    ...rounds,
    ...usualRounds,
    {
      key: 'session',
      series: all,
      tracks: reviewed,
      opens: '2024-01-01',
      closes: '2024-11-30',
      clauses: ['LYG-3.1-a'],
    },
    { key: 'calendarYear', series: all, opens: '2024-01-01', closes: '2024-12-31', clauses: ['LYG-3.1-b'] },
  ],
  announced,
  cutOffs: [
    { key: 'seniority', series: all, date: '2023-12-31', clauses: ['LYG-2.2-a'] },
    ...['achievements', 'papers', 'education'].map((key) => ({
      key,
      series: all,
      date: '2024-03-31',
      clauses: ['LYG-2.2-c'],
    })),
  ],
};
