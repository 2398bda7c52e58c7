import { dateOf } from '../calendar/dates.ts';
import { isReviewingRole } from '../programme/facts.ts';
import type { CaseState, Deficiency, Ended, StageState } from './case.ts';
import type { CaseEvent } from './events.ts';
import { closedBoard, queuedOne, tookOne, withObjection } from './objections.ts';
import { planOf, stageIndex, stageOf } from './plan/compiled-stages.ts';

/** Applies one event to the state of a case. It is the only function that changes it, and it validates nothing: `decide` has done so. */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
  const next = { ...state, seq: event.seq, lastAt: event.at };
  return { ...next, ...change(next, event), ...reviewersAfter(state, event) };
}

/** Applies events in order, oldest first. */
export function fold(state: CaseState, events: readonly CaseEvent[]): CaseState {
  return events.reduce(evolve, state);
}

function change(state: CaseState, event: CaseEvent): Partial<CaseState> {
  switch (event.name) {
    case 'opened':
    case 'timelineAdopted':
    case 'claimAllowed':
    case 'committeeMoved':
    case 'declined':
    case 'spotChecked':
      return {};
    case 'publicityEnded':
      return state.objections.length > 0 ? { objected: true } : {};
    case 'stageEntered':
      return enterStage(state, event);
    case 'submitted':
      return {
        submission: { contentVersion: event.data.contentVersion, at: event.at },
        ...(event.data.counted
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
      };
    case 'returned':
      return {
        deficiencies: relist(state, event),
        ...(event.data.extended ? { extended: event.data.extended } : {}),
        ...(event.data.stays ? { stage: phase(state, 'awaiting') } : {}),
      };
    case 'posted':
      return {
        ...(state.objected ? { objected: false } : {}),
        stage: postedStage(state, event),
      };
    case 'objectionRecorded':
      return {
        objections: withObjection(state.objections, {
          id: event.data.objection,
          named: event.data.named,
          item: event.data.item,
          open: true,
        }),
        ...(event.data.queued && state.queue ? { queue: tookOne(state.queue, event.data.named) } : {}),
      };
    case 'objectionQueued':
      return { queue: queuedOne(state, event.data.named) };
    case 'objectionConcluded':
      return {
        objections: state.objections.map((each) =>
          each.id === event.data.objection ? { ...each, open: false } : each,
        ),
      };
    case 'itemRemoved':
      return { removedItems: [...state.removedItems, event.data.item] };
    case 'publicityInvalidated':
      return closedBoard(state);
    case 'stepDone':
      return { stage: state.stage ? { ...state.stage, steps: [...state.stage.steps, event.data.step] } : null };
    case 'resultRecorded':
      return resultOf(event);
    case 'resultVoided':
      return {
        result: null,
        ...(event.data.goesOn ? { ended: null } : {}),
        ...(event.data.revoked ? { revokedOn: dateOf(event.at) } : {}),
      };
    case 'onRoster':
      return { roster: event.data.session };
    case 'offRoster':
      return { roster: null };
    case 'attemptGranted':
      return { attempts: { ...state.attempts, granted: state.attempts.granted + 1 } };
    case 'recheckRequested':
      return { recheck: 'open' };
    case 'recheckConcluded':
      return { recheck: 'concluded' };
    case 'referralDecided':
    case 'referralCorrected': {
      const { passed, decidedOn, documentNo, certificate } = event.data;
      const corrected = event.name === 'referralCorrected';
      const result = { passed, decidedOn, documentNo, certificate, recordedOn: dateOf(event.at) };
      return { referral: { ...result, corrected } };
    }
    case 'fraudProven': {
      const { case: n, clauses, standing } = event.data;
      return { fraud: [...(state.fraud ?? []), { case: n, clauses, standing }] };
    }
    case 'reopened':
      return {
        ended: null,
        reopened: {
          until: event.data.until,
          untilDay: event.data.untilDay,
          waived: event.data.waived,
          outcome: event.data.outcome,
          maySubmit: event.data.maySubmit,
          ...(event.data.byRecheck === true ? { byRecheck: true } : {}),
        },
      };
    case 'ended':
      return { ended: endOf(event), ...(state.roster ? { roster: null } : {}) };
    case 'closed':
      return { closed: true };
  }
}

/** A session's result counts also where the last day of the review has passed meanwhile. */
function resultOf({ data: { passed, reason, session } }: CaseEvent<'resultRecorded'>): Partial<CaseState> {
  return { result: { passed, reason, ...(session ? { session } : {}) }, ...(session ? { ended: null } : {}) };
}

function postedStage({ stage }: CaseState, { data }: CaseEvent<'posted'>): StageState | null {
  const { postedOn, lastDay, posting } = data;
  return stage ? { ...stage, phase: 'posted', postedOn, lastDay, posting } : null;
}

function phase(state: CaseState, to: StageState['phase']): StageState | null {
  return state.stage ? { ...state.stage, phase: to } : null;
}

function enterStage(state: CaseState, { at, data }: CaseEvent<'stageEntered'>): Partial<CaseState> {
  const key = data.to;
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
      enteredAt: at,
      phase: first,
      steps: data.steps ?? [],
      lastDay: null,
      ...(data.setDay ? { setDay: data.setDay } : {}),
    },
    reopened: state.reopened && data.waives ? { ...state.reopened, waived: data.waives } : null,
    ...closedBoard(state),
    furthest: Math.max(state.furthest ?? 0, stageIndex(planOf(state), key)),
  };
}

/** Adds whoever acted for the unit or for an office; they are kept, also after a return. A change of the committee of a whole unit reviews no case. */
function reviewersAfter(state: CaseState, event: CaseEvent): Pick<CaseState, 'reviewers' | 'preliminaryBy'> {
  if (state.plan && !state.plan.oneReview) return preliminaryAfter(state, event);
  const { reviewers = [] } = state;
  const { name, by } = event;
  if (!isReviewingRole(by.role) || name === 'committeeMoved') return {};
  const known = reviewers.some(
    ({ person, role, scope }) => person === by.person && role === by.role && scope === by.scope,
  );
  return known ? {} : { reviewers: [...reviewers, by] };
}

/** What plans compiled before keep instead, so that their events still lead to the stored state: who passed the preliminary review. */
function preliminaryAfter(state: CaseState, { name, by, stage }: CaseEvent): Pick<CaseState, 'preliminaryBy'> {
  const def = name === 'passed' && stage !== null ? stageOf(planOf(state), stage) : null;
  if (def?.kind !== 'review' || def.role !== 'preliminaryAuthority') return {};
  return { preliminaryBy: [...new Set([...(state.preliminaryBy ?? []), by.person])] };
}

function endOf({ data }: CaseEvent<'ended'>): Ended {
  return {
    outcome: data.outcome,
    stage: data.stage,
    phase: data.phase,
    at: data.at,
    deadline: data.deadline,
    ...(data.committee === undefined ? {} : { committee: data.committee }),
  };
}

/** Updates the deficiencies after a return: those it no longer names are resolved, those it repeats stay open, the others are added. */
function relist(state: CaseState, event: CaseEvent<'returned'>): readonly Deficiency[] {
  const items = event.data.deficiencies;
  const stage = event.stage ?? '';
  const attempt = state.attempts.used;
  const named = new Set(items.map((each) => each.item));
  const others = state.deficiencies
    .filter((each) => each.stage !== stage || !named.has(each.item))
    .map((each) => (each.stage === stage ? { ...each, resolved: true } : each));
  return [...others, ...items.map((each) => ({ ...each, stage, attempt, resolved: false }))];
}
