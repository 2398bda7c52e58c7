import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dateOf } from '../../../domain/calendar/dates.ts';
import type { CaseState } from '../../../domain/case/case.ts';
import type { CommandData } from '../../../domain/case/commands/commands.ts';
import { fold } from '../../../domain/case/evolve.ts';
import { edgesOf, outcomesOf, planOf, stageOf } from '../../../domain/case/plan/compiled-stages.ts';
import { actionsOf } from '../../../domain/lifecycle/actions.ts';
import { nextDueAt } from '../../../domain/lifecycle/lapses.ts';
import type { ApplicantFacts } from '../../../domain/programme/facts.ts';
import { everyCheck } from '../../../ops/lives/confirmed.ts';
import { courier, designee, lianyungangLife, seniorCourier } from '../../lives/lianyungang.ts';
import { type Life, list, reason } from '../../lives/life.ts';

const DAY_MS = 86_400_000;
/** Actions that end an application or return it: chosen seldom, so that many applications reach the late stages. */
const seldom = ['withdraw', 'cancel', 'endForFraud', 'refuse', 'return', 'recordObjection', 'spotCheck', 'voidResult'];

type Move = { readonly pick: number; readonly days: number; readonly rare: boolean };
const move: fc.Arbitrary<Move> = fc.record({
  pick: fc.noBias(fc.nat({ max: 9_999 })),
  days: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 1 }) },
    { weight: 4, arbitrary: fc.integer({ min: 5, max: 9 }) },
    { weight: 1, arbitrary: fc.integer({ min: 10, max: 60 }) },
  ),
  rare: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
});
const facts: fc.Arbitrary<ApplicantFacts> = fc.constantFrom(
  courier,
  seniorCourier,
  designee,
  { ...courier, specialty: 'construction', committee: 'row-65' },
  { ...courier, track: 'sameLevelTransfer' as const },
);

/** The data that a caller who answers everything sends with an available action. */
function goodData(state: CaseState, name: string, { pick }: Move, at: string): CommandData {
  const choices =
    actionsOf(state)
      .find((each) => each.name === name)
      ?.asks?.(state).choices ?? [];
  const choice = choices[Math.floor(pick / 7) % Math.max(choices.length, 1)]?.key;
  const objection = state.objections.find(({ open }) => open)?.id ?? `o${state.seq}`;
  return {
    ...list('a'),
    ...reason,
    contentVersion: 1,
    certificate: 'c1',
    passed: pick % 5 !== 0,
    named: true,
    objection,
    upheld: pick % 3 === 0,
    heldOn: at,
    reportedOn: addDays(at, -10),
    approvedOn: at,
    ...(choice ? { choice } : {}),
    checked: everyCheck(planOf(state)),
    fraud: { case: 1, clauses: ['LYG-5.4-b'] },
  };
}

/** Drives one application through the moves: each is an available action, or only the passing of time. */
function live(who: ApplicantFacts, moves: readonly Move[]): Life {
  const life = lianyungangLife(who);
  let now = Date.parse('2024-05-20T02:00:00Z');
  const local = () => `${dateOf(now)}T10:00`;
  life.do(local(), 'applicant', 'submit', { checked: everyCheck(life.plan) });
  for (const each of moves) {
    now += each.days * DAY_MS;
    const due = nextDueAt(life.case);
    if (due !== null && due <= now) life.pass(local());
    const open = actionsOf(life.case).flatMap((action) =>
      action.roles
        .filter((role) => action.guard(life.case, { role, at: now }) === null)
        .map((role) => ({ name: action.name, role })),
    );
    const likely = open.filter(({ name }) => each.rare === seldom.includes(name));
    const chosen = likely[each.pick % Math.max(likely.length, 1)];
    if (!chosen) continue;
    const data = goodData(life.case, chosen.name, each, dateOf(now));
    try {
      life.do(local(), chosen.role, chosen.name, data);
    } catch (error) {
      // A refusal changes nothing; anything thrown is a bug.
      if (!String(error).includes('refused')) throw error;
    }
  }
  return life;
}

describe('random lives in Lianyungang', () => {
  const seen = new Set<string>();

  test('every change of stage is one the stages allow, every end one it defines, and folding the events gives the case', () => {
    fc.assert(
      fc.property(facts, fc.array(move, { maxLength: 50, size: 'max' }), (who, moves) => {
        const life = live(who, moves);
        const plan = planOf(life.case);
        for (const [i, event] of life.events.entries()) {
          expect(event.seq).toBe(i + 1);
          if (event.name === 'stageEntered' && event.stage !== null) {
            const again = life.events[i - 1]?.name === 'resultVoided';
            const allowed = again ? ['COMMITTEE_REVIEW'] : edgesOf(stageOf(plan, event.stage));
            expect(allowed).toContain(event.data.to);
          }
          if (event.name === 'stageEntered') seen.add(String(event.data.to));
          if (event.name !== 'ended') continue;
          seen.add(String(event.data.outcome));
          const general = ['WITHDRAWN', 'CANCELLED'];
          const own = event.stage === null ? [] : outcomesOf(stageOf(plan, event.stage));
          const before = life.events.slice(0, i).findLast((each) => each.name === 'reopened');
          expect([...general, ...own, before?.data.outcome]).toContain(event.data.outcome);
        }
        const { case: after } = life;
        const start = { ...after, seq: 0, lastAt: 0, stage: null, ended: null, closed: false };
        expect(fold({ ...start, objections: [], deficiencies: [], reopened: null }, life.events).stage).toEqual(
          after.stage,
        );
      }),
      { numRuns: 800, seed: 24 },
    );
  });

  test('reach every stage and nearly every end, so that the property above means something', () => {
    const stages = [courier, seniorCourier, designee].flatMap((who) =>
      lianyungangLife(who).plan.stages.map(({ key }) => key),
    );
    expect([...new Set(stages)].filter((key) => !seen.has(key))).toEqual([]);
    const ends = ['NOT_FILED', 'PRELIM_REJECTED', 'ABANDONED', 'NOT_FORWARDED', 'RETURNED', 'REFERRED', 'NOT_PASSED'];
    expect([...ends, 'CERTIFIED', 'WITHDRAWN', 'CANCELLED'].filter((key) => !seen.has(key))).toEqual([]);
  });
});
