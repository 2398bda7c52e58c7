import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clauses } from '../../../config/clauses.ts';
import { referenceSchema } from '../../../config/programme-schema/reference-schema.ts';
import { committees, officeRows, offices, territories } from '../../../config/programmes/dalian-2024/offices.ts';
import { reference } from '../../../config/programmes/dalian-2024/reference.ts';
import { series } from '../../../config/programmes/dalian-2024/series.ts';
import { timeline } from '../../../config/programmes/dalian-2024/timeline.ts';

const seed = readFileSync(new URL('../../../config/seeds/dalian-2024.txt', import.meta.url), 'utf8');

/** The cells of the annexed table, one to a line, in their order: number, name, address, telephone. */
const cells = seed
  .slice(seed.indexOf('大连市各区市县、先导区职称工作主管部门联系电话'))
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '');
const printedRow = (no: number) => {
  const at = cells.indexOf(String(no));
  return cells.slice(at + 1, at + 4);
};

describe('the offices of Dalian', () => {
  test('DL-3-a: are 12, each with name, address and telephone exactly as printed', () => {
    expect(officeRows.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    for (const { no, cells: row } of officeRows)
      expect([row.name, row.address, row.telephone].map((cell) => cell?.value)).toEqual(printedRow(no));
  });

  test('DL-3-a: every cell is printed, none is guessed', () => {
    const all = officeRows.flatMap((row) => Object.values(row.cells));
    expect(all).toHaveLength(36);
    expect(new Set(all.map(({ provenance }) => provenance))).toEqual(new Set(['printed']));
    expect(all.some(({ inferred }) => inferred)).toBe(false);
  });

  test('DL-2.2.3-i: each office shows the telephone of its row', () => {
    for (const { office, cells: row } of officeRows) {
      const found = offices.find(({ id }) => id === office);
      expect([found?.name.zh, found?.address?.zh, found?.telephone]).toEqual(
        [row.name, row.address, row.telephone].map((cell) => cell?.value),
      );
    }
  });

  test('DL-3-b: units of the city have no row and no telephone; theirs is asked from their own personnel section', () => {
    const ofTheCity = offices.find(({ id }) => id === 'dl-municipal-authority');
    expect(officeRows.some(({ office }) => office === ofTheCity?.id)).toBe(false);
    expect([ofTheCity?.telephone, ofTheCity?.address]).toEqual([undefined, undefined]);
    expect(ofTheCity?.clauses).toContain('DL-3-b');
  });

  test('DL-1.2-c: every place where an employer may be registered has its authority', () => {
    expect(territories.map(({ key }) => key)).toEqual(officeRows.map(({ office }) => office));
  });
});

describe('the series of Dalian', () => {
  test('DL-1.1.2-b: 14 names are examined instead of reviewed, and the list is open', () => {
    const list = reference.lists.find(({ key }) => key === 'examinationInsteadOfReview');
    expect(list?.items).toHaveLength(14);
    expect(list?.open).toBe(true);
    expect(seed).toContain(`${list?.items.join('、')}等`);
  });

  test('DL-1.1.2-b: each of the 14 is a series or specialty by its whole name, whose senior titles are reviewed (A-32)', () => {
    const names = series.flatMap((each) => [each, ...each.specialties]).map(({ name }) => name.zh);
    for (const item of reference.lists[0]?.items ?? []) expect(names).toContain(item);
  });

  test('DL-1.1.2-c: logistics stands in engineering at every level', () => {
    const engineering = series.find(({ key }) => key === 'engineering');
    const logistics = engineering?.specialties.find(({ key }) => key === 'logistics');
    expect(logistics?.levels ?? engineering?.levels).toHaveLength(5);
  });

  test('DL-2.1.1-b: health, school teachers and vocational teachers have no window until they are notified', () => {
    const notified = ['health', 'schoolTeachers', 'vocationalTeachers'];
    const filing = timeline.windows.filter(({ key }) => key === 'onlineFiling');
    expect(filing.flatMap((window) => window.series)).toEqual(
      series.map(({ key }) => key).filter((key) => !notified.includes(key)),
    );
    expect(timeline.announced?.find(({ key }) => key === 'onlineFiling')?.series).toEqual(notified);
  });

  test.each([
    ['DL-2.1.1-a', 'onlineFiling', '2024-06-03', '2024-06-28'],
    ['DL-2.1.2-a', 'preliminary', '2024-06-03', '2024-06-28'],
    ['DL-2.1.3-a', 'forwarding', '2024-07-22', '2024-08-30'],
    ['DL-2.1.3-b', 'session', '2024-07-22', '2024-11-30'],
  ])('%s: the window %s is from %s to %s', (clause, key, opens, closes) => {
    const found = timeline.windows.filter((window) => window.key === key);
    expect(found).toMatchObject([{ opens, closes, clauses: [clause] }]);
  });

  test('every series has a committee, and every rule that is quoted exists', () => {
    expect(series.filter(({ key }) => !committees.some(({ id }) => id === key))).toEqual([]);
    const quoted = [...offices, ...committees, ...timeline.windows, ...reference.lists, ...reference.tables];
    expect(quoted.flatMap((each) => each.clauses ?? []).filter((id) => !clauses.has(id))).toEqual([]);
    expect(referenceSchema.parse(reference)).toEqual(reference);
  });
});
