import { describe, expect, test } from 'vitest';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { type ApplicantKnown, type ExpertKnown, exclusionsOf } from '../../../domain/session/draw/exclusions.ts';
import { poolErrors, poolOf } from '../../../domain/session/draw/pool.ts';

const meeting = { meetingOn: '2024-10-21', lastDay: '2024-10-22' };
const expert = (id: string, more: Partial<ExpertKnown> = {}): ExpertKnown => ({
  ...{ id, specialty: '机械', origin: '高校', level: 'fullSenior', unit: null, unitName: `单位${id}` },
  ...{ person: null, termFrom: '2024-01-01', termUntil: '2026-12-31', endedOn: null, joint: false, recused: false },
  ...more,
});
const applicant: ApplicantKnown = { person: 'p1', unit: 'u1', unitName: '北方大学（虚构）', level: 'deputySenior' };
const reasonOf = (more: Partial<ExpertKnown>) =>
  exclusionsOf([expert('a', more)], [applicant], meeting)[0]?.reason ?? null;

describe('whom the data exclude from a draw (Order 40, articles 10 and 25)', () => {
  test.each<[string | null, Partial<ExpertKnown>]>([
    [null, {}],
    ['termOver', { termFrom: '2024-10-22' }],
    ['termOver', { termUntil: '2024-10-21' }],
    ['termOver', { endedOn: '2024-10-22' }],
    [null, { endedOn: '2024-10-23' }],
    [null, { termFrom: '2024-10-21', termUntil: '2024-10-22' }],
    ['recused', { recused: true }],
    ['applicant', { person: 'p1' }],
    ['sameUnit', { unit: 'u1' }],
    ['sameUnit', { unitName: '北方 大学(虚构)' }],
    ['jointWork', { joint: true }],
    ['level', { level: 'mid' }],
    [null, { level: 'deputySenior' }],
  ])('%s: %j', (reason, more) => {
    expect(reasonOf(more)).toBe(reason);
  });

  test('nobody is excluded for a person, a unit or a level where the roster has nobody', () => {
    expect(exclusionsOf([expert('a', { level: 'technician', unit: 'u1', person: 'p1' })], [], meeting)).toEqual([]);
  });
});

describe('the pool of a draw', () => {
  const rules = liaoningDiit2024.session?.draw;
  if (!rules) throw new Error('Liaoning has no sessions');
  const experts = Array.from({ length: 12 }, (_, n) =>
    expert(`e${n}`, { origin: n < 3 ? '企业' : '高校', specialty: n % 2 ? '机械' : '电子' }),
  );
  const pool = (asked: Partial<Parameters<typeof poolOf>[1]> = {}) =>
    poolOf(
      { session: 'session/1', draw: 1, rules, experts, applicants: [applicant], meeting },
      { members: 5, quotas: [], exclusions: [], ...asked },
    );
  const pathsOf = (asked: Partial<Parameters<typeof poolOf>[1]>, least = 1) =>
    poolErrors(pool(asked), least).map(({ path }) => path);

  test('has two alternates for each member, and those whom the office names among the excluded', () => {
    const { alternates, candidates, excluded } = pool({ exclusions: [{ id: 'e4', reason: 'relation' }] });
    expect([alternates, candidates.length, excluded]).toEqual([10, 11, [{ id: 'e4', reason: 'relation' }]]);
  });

  test('is refused where it is even, too small for the committee, or larger than who is left', () => {
    expect(pathsOf({})).toEqual([]);
    expect(pathsOf({ members: 4 })).toEqual(['/members']);
    expect(pathsOf({ members: 9 }, 11)).toEqual(['/members']);
    expect(pathsOf({ members: 13 })).toEqual(['/members']);
  });

  test('is refused where a quota could stay empty by some seed', () => {
    const enterprise = { by: 'origin', value: '企业', least: 3 } as const;
    expect(pathsOf({ quotas: [enterprise] })).toEqual([]);
    expect(pathsOf({ quotas: [{ ...enterprise, least: 4 }] })).toEqual(['/quotas']);
    expect(pathsOf({ quotas: [enterprise, { ...enterprise, least: 1 }] })).toEqual(['/quotas']);
    // Two of another kind may be from enterprises, and then too few of those are left.
    expect(pathsOf({ quotas: [{ by: 'specialty', value: '机械', least: 2 }, enterprise] })).toEqual(['/quotas']);
    expect(pathsOf({ quotas: [{ by: 'origin', value: '高校', least: 6 }] })).toEqual(['/quotas']);
  });
});
