import { endOfDayAt } from '../calendar/dates.ts';
import type { CaseState } from '../case/case.ts';
import { labelOf } from '../case/commands/action-labels.ts';
import type { CommandData } from '../case/commands/commands.ts';
import { type Action, type Moment, needReason, reasonOf, type Transition } from '../case/transition.ts';
import { allClausesSatisfied, clauseSatisfied } from '../clause.ts';
import type { PublicityStage } from '../programme/stages/stages.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { correctPublicity, posted, postPublicity } from './posting.ts';
import { removeItem } from './remove-item.ts';

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
      transition.emit({
        name: 'objectionRecorded',
        data: { objection: data.objection, named: data.named === true, item: data.item ?? null },
      });
      return null;
    },
  };
}

function concludeObjection(stage: PublicityStage): Action {
  return {
    name: 'concludeObjection',
    label: labelOf('concludeObjection'),
    roles: [stage.role],
    clauses: stage.objectionClauses,
    needs: stage.removesItems ? ['items'] : [],
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
  if (allClausesSatisfied(stage.objectionClauses, !upheld)) return null;
  if (objection.item && stage.removesItems)
    transition.emit({ name: 'itemRemoved', data: { item: objection.item, objection: objection.id } });
  else transition.end(stage.upheldOutcome, { because: data });
  return null;
}
