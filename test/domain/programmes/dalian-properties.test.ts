import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendar } from '../../../config/calendars.ts';
import { dateOf } from '../../../domain/calendar/dates.ts';
import { addWorkingDays } from '../../../domain/calendar/working-days.ts';
import type { CaseState } from '../../../domain/case/case.ts';
import type { CommandData } from '../../../domain/case/commands/commands.ts';
import type { CaseEvent } from '../../../domain/case/events.ts';
import { fold } from '../../../domain/case/evolve.ts';
import { edgesOf, planOf, stageOf } from '../../../domain/case/plan/compiled-stages.ts';
import { availableActions, type OpenAction } from '../../../domain/lifecycle/available-actions.ts';
import { decide } from '../../../domain/lifecycle/decide.ts';
import { type Role, roles } from '../../../domain/programme/facts.ts';
import { wholeDossier } from '../../../ops/lives/confirmed.ts';
import { forProvince, life, mid, pledged, senior } from '../../lives/dalian.ts';
import { list, reason, recorded } from '../../lives/life.ts';

const DAY_MS = 86_400_000;
const seldom = ['withdraw', 'endForFraud', 'refuse', 'return'];

type Move = { readonly pick: number; readonly gapMs: number; readonly changes: boolean };
const move: fc.Arbitrary<Move> = fc.record({
  pick: fc.noBias(fc.nat({ max: 9_999 })),
  gapMs: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: DAY_MS }) },
    { weight: 3, arbitrary: fc.integer({ min: 5 * DAY_MS, max: 9 * DAY_MS }) },
    { weight: 1, arbitrary: fc.integer({ min: 20 * DAY_MS, max: 45 * DAY_MS }) },
  ),
  changes: fc.boolean(),
});
const lives = fc.tuple(fc.constantFrom(senior, mid, forProvince), fc.array(move, { maxLength: 45, size: 'max' }));

/** The data of a caller who sends exactly what the view of the application asks for. */
function asAsked(state: CaseState, open: OpenAction, { pick, changes }: Move): CommandData {
  const objection = state.objections.find((each) => each.open)?.id;
  const stage = stageOf(planOf(state), state.stage?.key ?? '');
  const defence = stage.kind === 'session' && stage.hearing?.[0]?.defence === true;
  const [choice] = open.choices ?? [];
  return {
    ...(open.checks ? { checked: open.checks.map(({ key }) => key) } : {}),
    ...(choice ? { choice: choice.key } : {}),
    ...(open.dossier ? wholeDossier : {}),
    ...(open.name === 'correctPublicity' && state.stage?.lastDay ? { lastDay: state.stage.lastDay } : {}),
    ...(open.name === 'joinSession' ? { session: `session-${state.seq}` } : {}),
    ...(open.name === 'recordObjection' ? { objection: `o${state.seq}`, named: pick % 2 === 0 } : {}),
    ...(open.name === 'concludeObjection' ? { objection: objection ?? '', upheld: pick % 5 === 0 } : {}),
    ...(open.name === 'recordResult' ? { passed: pick % 4 !== 0, ...(defence ? { defence: pick } : {}) } : {}),
    ...(open.name === 'submit' ? { contentVersion: 2, changedIn: 2, changed: changes ? ['achievements'] : [] } : {}),
    ...(open.name.endsWith('ReferralResult') ? decided(state) : {}),
    ...list('a1'),
    ...reason,
    certificate: 'c1',
    fraud: { case: 1, clauses: ['DL-2.3.1-h'] },
  };
}

/** What the province decided on the day it was reported to. */
const decided = ({ ended }: CaseState): CommandData => ({
  passed: true,
  decidedOn: dateOf(ended?.at ?? 0),
  documentNo: '辽人社〔2024〕1号',
});

type Seen = { readonly before: CaseState; readonly name: string; readonly decision: ReturnType<typeof decide> };

function play([who, moves]: [typeof senior, readonly Move[]], check: (seen: Seen) => void): CaseEvent[] {
  const opening = life(who).run([['2024-06-03', 'applicant', 'submit', pledged]]);
  const trail = [...opening.events];
  let state = opening.case;
  for (const step of moves) {
    const receivedAt = state.lastAt + step.gapMs;
    const open = roles.flatMap((role: Role) =>
      availableActions(state, [role], receivedAt).flatMap((each) =>
        Array.from({ length: seldom.includes(each.name) ? 1 : 20 }, () => ({ role, each })),
      ),
    );
    const chosen = open[step.pick % Math.max(open.length, 1)];
    if (!chosen) continue;
    const by = { person: chosen.role, role: chosen.role };
    const data = asAsked(state, chosen.each, step);
    const command = recorded({ intent: 'i', n: 1, name: chosen.each.name, by, data, receivedAt });
    const decision = decide(state, command);
    check({ before: state, name: chosen.each.name, decision });
    if (decision.kind === 'refused') continue;
    trail.push(...decision.events);
    expect(fold(state, decision.events)).toEqual(decision.state);
    state = decision.state;
  }
  return trail;
}

const nothing = () => undefined;
const forAll = (
  check: (trail: CaseEvent[]) => void,
  { seen = nothing, ...more }: { seen?: (seen: Seen) => void; seed?: number } = {},
) =>
  fc.assert(
    fc.property(lives, (one) => check(play(one, seen))),
    { numRuns: 200, ...more },
  );

const entered = (trail: readonly CaseEvent[], to: string) =>
  trail.filter(({ name, data }) => name === 'stageEntered' && data.to === to);

describe('whatever happens in Dalian', { timeout: 60_000 }, () => {
  test('what stands open is accepted from whoever sends what the view asks for', () => {
    const met = new Set<string>();
    const seen = ({ name, decision }: Seen) => {
      met.add(name);
      expect(decision.kind === 'refused' ? [name, decision.refusal] : 'accepted').toBe('accepted');
    };
    forAll(nothing, { seen });
    // The same seeds every time, chosen so that every action named below occurs, whatever the random run above did.
    forAll(nothing, { seen, seed: 6 });
    expect([...met]).toEqual(
      expect.arrayContaining(['recommend', 'fail', 'returnOriginals', 'forward', 'report', 'recordReferralResult']),
    );
  });

  test('every change of stage is one that the programme prints', () => {
    const seen = ({ decision }: Seen) => {
      if (decision.kind === 'refused') return;
      const plan = planOf(decision.state);
      for (const { name, stage, data } of decision.events)
        if (name === 'stageEntered' && stage) expect(edgesOf(stageOf(plan, stage))).toContain(data.to);
    };
    forAll(nothing, { seen });
  });

  test('DL-2.2.2-c, DL-2.1.2-a: nothing reaches the authority but after five working days of publicity, by 06-28', () => {
    forAll((trail) => {
      for (const arrival of entered(trail, 'PRELIMINARY_REVIEW')) {
        expect(dateOf(arrival.at) <= '2024-06-28').toBe(true);
        const posted = trail.filter((event) => event.name === 'posted').findLast(({ seq }) => seq < arrival.seq);
        const free = addWorkingDays(calendar, String(posted?.data.postedOn), 5);
        expect(dateOf(arrival.at) > free).toBe(true);
      }
    });
  });

  test('DL-2.2.3-c: nothing is corrected after 06-28, and what was failed then is not passed (A-04)', () => {
    forAll((trail) => {
      const failed = trail.filter(({ name, stage }) => name === 'returned' && stage === 'PRELIMINARY_REVIEW');
      for (const { at, seq } of failed)
        if (dateOf(at) > '2024-06-28')
          expect(trail.find((each) => each.seq === seq + 2)).toMatchObject({ data: { outcome: 'PRELIM_REJECTED' } });
    });
  });

  test('DL-2.1.3-a, DL-2.2.3-g: the organiser receives inside the window or late by its own leave, without originals of mid level', () => {
    forAll((trail) => {
      for (const { at, seq } of entered(trail, 'RE_REVIEW')) {
        const before = trail.filter((each) => each.seq < seq);
        const byLeave = before.some(({ name, by }) => name === 'reopened' && by.role === 'committeeOrganiser');
        expect(dateOf(at) >= '2024-07-22' && (dateOf(at) <= '2024-08-30' || byLeave)).toBe(true);
      }
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 45, size: 'max' }), (moves) => {
        const trail = play([mid, moves], nothing);
        const steps = trail.filter((event) => event.name === 'stepDone').map(({ data }) => data.step);
        if (entered(trail, 'RE_REVIEW').length > 0) expect(steps.slice(-2)).toEqual(['returnOriginals', 'forward']);
      }),
      { numRuns: 100 },
    );
  });
});
