import type { ApplicationRow } from '../../../db/applications/applications.ts';
import type { StoredContent } from '../../../db/applications/contents.ts';
import type { Delivered } from '../../../domain/case/check-results.ts';
import { withoutRemoved } from '../../../domain/materials/completeness.ts';
import { checkDossier, type DossierLine, dossierOf } from '../../../domain/papers/dossier.ts';
import type { MaterialRule } from '../../../domain/programme/materials/materials.ts';
import { type FieldError, invalidFields, type Refusal } from '../../../domain/refusal.ts';
import { text } from '../../../domain/text.ts';
import { asideOf, type Gather } from '../act.ts';
import type { PreparingDeps } from '../deps.ts';
import { openForm } from '../form-content.ts';

type Holder = Pick<ApplicationRow, 'no' | 'snapshot'> & Parameters<typeof dossierOf>[1];

/** The list of the paper dossier: what the content holds, without the removed items. */
export function dossierLines(
  { vault }: Pick<PreparingDeps, 'vault'>,
  {
    row,
    materials,
    content,
  }: { row: Holder; materials: readonly MaterialRule[]; content: Pick<StoredContent, 'body'> },
): DossierLine[] {
  const form = openForm(vault, row.no, content.body);
  return dossierOf(materials, row, withoutRemoved(form, row.snapshot?.removedItems ?? []));
}

/** What the office found in the paper dossier, compared with the list of what was submitted. */
export const compareDossier: Gather = (subject) => {
  const { deps, row, state, inForce, act } = subject;
  const of = state.submission?.contentVersion;
  if (of === undefined) return {};
  const { materials = [] } = inForce.programme;
  const delivered = act.input.delivered ?? [];
  const unknown = unknownIn(materials, delivered);
  if (unknown) return unknown;
  const content = asideOf(subject, 'submitted');
  if (!content || !inForce.programme.materials) return {};
  return { data: { dossier: { ...checkDossier(dossierLines(deps, { row, materials, content }), delivered), of } } };
};

/** Refuses a list with an item that is not a material of the programme. */
function unknownIn(materials: readonly MaterialRule[], delivered: readonly Delivered[]): Refusal | null {
  const known = new Set(materials.map(({ key }) => key));
  const message = text('清单中没有此项材料。', 'The check list has no such material.');
  const errors = delivered.flatMap(({ key }, index): FieldError[] =>
    known.has(key) ? [] : [{ path: `/delivered/${index}/key`, message }],
  );
  return errors.length > 0 ? invalidFields(errors) : null;
}
