import { describe, expect, test } from 'vitest';
import { clauses } from '../../../config/clauses.ts';
import { attesterProblems } from '../../../config/programme-checks/attester-problems.ts';
import { offersOf, stagePathsOf } from '../../../config/programme-checks/offered-facts.ts';
import { programmeProblems } from '../../../config/programme-checks/programme-problems.ts';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import type { Check, StageDef } from '../../../domain/programme/stages/stages.ts';
import { type AttestingEvent, attestedClauses, requestedChecks } from '../../../domain/stages/asked-checks.ts';

const problems = (programme: Programme) => attesterProblems(programme, stagePathsOf(programme, offersOf(programme)));

/** The same data with another list wherever checks stand. */
function rechecked<T>(data: T, change: (checks: readonly Check[]) => readonly Check[]): T {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map((each) => rechecked(each, change)) as T;
  const entries = Object.entries(data).map(([key, inner]: [string, unknown]) => [
    key,
    key === 'checks' ? change(inner as readonly Check[]) : rechecked(inner, change),
  ]);
  return Object.fromEntries(entries) as T;
}

/** A programme in which no check names the rule. */
const withoutClause = (programme: Programme, clause: string): Programme => ({
  ...programme,
  stages: rechecked(programme.stages, (checks) => checks.filter((each) => !each.clauses.includes(clause))),
});

describe('whatever is said to be attested by somebody', { timeout: 30_000 }, () => {
  test.each([dalian2024, lianyungang2024, liaoningDiit2024])('is asked of that person in $id', (programme) => {
    expect(problems(programme)).toEqual([]);
  });

  test.each([
    ['DL-1.2-a', dalian2024, 'yearInTheCity is attested by preliminaryAuthority'],
    ['DL-1.1.2-f', dalian2024, 'examinationCertificate is attested by preliminaryAuthority'],
    ['DL-1.4-b', dalian2024, 'chsiQuery is attested by unitAssessmentGroup'],
    ['DL-1.4-d', dalian2024, 'educationSealedByUnit is attested by unitHr'],
    ['DL-1.6-c', dalian2024, 'professionalHours is attested by preliminaryAuthority'],
    ['DL-2.3.4-a', dalian2024, 'exceptionalForm is attested by preliminaryAuthority'],
    ['LYG-1.1-b', lianyungang2024, 'freelancer is attested by preliminaryAuthority'],
    ['LYG-2.7-b', lianyungang2024, 'examinationValid is attested by preliminaryAuthority'],
    ['LYG-4.2-a', lianyungang2024, 'unitReview is attested by unitHr'],
    ['LN-1-b', liaoningDiit2024, 'freelancerAgency is attested by unitHr'],
    ['LN-6.5-b', liaoningDiit2024, 'unitPledge is attested by unitHr'],
    ['LN-8.1-c', liaoningDiit2024, 'the letter of delegation is attested by committeeOffice'],
    ['LN-A2.3.4-a', liaoningDiit2024, 'exceptionalForm is attested by sealingAuthority'],
  ])('%s: keeps its programme from loading where no check asks it', (clause, programme, problem) => {
    const found = programmeProblems(withoutClause(programme, clause), (id) => clauses.has(id));
    expect(found).toContainEqual(expect.stringContaining(problem));
  });

  test('is not asked enough where the check is another role’s, or concerns others', () => {
    const ofOthers = rechecked(liaoningDiit2024.stages, (checks) =>
      checks.map((each) => (each.key === 'unitPledge' ? { ...each, when: { levels: ['mid'] as const } } : each)),
    );
    expect(problems({ ...liaoningDiit2024, stages: ofOthers })).toHaveLength(1);
    const eligibility = liaoningDiit2024.eligibility.map((rule) =>
      rule.key === 'exceptionalForm' ? { ...rule, attestedBy: 'unitHr' as const } : rule,
    );
    expect(problems({ ...liaoningDiit2024, eligibility })).toEqual([
      expect.stringContaining('no check asks unitHr about LN-A2.3.4-a'),
    ]);
  });
});

describe('what the notices leave to somebody’s word', () => {
  test('is asked of somebody by name, rule by rule; who objects by name says so with the objection (LN-A1-f, DL-2.3.1-l)', () => {
    const asked = [dalian2024, lianyungang2024, liaoningDiit2024]
      .flatMap(({ stages }) => stages.flatMap(requestedChecks))
      .flatMap(({ check }) => check.clauses);
    const left = [...clauses.values()].filter(({ handling, id }) => handling === 'C' && !asked.includes(id));
    expect(left.map(({ id }) => id)).toEqual(['LN-A1-f']);
  });
});

describe('what was attested', () => {
  const sealing = liaoningDiit2024.stages.find(({ key }) => key === 'AUTHORITY_SEALING') as StageDef;
  const done = (step: string, ...checked: string[]) => ({ step, file: null, checked });
  const event: AttestingEvent = { stage: sealing.key, role: 'unitHr', data: done('sealUnit', 'unitPledge') };

  test('LN-6.5-b: is what was asked of whoever acted in that stage and step, and confirmed', () => {
    expect(requestedChecks(sealing).map(({ by, step, check }) => [by, step, check.key])).toEqual([
      ['unitHr', 'sealUnit', 'unitPledge'],
      ['sealingAuthority', 'sealAuthority', 'exceptionalForm'],
    ]);
    expect(attestedClauses({ stages: [sealing] }, event)).toEqual(['LN-6.5-b']);
  });

  test.each<[string, Partial<AttestingEvent>]>([
    ['nothing was confirmed', { data: { step: 'sealUnit', file: null } }],
    ['something else was', { data: done('sealUnit', 'everyPage') }],
    ['another role acted', { role: 'sealingAuthority' }],
    ['it was another step', { data: done('sealAuthority', 'unitPledge') }],
    ['it was another stage', { stage: 'UNIT_REVIEW' }],
  ])('is nothing where %s', (_why, changed) => {
    expect(attestedClauses({ stages: [sealing] }, { ...event, ...changed })).toEqual([]);
  });
});
