import { describe, expect, it } from 'vitest';
import { clauses } from '../../../config/clauses.ts';
import { counted, coverageOf, lacks, unknownIds } from '../../../ops/clauses/coverage.ts';
import { ruleFiles, testFiles, writtenFiles } from '../../../ops/clauses/files.ts';
import { isMadeUp } from '../../../ops/clauses/mentions.ts';

/**
 * How many rules of each handling must be covered at the least: all of them (`npm run clauses -- --missing` lists none), so that none can be lost again.
 */
const COVERED_AT_LEAST = { E: 211, C: 35, M: 67, S: 26 };

describe('the rules of the notices', () => {
  it('are cited nowhere by an id that none of them has', () => {
    expect(unknownIds(writtenFiles(), (id) => clauses.has(id))).toEqual([]);
  });

  it('leave the letter z to ids made up for tests', () => {
    expect([...clauses.keys()].filter(isMadeUp)).toEqual([]);
  });

  it('are tested where they are enforced or attested, and named where they are held as data or shown', () => {
    const rows = coverageOf(clauses.values(), ruleFiles(), testFiles());
    const counts = counted(rows);
    const missing = rows.filter((row) => lacks(row) !== null).map(({ clause }) => clause.id);
    for (const handling of ['E', 'C', 'M', 'S'] as const) {
      const fewest = COVERED_AT_LEAST[handling];
      expect(counts[handling].covered, `of ${handling}; missing: ${missing.join(', ')}`).toBeGreaterThanOrEqual(fewest);
    }
  });
});
