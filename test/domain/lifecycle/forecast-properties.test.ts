import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dateOf } from '../../../domain/calendar/dates.ts';
import { planOf, stageIndex } from '../../../domain/case/plan/compiled-stages.ts';
import { forecast } from '../../../domain/lifecycle/forecast.ts';
import { lives } from '../../../ops/lives/lives.ts';
import { instant, Life } from '../../lives/life.ts';

/** A life of the three authorities up to one of its steps, and how many days later somebody looks. */
const looks = fc.record({
  life: fc.constantFrom(...lives),
  steps: fc.integer({ min: 1, max: 25 }),
  days: fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 120 })),
});

test('of every life on every day: no step that is past, no earliest day before today or after the latest one', () => {
  let seen = 0;
  fc.assert(
    fc.property(looks, ({ life, steps, days }) => {
      const { case: state } = new Life(life.facts, life.programme).live(life.steps.slice(0, steps));
      const today = addDays(dateOf(state.lastAt), days);
      const found = forecast(state, instant(today));
      if (state.ended || !state.stage) {
        expect(found).toEqual([]);
        return;
      }
      const plan = planOf(state);
      const at = found.map(({ stage }) => stageIndex(plan, stage));
      expect(at[0]).toBe(stageIndex(plan, state.stage.key));
      // A correction leads back to the review that asked for it; no step comes twice.
      expect(at).toEqual([...new Set(at)]);
      const first = found.findIndex(({ tooLate }) => tooLate);
      expect(found.map(({ tooLate }) => tooLate)).toEqual(found.map((_, index) => first >= 0 && index >= first));
      expect(found.map(({ earliest }) => earliest === null)).toEqual(found.map(({ tooLate }) => tooLate));
      const reached = found.flatMap(({ earliest, latest }) => (earliest === null ? [] : [{ earliest, latest }]));
      for (const { earliest, latest } of reached)
        expect(today <= earliest && earliest <= (latest ?? earliest)).toBe(true);
      expect(reached.map(({ earliest }) => earliest)).toEqual(reached.map(({ earliest }) => earliest).toSorted());
      seen += reached.length;
    }),
    { numRuns: 400 },
  );
  expect(seen).toBeGreaterThan(500);
});
