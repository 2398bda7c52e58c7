import type { CaseState } from '../../case/case.ts';
import { planOf } from '../../case/plan/compiled-stages.ts';
import type { CountedSubmission } from '../../programme/stages/stages.ts';
import { type Refusal, refuse } from '../../refusal.ts';

/** A guard that refuses while the office has nothing to review. */
export function underReview(state: CaseState): Refusal | null {
  if (state.stage?.phase === 'underReview') return null;
  return refuse('ACTION_NOT_HERE', {
    zh: '申报人尚未提交，暂无可审核内容。',
    en: 'The applicant has not submitted yet; there is nothing to review.',
  });
}

/** Refuses new submissions and returns after the window: an office may then only finish what came in time. */
export function onlyFinishing(state: CaseState, counted: CountedSubmission | undefined): Refusal | null {
  if (!counted || !state.reopened || state.reopened.maySubmit) return null;
  const window = planOf(state).timeline.windows[counted.window];
  return refuse(
    'WINDOW_CLOSED',
    {
      zh: '网上申报系统已关闭，只能对关闭前提交的材料完成审核。',
      en: 'The online system has closed; only what was submitted before can still be reviewed.',
    },
    { clauses: window?.clauses ?? [], readings: ['A-14'], details: { closes: window?.closes ?? null } },
  );
}
