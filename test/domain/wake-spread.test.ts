import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxWakeSpreadMs } from '../../commands/limits.ts';
import { wakeSpreadOf } from '../../commands/wake-spread.ts';

const longest = maxWakeSpreadMs;
const tenths = 10;

/** How many of these numbers wake in each tenth of the time. */
function byTenth(numbers: readonly string[]): number[] {
  const counts = Array.from({ length: tenths }, () => 0);
  for (const no of numbers) {
    const tenth = Math.floor((wakeSpreadOf(no, longest) * tenths) / longest);
    counts[tenth] = (counts[tenth] ?? 0) + 1;
  }
  return counts;
}

const numbered = (count: number, no: (place: number) => string) =>
  Array.from({ length: count }, (_, place) => no(place));

describe('the spread of wake-ups', () => {
  it('is the same for a number each time, a whole number of milliseconds, never negative and below the longest', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 14_400_000 }), (no, most) => {
        const spread = wakeSpreadOf(no, most);
        expect(Number.isInteger(spread) && spread >= 0 && spread < most).toBe(true);
        expect(wakeSpreadOf(no, most)).toBe(spread);
      }),
    );
    expect(wakeSpreadOf('LN24-0000000000000001', longest), 'whatever release or machine reckons it').toBe(437_052);
  });

  it('is nothing where none is wanted', () => {
    fc.assert(fc.property(fc.string(), (no) => wakeSpreadOf(no, 0) === 0));
  });

  it.each([
    ['follow each other', (place: number) => `LN24-${String(place).padStart(16, '0')}`],
    ['are hexadecimal', (place: number) => `LN24-${(place * 0x9e3779b1).toString(16).toUpperCase().padStart(16, '0')}`],
    ['differ at the front', (place: number) => `${place}-2024`],
  ])('is even over 5,000 numbers that %s: each tenth of the time has its tenth of them', (_name, no) => {
    for (const count of byTenth(numbered(5_000, no))) {
      // Five standard deviations of what chance would do.
      expect(count).toBeGreaterThan(500 - 5 * 21.2);
      expect(count).toBeLessThan(500 + 5 * 21.2);
    }
  });

  it('leaves of 5,000 that fall due in one instant no more than 25 to a second, while two cores handle 50', () => {
    const seconds = new Map<number, number>();
    for (const no of numbered(5_000, (place) => `LN24-${String(place).padStart(16, '0')}`)) {
      const second = Math.floor(wakeSpreadOf(no, longest) / 1000);
      seconds.set(second, (seconds.get(second) ?? 0) + 1);
    }
    expect(Math.max(...seconds.values())).toBeLessThanOrEqual(25);
  });
});
