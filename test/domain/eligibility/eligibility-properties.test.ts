import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clauses } from '../../../config/clauses.ts';
import { offeredFacts } from '../../../config/programme-checks/offered-facts.ts';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { addDays, addYears } from '../../../domain/calendar/dates.ts';
import { stagePathOf } from '../../../domain/case/plan/compile.ts';
import { maxConditions } from '../../../domain/eligibility/conditions.ts';
import type { EligibilityFacts } from '../../../domain/eligibility/facts.ts';
import { mayApply } from '../../../domain/eligibility/may-apply.ts';
import { fullYears } from '../../../domain/eligibility/rules/seniority.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { requestedChecks } from '../../../domain/stages/asked-checks.ts';

const three: readonly Programme[] = [dalian2024, lianyungang2024, liaoningDiit2024];
const date = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1980-01-01', n));

describe('counting', () => {
  test('full years are the most anniversaries that fit', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        const [from = a, to = b] = [a, b].sort();
        const years = fullYears(from, to);
        return years >= 0 && addYears(from, years) <= to && addYears(from, years + 1) > to;
      }),
    );
  });

  test('works are placed as well as by trying every way', () => {
    const works = fc.array(fc.uniqueArray(fc.constantFrom('1', '2', '3', '4'), { maxLength: 4 }), { maxLength: 5 });
    fc.assert(fc.property(works, (each) => maxConditions(each) === byTrying(each, new Set())));
  });
});

function byTrying([first, ...rest]: readonly (readonly string[])[], used: ReadonlySet<string>): number {
  if (!first) return used.size;
  const placed = first.filter((each) => !used.has(each)).map((each) => byTrying(rest, new Set([...used, each])));
  return Math.max(byTrying(rest, used), ...placed);
}

describe('whoever tells nothing', () => {
  test.each(three)('is never found to lack anything in $id, only asked', (programme) => {
    const some = fc.constantFrom(...offeredFacts(programme));
    fc.assert(
      fc.property(some, date, (facts, asOf) => {
        const { findings } = mayApply(programme, facts, asOf);
        const lacking = findings.filter(({ outcome, code, readings }) => {
          const byDate = readings.includes('A-38');
          return outcome === 'notMet' && code === 'NOT_ELIGIBLE' && !byDate;
        });
        expect(lacking).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('every finding', () => {
  const held = fc.record({
    level: fc.constantFrom('none', 'assistant', 'mid', 'deputySenior'),
    obtainedYear: fc.integer({ min: 1990, max: 2024 }),
    issuer: fc.constantFrom('national', 'local', 'elsewhere'),
  });
  const told: fc.Arbitrary<Partial<EligibilityFacts>> = fc.record(
    {
      status: fc.constantFrom('inService', 'retired', 'civilServant'),
      heldTitle: held as fc.Arbitrary<NonNullable<EligibilityFacts['heldTitle']>>,
      examPassedOn: date,
      education: fc.record({ tier: fc.constantFrom('college', 'bachelor', 'doctor'), obtainedOn: date }),
      standard: fc.record({ years: fc.integer({ min: 0, max: 9 }) }),
      badAssessmentYears: fc.array(fc.integer({ min: 2000, max: 2024 }), { maxLength: 3 }),
      continuingEducation: fc.record({ total: fc.nat(200), professional: fc.nat(200) }),
    },
    { requiredKeys: [] },
  );

  test.each(three)('in $id rests on a printed rule, speaks both languages, and says what it waits for', (programme) => {
    const some = fc.constantFrom(...offeredFacts(programme));
    fc.assert(
      fc.property(some, told, date, (facts, more, asOf) => {
        for (const { clause, message, outcome, ask, attestedBy } of mayApply(programme, { ...facts, ...more }, asOf)
          .findings) {
          expect(clauses.has(clause)).toBe(true);
          expect(message.zh && message.en).toBeTruthy();
          if (outcome === 'notToldYet') expect(ask?.length ?? 0).toBeGreaterThan(0);
          expect(attestedBy !== undefined).toBe(outcome === 'needsAttestation');
        }
      }),
      { numRuns: 300 },
    );
  });

  const more: fc.Arbitrary<Partial<EligibilityFacts>> = fc.record(
    {
      hasEmployment: fc.boolean(),
      origin: fc.constantFrom('mainland', 'hkMacaoTaiwan'),
      background: fc.constantFrom('army', 'none'),
      firstApplication: fc.boolean(),
      discipline: fc.constant({ measure: 'demerit', from: '1980-01-01', to: '2030-01-01' } as const),
      transfer: fc.record({ assessed: fc.boolean() }),
      education: fc.record({
        tier: fc.constantFrom('college', 'bachelor', 'secondBachelor', 'doctor'),
        schooling: fc.constantFrom('fullTime', 'military', 'partySchool'),
        years: fc.constant(3),
        obtainedOn: date,
        majorMatches: fc.boolean(),
      }),
      probation: fc.record({ from: date }),
    },
    { requiredKeys: [] },
  );

  test.each(three)(
    'in $id that waits for somebody is asked of them by a check with its clause',
    { timeout: 30_000 },
    (programme) => {
      const some = fc.constantFrom(...offeredFacts(programme));
      const seen = new Set<string>();
      fc.assert(
        fc.property(some, told, more, date, (facts, first, second, asOf) => {
          const all = { ...facts, ...first, ...second };
          const { findings, route } = mayApply(programme, all, asOf);
          const notOffered = findings.some(({ code, outcome }) => code === 'NOT_OFFERED' && outcome === 'notMet');
          // Nobody goes where it is not offered, and which committee it is, is found by an act of its own.
          if (!route?.destination || notOffered) return;
          const { committee, destination } = route;
          const asked = stagePathOf(programme, { ...all, committee, destination })
            .flatMap(requestedChecks)
            .flatMap(({ by, check }) => check.clauses.map((clause) => `${by} ${clause}`));
          const waiting = findings
            .filter(({ outcome }) => outcome === 'needsAttestation')
            .map(({ attestedBy, clause }) => `${attestedBy} ${clause}`);
          expect(asked).toEqual(expect.arrayContaining(waiting));
          for (const each of waiting) seen.add(each);
        }),
        { numRuns: 500 },
      );
      expect(seen.size).toBeGreaterThan(4);
    },
  );
});
