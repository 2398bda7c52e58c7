import { returnedContent } from '../../../db/applications/contents.ts';
import { currentStage } from '../../../domain/case/plan/compiled-stages.ts';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import type { Subject } from '../act.ts';

/**
 * Where submissions are counted, what was returned and is still the same is not submitted again without a word: it would use up one of the few chances
 * for nothing (LN-5.5.3-b 避免机械式重复提交). Whoever has answered the list otherwise says so in the reason.
 */
export async function unchanged(
  { deps, row, state, act }: Subject,
  { hash }: { readonly hash: string },
): Promise<Refusal | null> {
  const stage = currentStage(state);
  if (stage?.kind !== 'review' || !stage.submission || act.input.reason !== undefined) return null;
  const open = state.deficiencies.filter((each) => each.stage === stage.key && !each.resolved);
  if (open.length === 0) return null;
  // Not the content submitted last: that one may have been taken back, and was then never returned.
  if ((await returnedContent(deps.db, row.no, stage.key)) !== hash) return null;
  const { clauses, readings = [] } = stage.submission;
  return refuse(
    'UNCHANGED',
    {
      zh: '退回后材料未作任何修改，本次提交仍将占用一次提交审核机会。请按审核意见修改后提交；无须修改的，请在理由中逐项答复。',
      en: 'Nothing was changed since the return, and submitting again would use up one of the chances. Correct what was listed, or answer it in the reason.',
    },
    { clauses, readings, details: { items: open.map(({ item }) => item) } },
  );
}
