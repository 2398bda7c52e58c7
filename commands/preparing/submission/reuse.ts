import { achievementsFoundAgain, type StoredFinding, type WorkFingerprint } from '../../../db/applications/reuse.ts';
import type { Vault } from '../../../db/vault.ts';
import type { CaseState } from '../../../domain/case/case.ts';
import { currentStage } from '../../../domain/case/plan/compiled-stages.ts';
import type { Form } from '../../../domain/materials/form.ts';
import { checkReuse, isForbidden } from '../../../domain/materials/reuse.ts';
import { normalName } from '../../../domain/normal-form.ts';
import type { ReuseRule } from '../../../domain/programme/materials/materials.ts';
import type { StageDef } from '../../../domain/programme/stages/stages.ts';
import { asideOf, type Gather } from '../act.ts';
import type { PreparingDeps } from '../deps.ts';

/** The fingerprint of an achievement, a keyed hash of its title: it finds the same work in any category, and nobody can read the title from it. */
const fingerprintOfWork = (vault: Vault, { title }: Pick<Form['achievements'][number], 'title'>): string =>
  vault.hash(`achievement:${normalName(title)}`);

/** The fingerprints of a form that is about to be submitted. */
export const fingerprintsOf = (vault: Vault, form: Form): WorkFingerprint[] =>
  form.achievements.map((achievement) => ({
    item: achievement.id,
    fingerprint: fingerprintOfWork(vault, achievement),
    joint: achievement.joint === true && (achievement.contribution ?? '').trim() !== '',
  }));

const ruleAt = (stage: StageDef | null): ReuseRule | null => (stage?.kind === 'review' && stage.reuse) || null;

/** The rule by which somebody must check reuse in the current stage of the case, if there is one. */
export const reuseRuleOf = (state: CaseState): ReuseRule | null => ruleAt(currentStage(state));

/** The submitted achievements that were used before and that the notice forbids to use again. */
export async function forbiddenFindings(
  { db }: Pick<PreparingDeps, 'db'>,
  state: CaseState,
  rule: ReuseRule,
): Promise<StoredFinding[]> {
  const version = state.submission?.contentVersion;
  if (version === undefined) return [];
  const found = await achievementsFoundAgain(db, state.no, version);
  return found.filter((each) => isForbidden(rule, each));
}

/** What the reviewer must know about reuse before a pass, and of which submission; nothing before a submission. */
export const compareReuse: Gather = (subject) => {
  const { state } = subject;
  const rule = reuseRuleOf(state) ?? state.plan?.stages.map(ruleAt).find((each) => each !== null);
  const of = state.submission?.contentVersion;
  if (!rule || of === undefined) return {};
  return { data: { reuse: { ...checkReuse(rule, asideOf(subject, 'reuse')), of } } };
};
