import { describe, expect, it } from 'vitest';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { type Claimant, claimsEnded, claimsOf, claimTaken } from '../../../domain/claims/claims.ts';
import type { ClaimRule } from '../../../domain/programme/programme.ts';
import { Life, type Step } from '../../lives/life.ts';

const rules = lianyungang2024.claims;
const programme = lianyungang2024;

const facts = {
  series: 'engineering',
  specialty: 'chemical',
  level: 'mid',
  track: 'standard',
  employerClass: 'private',
  committee: 'row-44',
} as const;
const claimant: Claimant = { no: 'LYG24-1', world: null, identity: 'hash-of-one', unit: 'u1', facts };
const of = (kind: ClaimRule['kind'], change: Partial<Claimant> = {}) =>
  claimsOf(programme, { ...claimant, ...change }).find((claim) => claim.kind === kind);

/** Two claims stand against each other when they have one key and different values. */
function conflict(kind: ClaimRule['kind'], change: Partial<Claimant>): boolean {
  const [one, other] = [of(kind), of(kind, { no: 'LYG24-2', ...change })];
  return one?.key === other?.key && one?.value !== other?.value;
}

describe('what is claimed across applications', () => {
  it('LYG-2.8.2-b: a second application of a person in the year conflicts in another series or specialty (A-25)', () => {
    expect(conflict('applicationOfYear', { facts: { ...facts, series: 'economics' } })).toBe(true);
    expect(conflict('applicationOfYear', { facts: { ...facts, specialty: 'steel' } })).toBe(true);
    expect(conflict('applicationOfYear', { facts: { ...facts, level: 'assistant' } })).toBe(false);
    expect(conflict('applicationOfYear', { identity: 'hash-of-another', facts: { ...facts, series: 'sports' } })).toBe(
      false,
    );
  });

  it('LYG-4.0-c: a second application for the same specialty conflicts at the same level, not at another (A-25)', () => {
    expect(conflict('applicationOfLevel', {})).toBe(true);
    expect(conflict('applicationOfLevel', { facts: { ...facts, track: 'initialDesignation' } })).toBe(true);
    expect(conflict('applicationOfLevel', { facts: { ...facts, level: 'assistant' } })).toBe(false);
    expect(conflict('applicationOfLevel', { identity: 'hash-of-another' })).toBe(false);
  });

  it('LN-5.5.3-b: in Liaoning a person applies once in the year, whatever for (A-13)', () => {
    const [one] = claimsOf(liaoningDiit2024, claimant);
    const [other] = claimsOf(liaoningDiit2024, { ...claimant, no: 'LN24-2', facts: { ...facts, level: 'assistant' } });
    expect(one?.key === other?.key && one?.value !== other?.value).toBe(true);
    expect(one && claimTaken(one).message.zh).toBe('本年度已有申报，不得重复申报。');
  });

  it('LYG-4.0-c: at one level a person goes to one committee', () => {
    expect(conflict('committeeOfLevel', { facts: { ...facts, committee: 'row-45' } })).toBe(true);
    expect(conflict('committeeOfLevel', { facts: { ...facts, level: 'assistant', committee: 'row-45' } })).toBe(false);
    expect(conflict('committeeOfLevel', {})).toBe(false);
  });

  it('LYG-4.0-d: the first application of a unit fixes the committee of all who apply for the same (A-26)', () => {
    const colleague = { identity: 'hash-of-another' };
    expect(conflict('committeeOfUnit', { ...colleague, facts: { ...facts, committee: 'row-62' } })).toBe(true);
    expect(conflict('committeeOfUnit', colleague)).toBe(false);
    expect(conflict('committeeOfUnit', { unit: 'u2', facts: { ...facts, committee: 'row-62' } })).toBe(false);
    expect(conflict('committeeOfUnit', { facts: { ...facts, specialty: 'steel', committee: 'row-62' } })).toBe(false);
  });

  it('LYG-4.0-c, LYG-4.0-d: are about review; who is designated without one binds nobody (LYG-7-f)', () => {
    const kinds = (track: 'standard' | 'initialDesignation') =>
      claimsOf(programme, { ...claimant, facts: { ...facts, track } }).map(({ kind }) => kind);
    expect(kinds('standard')).toEqual([
      ...['applicationOfYear', 'applicationOfLevel', 'committeeOfLevel', 'committeeOfUnit'],
    ]);
    expect(kinds('initialDesignation')).toEqual(['applicationOfYear', 'applicationOfLevel']);
  });

  it('does not reach from one clock world into another, nor from one programme into another', () => {
    expect(conflict('applicationOfYear', { world: 'w', facts: { ...facts, series: 'sports' } })).toBe(false);
    const [other] = claimsOf({ ...programme, id: 'dalian-2024' }, claimant);
    expect(other?.key).not.toBe(of('applicationOfYear')?.key);
  });

  it.each(rules)('says which rule stands against it: $clauses', ({ kind, clauses }) => {
    const claim = of(kind);
    if (!claim) return expect.unreachable();
    expect(claimTaken(claim)).toMatchObject({ code: 'CLAIM_TAKEN', clauses, details: { kind } });
  });
});

describe('when a claim ends with its application', () => {
  /** A life that came through these steps. */
  const life = (...steps: readonly Step[]): Life => {
    const one = new Life();
    for (const [at, role, name] of steps) one.do(at, role, name);
    return one;
  };
  const submit: Step = ['2024-07-01', 'applicant', 'submit'];
  const agree: Step = ['2024-07-02', 'unitHr', 'agree'];
  const withdraw: Step = ['2024-07-03', 'applicant', 'withdraw'];
  /** The same case by a plan whose submissions are not counted, with these rules. */
  const ended = ({ case: state }: Life, freedBy?: readonly string[]) => {
    const { plan } = state;
    if (!plan) throw new Error('the case has no plan');
    const stages = plan.stages.map((stage) => {
      if (stage.kind !== 'review' || !stage.submission) return stage;
      const { submission: _counted, ...rest } = stage;
      return rest;
    });
    const claims = rules.map((rule) => ({
      ...rule,
      keptFrom: 'DEMOCRATIC_APPRAISAL',
      ...(freedBy ? { freedBy } : {}),
    }));
    return claimsEnded({ ...state, plan: { ...plan, stages, claims } });
  };

  it('is free again when it is withdrawn before the stage that uses it up (A-25)', () => {
    expect(ended(life(submit, withdraw))).toHaveLength(4);
  });

  it('is used up by an application that came as far, however it ended (A-25)', () => {
    expect(ended(life(submit, agree, withdraw))).toEqual([]);
  });

  it('is free again after an outcome that frees it wherever it came (A-25)', () => {
    expect(ended(life(submit, agree, withdraw), ['WITHDRAWN'])).toHaveLength(4);
  });
});
