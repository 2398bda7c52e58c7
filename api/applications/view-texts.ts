import { findTexts } from '../../db/texts.ts';
import type { CaseState } from '../../domain/case/case.ts';
import type { SealedText } from '../../domain/case/sealed-text.ts';
import type { Role } from '../../domain/programme/facts.ts';
import { readsSealedTexts } from '../access/readers.ts';
import type { Services } from '../http/route.ts';

/** Opens the sealed texts with these ids, as far as they stand under this number, or one of these. */
export async function openSealedTexts(
  { db, vault }: Pick<Services, 'db' | 'vault'>,
  no: string | readonly string[],
  ids: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, SealedText>> {
  const wanted = [...new Set(ids.filter((id) => typeof id === 'string'))];
  const found = await findTexts(db, no, wanted);
  return new Map(found.map(({ id, body }) => [id, JSON.parse(vault.openText(body, `text/${id}`)) as SealedText]));
}

/** The list of deficiencies, with what was expected for those who may read it. */
export async function deficiencyViews(
  services: Pick<Services, 'db' | 'vault'>,
  state: CaseState,
  roles: readonly Role[],
) {
  const { deficiencies } = state;
  const ids = readsSealedTexts(roles) ? deficiencies.map(({ text }) => text) : [];
  const wordings = await openSealedTexts(services, state.no, ids);
  return deficiencies.map(({ item, clause, text, resolved, stage }) => ({
    item,
    clause,
    expected: (text && wordings.get(text)?.items?.[item]) || null,
    resolved,
    stage,
  }));
}
