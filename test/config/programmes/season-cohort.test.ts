import { describe, expect, test } from 'vitest';
import { calendar } from '../../../config/calendars.ts';
import { programmes } from '../../../config/programmes.ts';
import { eligibilityRefusal, mayApply } from '../../../domain/eligibility/may-apply.ts';
import { Chance } from '../../../ops/season/chance.ts';
import { drawApplicant } from '../../../ops/season/cohort.ts';

const cohort = (programme: Parameters<typeof drawApplicant>[0]) =>
  Array.from({ length: 200 }, (_, place) => drawApplicant(programme, calendar, new Chance(7, place)));

describe.each([...programmes.values()].map((programme) => ({ id: programme.id, programme })))(
  'a season of $id',
  ({ programme }) => {
    test('has only people to whom the notice offers the application', () => {
      const codes = cohort(programme).map(
        ({ facts }) => eligibilityRefusal(mayApply(programme, facts, '2024-06-01'))?.code,
      );
      expect(codes).not.toContain('NOT_OFFERED');
    });

    test('has the same people for the same seed', () => {
      expect(cohort(programme).map(({ facts }) => facts)).toEqual(cohort(programme).map(({ facts }) => facts));
    });
  },
);
