import { describe, expect, test } from 'vitest';
import { hasQuorum, leastPresent } from '../../../domain/session/quorum.ts';
import { verdictOf } from '../../../domain/session/verdict.ts';

const twoThirds = { parts: 2, of: 3 };
const agree = (present: number, votes: number) =>
  verdictOf(twoThirds, { present, agree: votes, against: 0, abstain: 0 });

describe('quorum and majority of two thirds', () => {
  test.each([
    [7, 5],
    [9, 6],
    [11, 8],
    [13, 9],
    [15, 10],
    [17, 12],
    [25, 17],
    [27, 18],
  ])('of %i members at least %i are present', (members, least) => {
    expect(leastPresent(twoThirds, members)).toBe(least);
    expect([least - 1, least].map((present) => hasQuorum(twoThirds, { present, members }))).toEqual([false, true]);
  });

  test.each([
    [5, 4],
    [6, 4],
    [7, 5],
    [8, 6],
    [9, 6],
    [11, 8],
    [17, 12],
    [25, 17],
  ])('of %i present at least %i agree', (present, least) => {
    expect([agree(present, least - 1).passed, agree(present, least).passed]).toEqual([false, true]);
  });

  test('A-37: of 17 present, 11 who agree fail and 12 pass, whatever the others did', () => {
    for (const others of [
      { against: 6, abstain: 0 },
      { against: 0, abstain: 6 },
      { against: 0, abstain: 0 },
    ])
      expect(verdictOf(twoThirds, { present: 17, agree: 11, ...others }).passed).toBe(false);
    expect(verdictOf(twoThirds, { present: 17, agree: 12, against: 1, abstain: 2 })).toEqual({
      present: 17,
      agree: 12,
      against: 1,
      abstain: 2,
      blank: 2,
      passed: true,
      unanimous: false,
      few: false,
    });
  });

  test('for all sizes to 60: passing needs the exact share, never less with fewer present', () => {
    for (let present = 1; present <= 60; present += 1)
      for (let votes = 0; votes <= present; votes += 1) {
        const { passed } = agree(present, votes);
        // A fraction in whole numbers, computed another way than the code does.
        expect(passed).toBe(votes >= Math.floor((2 * present + 2) / 3));
        if (votes < present) expect(agree(present, votes + 1).passed || !passed).toBe(true);
        expect(agree(present + 1, votes + 1).passed || !passed).toBe(true);
      }
  });

  test('an empty meeting has no quorum and passes nobody', () => {
    expect(hasQuorum(twoThirds, { present: 0, members: 0 })).toBe(false);
    expect(verdictOf(twoThirds, { present: 0, agree: 0, against: 0, abstain: 0 }).passed).toBe(false);
  });

  test('says where the numbers tell how somebody voted', () => {
    expect(agree(5, 5).unanimous).toBe(true);
    expect(verdictOf(twoThirds, { present: 5, agree: 4, against: 1, abstain: 0 }).unanimous).toBe(false);
    expect(agree(1, 1).few).toBe(true);
  });

  test('more votes than experts are a fault, not a result', () => {
    expect(() => verdictOf(twoThirds, { present: 2, agree: 2, against: 1, abstain: 0 })).toThrow(RangeError);
  });
});
