import { endOfDayAt } from '../calendar/dates.ts';
import type { CaseState } from '../case/case.ts';
import { labelOf } from '../case/commands/action-labels.ts';
import type { CommandData } from '../case/commands/commands.ts';
import type { EventData } from '../case/events.ts';
import { nextInQueue, placeInQueue, takenUp, type WaitingObjection } from '../case/objections.ts';
import { type Action, type Moment, needReason, reasonOf, system, type Transition } from '../case/transition.ts';
import { allClausesSatisfied, clauseSatisfied } from '../clause.ts';
import type { PublicityStage } from '../programme/stages/stages.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { correctPublicity, posted, postPublicity } from './posting.ts';
import { removeItem } from './remove-item.ts';

/** The code of the warning that an objection waits because the board is full. */
export const objectionQueued = 'OBJECTION_QUEUED';

/** The actions of a publicity: posted for n full working days after the day of posting, open to objections, and ended by time. */
export function publicityActions(stage: PublicityStage): Action[] {
  const removal = stage.removesItems ? [removeItem(stage.role, stage.objectionClauses)] : [];
  return [postPublicity(stage), correctPublicity(stage), recordObjection(stage), concludeObjection(stage), ...removal];
}

/** Objections are accepted until the end of the last objection day, also while an earlier one is being investigated. */
function objectable(stage: PublicityStage) {
  return (state: CaseState, moment: Moment): Refusal | null => {
    const early = posted(stage)(state);
    if (early || !state.stage?.lastDay) return early;
    if (clauseSatisfied('LN-A1-e', moment.at < endOfDayAt(state.stage.lastDay))) return null;
    return refuse(
      'OBJECTION_LATE',
      { zh: `异议受理已于${state.stage.lastDay}截止。`, en: `Objections were received until ${state.stage.lastDay}.` },
      { clauses: stage.objectionClauses },
    );
  };
}

function recordObjection(stage: PublicityStage): Action {
  return {
    name: 'recordObjection',
    label: labelOf('recordObjection'),
    roles: [stage.role, 'objector'],
    clauses: stage.objectionClauses,
    guard: objectable(stage),
    needs: ['items', 'objection'],
    run: (transition, data: CommandData<'recordObjection'>) => {
      if (!data.objection || transition.state.objections.some((known) => known.id === data.objection))
        return refuse(
          'INVALID_DATA',
          { zh: '缺少异议编号，或编号已登记。', en: 'The objection has no id, or one already recorded.' },
          { clauses: stage.objectionClauses },
        );
      const said = { objection: data.objection, named: data.named === true, item: data.item ?? null };
      const place = placeInQueue(transition.state, data.room);
      if (place === null) transition.emit({ name: 'objectionRecorded', data: said });
      else queue(stage, transition, { ...said, place });
      return null;
    },
  };
}

/** Lets an objection wait until another one is concluded. */
function queue(stage: PublicityStage, transition: Transition, data: EventData['objectionQueued']): void {
  transition.emit({ name: 'objectionQueued', data });
  transition.warnings.push({
    code: objectionQueued,
    message: {
      zh: '异议已收到；本次公示的异议较多，将按收到的先后处理。',
      en: 'The objection was received; there are many, and it is handled in the order of receipt.',
    },
    clauses: stage.objectionClauses,
    readings: ['A-17'],
  });
}

/** Takes up those that wait, the oldest first, as far as there is room. */
function takeUp(transition: Transition, known: readonly WaitingObjection[]): null {
  for (let next = nextInQueue(transition.state, known); next; next = nextInQueue(transition.state, known))
    transition.emit(takenUp(next), system);
  return null;
}

function concludeObjection(stage: PublicityStage): Action {
  return {
    name: 'concludeObjection',
    label: labelOf('concludeObjection'),
    roles: [stage.role],
    clauses: stage.objectionClauses,
    needs: stage.removesItems ? ['items', 'queue', 'objectors'] : ['queue', 'objectors'],
    guard: (state) =>
      state.objections.some((each) => each.open)
        ? null
        : refuse(
            'OBJECTION_UNKNOWN',
            { zh: '没有待核查的异议。', en: 'No objection is waiting for a conclusion.' },
            { clauses: stage.objectionClauses },
          ),
    run: (transition, data) => conclude(stage, transition, data),
  };
}

function conclude(
  stage: PublicityStage,
  transition: Transition,
  data: CommandData<'concludeObjection'>,
): Refusal | null {
  const objection = transition.state.objections.find((each) => each.id === data.objection && each.open);
  if (!objection)
    return refuse(
      'OBJECTION_UNKNOWN',
      { zh: '没有此项待核查的异议。', en: 'No open objection has this id.' },
      { clauses: stage.objectionClauses },
    );
  const missing = needReason(data, stage.objectionClauses);
  if (missing) return missing;
  const upheld = data.upheld === true;
  transition.emit({ name: 'objectionConcluded', data: { objection: objection.id, upheld, ...reasonOf(data) } });
  if (allClausesSatisfied(stage.objectionClauses, !upheld)) return takeUp(transition, data.waiting ?? []);
  if (objection.item && stage.removesItems)
    transition.emit({ name: 'itemRemoved', data: { item: objection.item, objection: objection.id } });
  else {
    transition.end(stage.upheldOutcome, { because: data });
    return null;
  }
  return takeUp(transition, data.waiting ?? []);
}
