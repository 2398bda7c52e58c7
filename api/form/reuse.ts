import { achievementsFoundAgain, type StoredFinding, saveFingerprints } from '../../db/applications/reuse.ts';
import type { Vault } from '../../db/vault.ts';
import type { CaseState } from '../../domain/case/case.ts';
import type { ReuseCheck } from '../../domain/case/check-results.ts';
import { currentStage } from '../../domain/case/compiled-stages.ts';
import { checkReuse, isForbidden } from '../../domain/materials/reuse.ts';
import type { ReuseRule } from '../../domain/programme/materials.ts';
import type { Services } from '../http/route.ts';
import type { Form } from './form-schemas.ts';

/** What two spellings of one title have in common: letters, digits and characters, without case, width, blanks or marks. */
const plainTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The fingerprint of an achievement by its title: the same work is found again in any category, and nobody reads it from the hash. */
const fingerprintOfWork = (vault: Vault, { title }: Pick<Form['achievements'][number], 'title'>): string =>
  vault.hash(`achievement:${plainTitle(title)}`);

/** Keeps the fingerprints of a form that is about to be submitted. */
export async function saveFingerprintsOf(
  { db, vault }: Services,
  { no, version, form }: { readonly no: string; readonly version: number; readonly form: Form },
): Promise<void> {
  const prints = form.achievements.map((achievement) => ({
    item: achievement.id,
    fingerprint: fingerprintOfWork(vault, achievement),
    joint: achievement.joint === true && (achievement.contribution ?? '').trim() !== '',
  }));
  await saveFingerprints(db, no, version, prints);
}

/** The rule of the stage in which the case stands, where somebody must look at reuse there. */
export function reuseRuleOf(state: CaseState): ReuseRule | null {
  const stage = currentStage(state);
  return stage?.kind === 'review' ? (stage.reuse ?? null) : null;
}

/** What of the submitted achievements the notice forbids to use again. */
export async function forbiddenFindings({ db }: Services, state: CaseState, rule: ReuseRule): Promise<StoredFinding[]> {
  const version = state.submission?.contentVersion;
  if (version === undefined) return [];
  const found = await achievementsFoundAgain(db, state.no, version);
  return found.filter((each) => isForbidden(rule, each));
}

/** What a pass must know of reuse, and of which submission; undefined in a stage where nobody looks at it, and before a submission. */
export async function reuseOf(services: Services, state: CaseState): Promise<ReuseCheck | undefined> {
  const rule = reuseRuleOf(state);
  const of = state.submission?.contentVersion;
  if (!rule || of === undefined) return undefined;
  return { ...checkReuse(rule, await forbiddenFindings(services, state, rule)), of };
}
