import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clauses } from '../../../config/clauses.ts';
import { committees, offices, territories } from '../../../config/programmes/lianyungang-2024/offices.ts';
import { type PlanColumn, planColumns, planRows } from '../../../config/programmes/lianyungang-2024/plan-rows.ts';
import { series } from '../../../config/programmes/lianyungang-2024/series.ts';
import { monthsOf, timeline } from '../../../config/programmes/lianyungang-2024/timeline.ts';

const seed = readFileSync(new URL('../../../config/seeds/lianyungang-2024.txt', import.meta.url), 'utf8');

/** The lines of the annex, cut at their tabs: 8 columns to row 20, 10 with two blank ones from 41, 7 from 60. */
const lines = seed
  .split('\n')
  .map((line) => line.split('\t'))
  .filter(([first, second]) => /^\d+$/.test(first ?? '') && second !== undefined)
  .map((fields) => ({ no: Number(fields[0]), fields: fields.slice(1) }));

const columnAt = (no: number, column: PlanColumn): number => {
  const i = planColumns.indexOf(column);
  return no >= 41 && no <= 59 && i >= 4 ? i + 2 : i;
};

const row = (no: number) => {
  const found = planRows.find((each) => each.no === no);
  if (!found) throw new Error(`no row ${no}`);
  return found;
};
const rowsWith = (column: PlanColumn) =>
  planRows.filter(({ cells }) => cells[column].value !== null).map(({ no }) => no);
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const windowsOf = (no: number, key: string) =>
  timeline.windows.filter((each) => each.key === key && each.committees?.includes(`row-${no}`));

describe('the plan of Lianyungang', () => {
  test('LYG-7-a: has 53 rows, 1 to 20, 41 to 59 and 60 to 73, each with its seven attributes', () => {
    expect(planRows.map(({ no }) => no)).toEqual([...from(1, 20), ...from(41, 59), ...from(60, 73)]);
    expect(planRows.every(({ cells }) => Object.keys(cells).length === 7)).toBe(true);
  });

  test('LYG-7-a: every printed cell stands in the seed in its own row and column, to the letter', () => {
    expect(lines).toHaveLength(53);
    for (const { no, fields } of lines)
      for (const column of planColumns) {
        const { value, provenance } = row(no).cells[column];
        expect([no, column, fields[columnAt(no, column)] ?? '']).toEqual([no, column, value ?? '']);
        expect(provenance === 'printed').toBe(value !== null && !(no === 61 && column === 'acceptancePeriod'));
      }
  });

  test('A-33: rows 21 to 40 are absent, and no cell that was lost has a value', () => {
    expect(planRows.some(({ no }) => no > 20 && no < 41)).toBe(false);
    const lost = planRows
      .flatMap(({ cells }) => Object.values(cells))
      .filter((cell) => cell.provenance === 'lostInText');
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.every(({ value }) => value === null)).toBe(true);
  });

  test('the printed cells are as many as the annex has: office 28, address 28, telephone 30', () => {
    expect(rowsWith('office')).toHaveLength(28);
    expect(planRows.length - rowsWith('office').length).toBe(25);
    expect(rowsWith('address')).toHaveLength(28);
    expect(rowsWith('telephone')).toHaveLength(30);
    expect(planRows.length - rowsWith('telephone').length).toBe(23);
    expect(rowsWith('remark')).toHaveLength(0);
  });

  test('the office cell is blank in 3, 6, 8 to 18, 41, 43 to 48, 50 to 53 and 56', () => {
    const blank = planRows.map(({ no }) => no).filter((no) => !rowsWith('office').includes(no));
    expect(blank).toEqual([3, 6, ...from(8, 18), 41, ...from(43, 48), ...from(50, 53), 56]);
  });

  test('both periods are printed in 25 rows, left to another notice in 1, blank in 27', () => {
    const both = planRows.filter(({ cells }) =>
      [cells.acceptancePeriod, cells.reviewPeriod].every(({ provenance }) => provenance === 'printed'),
    );
    const external = planRows.filter(({ cells }) => cells.acceptancePeriod.provenance === 'external');
    const blank = planRows.filter(
      ({ cells }) => cells.acceptancePeriod.value === null && cells.reviewPeriod.value === null,
    );
    expect(both).toHaveLength(25);
    expect(external.map(({ no }) => no)).toEqual([61]);
    expect(blank.map(({ no }) => no)).toEqual([3, 6, ...from(8, 18), 42, ...from(44, 53), 56, 72, 73]);
  });

  test('A-27: what is damaged is kept as printed and marked: two numbers of nine digits, one cut off, a street without its district, a school', () => {
    const suspects = planRows.flatMap(({ no, cells }) =>
      Object.values(cells).flatMap(({ value, quality }) => (quality === 'suspect' ? [[no, value]] : [])),
    );
    expect(suspects).toEqual([
      [50, '85816207/'],
      [61, '855573381'],
      [61, '海州秦东门大街398号1213室'],
      [68, '858882177'],
      [72, '(连云港师范高等专科学校、连云港职业技术学院、连云港开发大学)。'],
    ]);
    expect(offices.find(({ id }) => id === 'lyg-development-zone')?.telephone).toBe('858882177');
  });

  test('what a lost merge would say is a guess with its confidence, beside an empty value', () => {
    expect(row(56).cells.office).toEqual({
      value: null,
      provenance: 'lostInText',
      inferred: { value: '市自然资源和规划局', confidence: 'H' },
    });
    expect(row(44).cells.office.inferred).toEqual({ value: '市工信局', confidence: 'L' });
    expect(row(9).cells.office).toEqual({ value: null, provenance: 'lostInText' });
    const guessed = (confidence: string) =>
      planRows.filter(({ cells }) => cells.office.inferred?.confidence === confidence).map(({ no }) => no);
    expect([guessed('H'), guessed('M'), guessed('L')]).toEqual([
      [56],
      [3, 6, 8, 41, 43, 45, 46, 47, 48, 50, 51, 52, 53],
      [44],
    ]);
  });

  test('26 offices are named by the plan, ten of them of counties, districts and the agency', () => {
    const named = offices.filter(({ clauses: rests }) => rests?.includes('LYG-7-a'));
    expect(named).toHaveLength(26);
    expect(named.filter(({ clauses: rests }) => rests?.some((id) => /LYG-7-[ef]/.test(id)))).toHaveLength(10);
    expect(territories).toHaveLength(9);
  });

  test('A-33: a committee whose office is lost is kept by the title office, never by a guess', () => {
    const lost = planRows
      .filter(({ no, cells }) => no < 72 && cells.office.value === null)
      .map(({ no }) => `row-${no}`);
    const byTitleOffice = committees.filter(({ office }) => office === 'lyg-title-office').map(({ id }) => id);
    expect(byTitleOffice).toEqual(lost);
    expect(committees).toHaveLength(51);
  });

  test('every specialty of rows 1 to 61 is offered under its printed name, and each row once', () => {
    const offered = series.flatMap(({ specialties }) => specialties).filter(({ class: each }) => each !== 'unlisted');
    const without = (name: string | null) => name?.replaceAll(' ', '');
    for (const { no, cells } of planRows.filter((each) => each.no <= 61))
      expect(offered.filter(({ class: each }) => each === `row-${no}`).map(({ name }) => name.zh)).toEqual([
        without(cells.specialty.value),
      ]);
  });

  test('every rule that is quoted exists', () => {
    const quoted = [...planRows, ...offices, ...committees, ...timeline.windows, ...(timeline.announced ?? [])];
    expect(quoted.flatMap((each) => each.clauses ?? []).filter((id) => !clauses.has(id))).toEqual([]);
  });
});

describe('the periods of Lianyungang', () => {
  test.each([
    ['7月', [['2024-07-01', '2024-07-31']]],
    ['5月-7月', [['2024-05-01', '2024-07-31']]],
    ['4-6 月', [['2024-04-01', '2024-06-30']]],
    ['11月-12月初定', [['2024-11-01', '2024-12-31']]],
    [
      '高级 5-6 月 正高 7 月',
      [
        ['2024-05-01', '2024-06-30'],
        ['2024-07-01', '2024-07-31'],
      ],
    ],
    ['具体见省市有关通知', []],
  ])('LYG-7-b: “%s” is the whole of its months', (cell, spans) => {
    expect(monthsOf(cell).map(({ opens, closes }) => [opens, closes])).toEqual(spans);
  });

  test('LYG-7-b: a row is open in its printed months alone', () => {
    expect(windowsOf(60, 'acceptance')).toEqual([
      {
        key: 'acceptance',
        series: series.map(({ key }) => key),
        committees: ['row-60'],
        clauses: ['LYG-7-b'],
        opens: '2024-06-01',
        closes: '2024-06-30',
      },
    ]);
    expect(windowsOf(60, 'plannedReview')).toMatchObject([{ opens: '2024-10-01', closes: '2024-10-31' }]);
  });

  test('LYG-7-c: accounting has two levels with periods of their own', () => {
    expect(windowsOf(4, 'acceptance')).toMatchObject([
      { levels: ['deputySenior'], opens: '2024-05-01', closes: '2024-06-30' },
      { levels: ['fullSenior'], opens: '2024-07-01', closes: '2024-07-31' },
    ]);
    expect(windowsOf(4, 'plannedReview')).toMatchObject([
      { levels: ['deputySenior'], opens: '2024-07-01', closes: '2024-07-31' },
      { levels: ['fullSenior'], opens: '2024-10-01', closes: '2024-10-31' },
    ]);
  });

  test('LYG-7-d: social work has no period here; it waits for the notices of province and city', () => {
    expect(windowsOf(61, 'acceptance')).toEqual([]);
    const later = (timeline.announced ?? []).filter(({ committees: rows }) => rows?.includes('row-61'));
    expect(later.map(({ key, clauses: ids }) => [key, ids])).toEqual([
      ['acceptance', ['LYG-7-d']],
      ['plannedReview', ['LYG-7-d']],
    ]);
  });

  test('LYG-7-g: initial designation has two rounds, by the row of the district (A-31)', () => {
    expect(windowsOf(66, 'firstRound')).toMatchObject([
      { opens: '2024-05-01', closes: '2024-06-30', clauses: ['LYG-7-g'] },
    ]);
    expect(windowsOf(66, 'secondRound')).toMatchObject([{ opens: '2024-11-01', closes: '2024-12-31' }]);
    expect(windowsOf(68, 'secondRound')).toMatchObject([{ opens: '2024-10-01', closes: '2024-12-31' }]);
    expect(windowsOf(71, 'firstRound')).toMatchObject([{ opens: '2024-06-01', closes: '2024-06-30' }]);
    expect(from(66, 71).flatMap((no) => windowsOf(no, 'acceptance'))).toEqual([]);
  });

  test('a row whose period was lost has no window until its countersigned notice supplies one (LYG-3.3-a, A-33)', () => {
    const open = planRows.filter(({ no }) => windowsOf(no, 'acceptance').length > 0).map(({ no }) => no);
    expect(open).toEqual([1, 2, 4, 5, 7, 19, 20, 41, 43, 54, 55, 57, 58, 59, 60, 62, 63, 64, 65]);
    const waiting = (timeline.announced ?? [])
      .filter(({ key }) => key === 'acceptance')
      .flatMap(({ committees: c }) => c ?? []);
    expect(waiting).toEqual([3, 6, ...from(8, 18), 42, ...from(44, 53), 56, 61].map((no) => `row-${no}`));
  });
});
