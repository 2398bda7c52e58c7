import { isDeepStrictEqual } from 'node:util';
import { findContent, freezeContent } from '../../db/applications/contents.ts';
import type { CaseState } from '../../domain/case/case.ts';
import type { CommandData } from '../../domain/case/commands.ts';
import { currentStage } from '../../domain/case/compiled-stages.ts';
import { openForm } from '../form/form-content-routes.ts';
import type { Form } from '../form/form-schemas.ts';
import type { Services } from '../http/route.ts';

/** The keys of the parts in which two forms differ; of the summary also each field, as `summary-degree`. */
export function changedParts(before: Form, now: Form): string[] {
  const inSummary = differing(before.summary ?? {}, now.summary ?? {}).map((field) => `summary-${field}`);
  return [...differing(before, now), ...inSummary];
}

function differing(before: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return keys.filter((key) => !isDeepStrictEqual(before[key], now[key]));
}

/**
 * What a correction changed, where its way depends on that: the content as it now stands is frozen first, so that nothing can be changed
 * between the comparison and the submission. Undefined where it does not matter.
 */
export async function changedSince(
  { db, vault }: Pick<Services, 'db' | 'vault'>,
  state: CaseState,
  contentVersion: number,
): Promise<Pick<CommandData, 'changed' | 'changedIn'> | undefined> {
  const stage = currentStage(state);
  if (stage?.kind !== 'filing' || !stage.ifChanged || !state.submission) return undefined;
  await freezeContent(db, state.no, contentVersion);
  const [before, now] = await Promise.all([
    findContent(db, state.no, state.submission.contentVersion),
    findContent(db, state.no, contentVersion),
  ]);
  if (!before || !now) return undefined;
  const changed = changedParts(openForm(vault, before.body), openForm(vault, now.body));
  return { changed, changedIn: contentVersion };
}
