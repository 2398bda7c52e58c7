import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaseState, emptyCase } from '../../../domain/case/case.ts';
import { actionLabels } from '../../../domain/case/commands/action-labels.ts';
import type { Command, CommandData } from '../../../domain/case/commands/commands.ts';
import { fold } from '../../../domain/case/evolve.ts';
import { edgesOf, planOf, stageOf } from '../../../domain/case/plan/compiled-stages.ts';
import { availableActions } from '../../../domain/lifecycle/available-actions.ts';
import { decide } from '../../../domain/lifecycle/decide.ts';
import { nextDueAt } from '../../../domain/lifecycle/lapses.ts';
import { type ApplicantFacts, type Role, roles } from '../../../domain/programme/facts.ts';
import { confirmed } from '../../../ops/lives/confirmed.ts';
import { economist, engineer, instant, Life, list, reason, recorded, untilPosted } from '../../lives/life.ts';

const DAY_MS = 86_400_000;
const names = [...Object.keys(actionLabels), 'lapse', 'adoptTimeline', 'dance'];

/** Actions that end an application or return it are chosen seldom, so that many applications reach the late stages. */
const bySession = ['recordSessionResult', 'voidSessionResult'];
const seldom = [
  ...bySession,
  'withdraw',
  'cancel',
  'endForFraud',
  'refuse',
  'passOver',
  'invalidatePublicity',
  'removeItem',
];

/** One move: an open action of the case (`pick` says which), or any action by anyone; `gapMs` after the one before. */
type Move = { wild: boolean; pick: number; name: string; role: Role; gapMs: number; items: string[]; yes: boolean };

const gap = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: DAY_MS / 2 }) },
  { weight: 3, arbitrary: fc.integer({ min: 5 * DAY_MS, max: 9 * DAY_MS }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 * DAY_MS }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, DAY_MS) },
);
const move: fc.Arbitrary<Move> = fc.record({
  wild: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  pick: fc.noBias(fc.nat({ max: 9_999 })),
  name: fc.constantFrom(...names),
  role: fc.constantFrom(...roles),
  gapMs: gap,
  items: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 3 }),
  yes: fc.boolean(),
});
const moves = fc.array(move, { maxLength: 60, size: 'max' });
const facts: fc.Arbitrary<ApplicantFacts> = fc.constantFrom(engineer, economist, {
  ...engineer,
  specialty: 'securityEngineering',
});

/** The data of a caller who answers everything: a reason, a list and whatever else an action asks for. */
function goodData(state: CaseState, name: string, { items, yes, pick }: Move): CommandData {
  const open = state.objections.filter((each) => each.open);
  const known = open[pick % Math.max(open.length, 1)]?.id;
  if (name === 'recordObjection') return { objection: `o${state.seq}`, named: yes, ...(pick % 2 ? { item: 'a' } : {}) };
  if (name === 'concludeObjection')
    return { ...(known ? { objection: known } : {}), upheld: yes && pick % 3 === 0, ...reason };
  if (name === 'correctPublicity') return { lastDay: state.stage?.lastDay ?? '2024-07-17', ...reason };
  return confirmed(planOf(state), name, {
    ...list(...items),
    ...reason,
    item: 'a',
    passed: pick % 4 !== 0,
    certificate: 'c1',
    contentVersion: state.seq,
    choice: 'sealMisplaced',
    session: `session-${state.seq}`,
    fraud: { case: 1, clauses: ['LN-5.1-b'] },
    ...(bySession.includes(name) ? { session: 'session/1', round: 1, heldOn: '2024-08-01' } : {}),
  });
}

function commandOf(state: CaseState, step: Move, life: Life): Command {
  const at = (state.lastAt || instant('2024-06-24')) + step.gapMs;
  const open = roles.flatMap((role) =>
    availableActions(state, [role], at).flatMap(({ name }) =>
      Array.from({ length: seldom.includes(name) ? 1 : 60 }, () => ({ role, name })),
    ),
  );
  const chosen = step.wild ? step : (open[step.pick % Math.max(open.length, 1)] ?? step);
  const data = goodData({ ...state, plan: state.plan ?? life.plan }, chosen.name, step);
  const plan = state.plan ? {} : { plan: life.plan };
  const by = { person: chosen.role, role: chosen.role };
  return recorded({ intent: 'i', n: 1, name: chosen.name, by, data, receivedAt: at, ...plan });
}

const snapshot = ({ plan, ...rest }: CaseState) => ({ ...rest, timeline: plan?.timeline.version });

type Seen = { before: CaseState; command: Command; decision: ReturnType<typeof decide>; step: Move };

/** Plays the moves and shows each decision, accepted or refused, to `check`; gives the last state. */
function play(who: ApplicantFacts, moves: readonly Move[], check: (seen: Seen) => void): CaseState {
  const life = new Life(who).run(untilPosted.slice(0, 1));
  let state = life.case;
  for (const step of moves) {
    const command = commandOf(state, step, life);
    const decision = decide(state, command);
    check({ before: state, command, decision, step });
    if (decision.kind === 'accepted') state = decision.state;
  }
  return state;
}

const forAll = (check: (seen: Seen) => void, runs = 150) =>
  fc.assert(
    fc.property(facts, moves, (who, steps) => {
      play(who, steps, check);
    }),
    { numRuns: runs },
  );

describe('whatever anyone does, whenever', { timeout: 60_000 }, () => {
  test('events are numbered without a gap, in time, and folding them gives the case', () => {
    forAll(({ before, command, decision }) => {
      if (decision.kind === 'refused') return;
      const { events, state } = decision;
      expect(events.map((event) => event.seq)).toEqual(events.map((_, i) => before.seq + i + 1));
      expect(state.seq).toBe(before.seq + events.length);
      const times = [before.lastAt, ...events.map((event) => event.at), command.receivedAt];
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(fold({ ...before, plan: state.plan }, events)).toEqual(state);
    });
  });

  test('the whole trail folded from nothing gives the case', () => {
    fc.assert(
      fc.property(facts, moves, (who, steps) => {
        const opening = new Life(who).run(untilPosted.slice(0, 1));
        const trail = [...opening.events];
        const last = play(who, steps, ({ decision }) => {
          if (decision.kind === 'accepted') trail.push(...decision.events);
        });
        expect(trail.map((event) => event.seq)).toEqual(trail.map((_, i) => i + 1));
        expect(fold({ ...emptyCase(last.no), plan: last.plan }, trail)).toEqual(last);
      }),
      { numRuns: 100 },
    );
  });

  test('every change of stage is one the programme allows, and every end one it defines', () => {
    forAll(({ before, decision }) => {
      if (decision.kind === 'refused') return;
      const plan = planOf(decision.state);
      decision.events.forEach((event, i) => {
        if (event.name === 'ended') expect(Object.keys(plan.outcomes)).toContain(event.data.outcome);
        if (event.name !== 'stageEntered' || event.stage === null) return;
        const invalidated = decision.events[i - 1]?.name === 'publicityInvalidated';
        const allowed = invalidated ? [plan.invalidation?.to] : edgesOf(stageOf(plan, event.stage));
        expect(allowed).toContain(event.data.to);
      });
      if (before.ended && !decision.events.some((event) => event.name === 'reopened'))
        expect(decision.state.stage).toEqual(before.stage);
    });
  });

  test('what stands open is accepted from someone in good faith, and nothing else is', () => {
    forAll(({ before, command, decision, step }) => {
      const { role } = command.by;
      const open = availableActions(before, [role], command.receivedAt).map((each) => each.name);
      for (const name of open) {
        const answer = decide(before, recorded({ ...command, name, data: goodData(before, name, step) }));
        expect(answer.kind === 'refused' ? [name, answer.refusal] : 'accepted').toBe('accepted');
      }
      if (['lapse', 'adoptTimeline'].includes(command.name)) return;
      expect(decision.kind === 'accepted').toBe(open.includes(command.name));
    }, 100);
  });

  test('LN-5.5.3-b: no more submissions are used than are allowed (A-13)', () => {
    forAll(({ decision }) => {
      if (decision.kind === 'refused') return;
      const { used, granted } = decision.state.attempts;
      expect(used).toBeGreaterThanOrEqual(0);
      expect(used).toBeLessThanOrEqual(3 + granted);
    });
  });

  test('deciding again, on a copy through JSON, decides the same and changes nothing', () => {
    forAll(({ before, command, decision }) => {
      const written = JSON.stringify(before);
      expect(decide(JSON.parse(written), JSON.parse(JSON.stringify(command)))).toEqual(decision);
      expect(JSON.stringify(before)).toBe(written);
    }, 80);
  });

  test('nothing that is due is left undone, and a timer that spoke in time would have changed nothing (A-50)', () => {
    forAll(({ before, command, decision, step }) => {
      if (decision.kind === 'refused') return;
      expect(nextDueAt(decision.state) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(command.receivedAt);
      const between = before.lastAt + Math.floor((command.receivedAt - before.lastAt) * ((step.pick % 101) / 100));
      const spoken = decide(before, { ...command, name: 'lapse', receivedAt: between });
      const settled = spoken.kind === 'accepted' ? spoken.state : before;
      const after = decide(settled, command);
      const timerOnly = ['lapse', 'adoptTimeline'].includes(command.name);
      if (after.kind === 'refused') expect([timerOnly, after.refusal.code]).toEqual([true, 'NOTHING_DUE']);
      expect(snapshot(after.kind === 'accepted' ? after.state : settled)).toEqual(snapshot(decision.state));
    });
  });

  test('the random lives reach every stage and every end, so that the properties above mean something', () => {
    const seen = new Set<string>();
    for (const [who, steps] of fc.sample(fc.tuple(facts, moves), { numRuns: 500, seed: 7 })) {
      play(who, steps, ({ decision }) => {
        if (decision.kind === 'refused') return;
        for (const event of decision.events) {
          seen.add(event.name);
          if (event.name === 'stageEntered') seen.add(event.data.to);
          if (event.name === 'ended') seen.add(event.data.outcome);
        }
      });
    }
    const { stages, outcomes } = new Life().plan;
    const happened = ['recalled', 'itemRemoved', 'publicityInvalidated', 'reopened', 'attemptGranted', 'closed'];
    const wanted = [...stages.slice(2).map((stage) => stage.key), ...Object.keys(outcomes), ...happened];
    expect(wanted.filter((each) => !seen.has(each))).toEqual(['NOT_REVIEWED', 'GREEN_CHANNEL_REFUSED', 'REFERRED']);
  });
});

describe('the case as it is written with every action', () => {
  test('stays within 4 KiB in a long and quarrelsome life', () => {
    const id = (n: number) => `0197a3c4-5f1e-7b22-9c3d-${String(n).padStart(12, '0')}`;
    const points = (from: number, count: number): CommandData => ({
      deficiencies: Array.from({ length: count }, (_, i) => ({
        item: `achievement-${from + i}`,
        clause: 'LN-6.3.1-a',
        text: id(from + i),
      })),
      text: id(0),
    });
    const life = new Life().run([
      ['2024-06-20', 'applicant', 'submit'],
      ['2024-06-21', 'unitHr', 'return', points(1, 4)],
      ['2024-06-22', 'applicant', 'submit'],
      ...untilPosted.slice(1),
      ['2024-07-11', 'objector', 'recordObjection', { objection: id(91), named: true, item: 'achievement-30' }],
      ['2024-07-12', 'objector', 'recordObjection', { objection: id(92), named: false }],
      ['2024-07-13', 'unitHr', 'concludeObjection', { objection: id(91), upheld: true, text: id(93) }],
    ]);
    const sizes = [
      life.do('2024-07-18', 'applicant', 'submit'),
      life.do('2024-07-19', 'committeeOffice', 'return', points(1, 12)),
      life.do('2024-07-20', 'applicant', 'submit'),
      life.do('2024-07-21', 'committeeOffice', 'return', points(3, 6)),
      life.do('2024-07-22', 'applicant', 'submit'),
      life.do('2024-07-23', 'committeeOffice', 'return', points(3, 2)),
      life.pass('2024-08-01T00:00'),
      life.do('2024-08-02', 'committeeOffice', 'grantAttempt', { text: id(99) }),
    ].map((reply) => Buffer.byteLength(JSON.stringify(reply.snapshot)));
    expect(Math.max(...sizes)).toBeGreaterThan(1_000);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(4_096);
  });
});
