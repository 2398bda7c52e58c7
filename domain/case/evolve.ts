import { dateOf, type IsoDate } from '../calendar/dates.ts';
import type { CaseEvent, CaseState, Deficiency, DeficiencyItem, Ended, StageState } from './case.ts';
import type { ProvenFraud } from './check-results.ts';
import { planOf, stageIndex, stageOf } from './compiled-stages.ts';
import { resultIn } from './referral.ts';

/** Folds one event into the case. The only place where a case changes; it trusts `decide` and checks nothing. */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
  const next = { ...state, seq: event.seq, lastAt: event.at };
  return { ...next, ...change(next, event) };
}

/** Folds many events, oldest first. */
export function fold(state: CaseState, events: readonly CaseEvent[]): CaseState {
  return events.reduce(evolve, state);
}

function change(state: CaseState, event: CaseEvent): Partial<CaseState> {
  const { data } = event;
  switch (event.name) {
    case 'opened':
    case 'timelineAdopted':
    case 'claimAllowed':
    case 'committeeMoved':
    case 'declined':
      return {};
    case 'publicityEnded':
      return state.objections.length > 0 ? { objected: true } : {};
    case 'stageEntered':
      return enterStage(state, event);
    case 'submitted':
      return {
        submission: { contentVersion: Number(data.contentVersion), at: event.at },
        ...(data.counted
          ? { attempts: { ...state.attempts, used: state.attempts.used + 1 }, stage: phase(state, 'underReview') }
          : {}),
      };
    case 'recalled':
      return {
        attempts: { ...state.attempts, used: state.attempts.used - 1 },
        stage: phase(state, 'awaiting'),
      };
    case 'passed':
      return {
        deficiencies: state.deficiencies.map((each) => ({ ...each, resolved: true })),
        ...preliminary(state, event),
      };
    case 'returned':
      return {
        deficiencies: relist(state, event),
        ...(data.extended ? { extended: data.extended as NonNullable<CaseState['extended']> } : {}),
        ...(data.stays ? { stage: phase(state, 'awaiting') } : {}),
      };
    case 'posted':
      return {
        ...(state.objected ? { objected: false } : {}),
        stage: state.stage ? { ...state.stage, phase: 'posted', lastDay: data.lastDay as IsoDate } : null,
      };
    case 'objectionRecorded':
      return {
        objections: [
          ...state.objections,
          { id: String(data.objection), named: data.named === true, item: (data.item as string) ?? null, open: true },
        ],
      };
    case 'objectionConcluded':
      return {
        objections: state.objections.map((each) => (each.id === data.objection ? { ...each, open: false } : each)),
      };
    case 'itemRemoved':
      return { removedItems: [...state.removedItems, String(data.item)] };
    case 'publicityInvalidated':
      return { objections: [] };
    case 'stepDone':
      return { stage: state.stage ? { ...state.stage, steps: [...state.stage.steps, String(data.step)] } : null };
    case 'resultRecorded':
      return { result: { passed: data.passed === true, reason: (data.reason as string) ?? null } };
    case 'attemptGranted':
      return { attempts: { ...state.attempts, granted: state.attempts.granted + 1 } };
    case 'recheckRequested':
      return { recheck: 'open' };
    case 'recheckConcluded':
      return { recheck: 'concluded' };
    case 'referralDecided':
    case 'referralCorrected': {
      const corrected = event.name === 'referralCorrected';
      return { referral: { ...resultIn(data, dateOf(event.at)), corrected } };
    }
    case 'fraudProven': {
      const { case: n, clauses, standing } = data as ProvenFraud;
      return { fraud: [...(state.fraud ?? []), { case: n, clauses, standing }] };
    }
    case 'reopened':
      return {
        ended: null,
        reopened: {
          until: Number(data.until),
          untilDay: data.untilDay as IsoDate,
          waived: String(data.waived),
          outcome: String(data.outcome),
          maySubmit: data.maySubmit === true,
          ...(data.byRecheck === true ? { byRecheck: true } : {}),
        },
      };
    case 'ended':
      return { ended: endOf(event) };
    case 'closed':
      return { closed: true };
  }
}

function phase(state: CaseState, to: StageState['phase']): StageState | null {
  return state.stage ? { ...state.stage, phase: to } : null;
}

function enterStage(state: CaseState, event: CaseEvent): Partial<CaseState> {
  const key = String(event.data.to);
  const def = stageOf(planOf(state), key);
  const first =
    def.kind === 'filing' || (def.kind === 'review' && def.submission)
      ? 'awaiting'
      : def.kind === 'review'
        ? 'underReview'
        : 'open';
  return {
    stage: {
      key,
      enteredAt: event.at,
      phase: first,
      steps: (event.data.steps as string[]) ?? [],
      lastDay: null,
      ...(event.data.setDay ? { setDay: event.data.setDay as IsoDate } : {}),
    },
    reopened: state.reopened && event.data.waives ? { ...state.reopened, waived: String(event.data.waives) } : null,
    objections: [],
    furthest: Math.max(state.furthest ?? 0, stageIndex(planOf(state), key)),
  };
}

/** Every person who passed the preliminary review is kept, also after a return. */
function preliminary(state: CaseState, { by, stage }: CaseEvent): Partial<CaseState> {
  const def = stage === null ? null : stageOf(planOf(state), stage);
  if (def?.kind !== 'review' || def.role !== 'preliminaryAuthority') return {};
  return { preliminaryBy: [...new Set([...(state.preliminaryBy ?? []), by.person])] };
}

function endOf({ data }: CaseEvent): Ended {
  return {
    outcome: String(data.outcome),
    stage: String(data.stage),
    phase: data.phase as Ended['phase'],
    at: Number(data.at),
    deadline: (data.deadline as string | null) ?? null,
    ...(typeof data.committee === 'string' ? { committee: data.committee } : {}),
  };
}

/** A new return settles what it no longer names; what it repeats stays open, what it adds is new. */
function relist(state: CaseState, event: CaseEvent): readonly Deficiency[] {
  const items = event.data.deficiencies as readonly DeficiencyItem[];
  const stage = event.stage ?? '';
  const attempt = state.attempts.used;
  const named = new Set(items.map((each) => each.item));
  const others = state.deficiencies
    .filter((each) => each.stage !== stage || !named.has(each.item))
    .map((each) => (each.stage === stage ? { ...each, resolved: true } : each));
  return [...others, ...items.map((each) => ({ ...each, stage, attempt, resolved: false }))];
}
