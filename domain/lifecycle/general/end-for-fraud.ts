import type { CaseState } from '../../case/case.ts';
import type { ApplicationStatus } from '../../case/check-results.ts';
import type { Action } from '../../case/transition.ts';
import { reopens } from '../../claims/claims.ts';
import { allClausesSatisfied } from '../../clause.ts';
import type { Plan } from '../../programme/programme.ts';
import { type Refusal, refuse } from '../../refusal.ts';

/** The status of the application: `certified` only after its certification; every other end is `ended`. */
export function applicationStatusOf({ ended, plan }: Pick<CaseState, 'ended' | 'plan'>): ApplicationStatus {
  if (!ended) return 'running';
  const stage = plan?.stages.find(({ key }) => key === ended.stage);
  return stage?.kind === 'certification' && stage.outcome === ended.outcome ? 'certified' : 'ended';
}

/**
 * Records proven fraud before the integrity case is upheld. It passes through the command queue of the application like any other action, so that
 * nothing can happen in between: a running application ends, an ended one can no longer be reopened, and a title remains until it is revoked. It is
 * not offered to people as an action.
 */
export function endForFraud({ cancel }: Plan): Action {
  return {
    name: 'endForFraud',
    label: { zh: '因弄虚作假终止', en: 'End for proven fraud' },
    roles: ['system'],
    clauses: cancel.clauses,
    guard: (state) => (applicationStatusOf(state) === 'certified' ? titleStands(cancel.clauses) : null),
    run: (transition, { fraud }) => {
      if (!fraud) return refuse('INVALID_DATA', { zh: '未指明诚信核查。', en: 'No integrity case was named.' });
      const standing = applicationStatusOf(transition.state);
      transition.emit({ name: 'fraudProven', data: { ...fraud, standing } });
      if (standing === 'running') transition.end(cancel.outcome, { because: { reason: `integrity/${fraud.case}` } });
      return null;
    },
  };
}

const titleStands = (clauses: readonly string[]): Refusal =>
  refuse(
    'APPLICATION_ENDED',
    { zh: '已取得职称，须履行相关程序撤销。', en: 'A title was obtained; it is revoked by due procedure.' },
    { clauses, details: { standing: 'certified' } },
  );

/** Wraps an action after the end so that it is refused if it would reopen an application with proven fraud (LN-5.1-b). */
export function unlessFraud(action: Action): Action {
  const { name, guard, run } = action;
  return {
    ...action,
    guard: (state, moment) => (reopens(name, {}) ? fraudStands(state) : null) ?? guard(state, moment),
    run: (transition, data) => (reopens(name, data) ? fraudStands(transition.state) : null) ?? run(transition, data),
  };
}

function fraudStands({ fraud = [] }: CaseState): Refusal | null {
  const proven = fraud.at(-1);
  if (!proven || allClausesSatisfied(proven.clauses, false)) return null;
  return refuse(
    'FRAUD_PROVEN',
    {
      zh: '经诚信核查认定弄虚作假，已取消申报资格，不得恢复申报。',
      en: 'Fraud was proven in an integrity case: the right to apply is cancelled, and the application cannot be reopened.',
    },
    { clauses: proven.clauses, details: { case: proven.case } },
  );
}
