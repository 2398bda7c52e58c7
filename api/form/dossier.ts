import type { ApplicationRow } from '../../db/applications/applications.ts';
import { findContent } from '../../db/applications/contents.ts';
import type { CaseState } from '../../domain/case/case.ts';
import type { Delivered, DossierCheck } from '../../domain/case/check-results.ts';
import { currentStage } from '../../domain/case/compiled-stages.ts';
import { withoutRemoved } from '../../domain/materials/completeness.ts';
import { checkDossier, type DossierLine, dossierOf } from '../../domain/papers/dossier.ts';
import type { StageDef } from '../../domain/programme/stages.ts';
import { text } from '../../domain/text.ts';
import { type FieldError, invalid } from '../http/errors.ts';
import type { Services } from '../http/route.ts';
import { openForm } from './form-content-routes.ts';

/** The list of the paper dossier by what one version of the content holds; null where the programme prints none or the version is not there. */
export async function dossierLines(
  { db, vault, programmes }: Services,
  row: Pick<ApplicationRow, 'no' | 'programme' | 'snapshot'> & Parameters<typeof dossierOf>[1],
  version: number,
): Promise<DossierLine[] | null> {
  const materials = programmes.get(row.programme)?.materials;
  const content = materials ? await findContent(db, row.no, version) : null;
  if (!materials || !content) return null;
  return dossierOf(materials, row, withoutRemoved(openForm(vault, content.body), row.snapshot?.removedItems ?? []));
}

/**
 * What whoever passes found in the paper dossier, compared with the list of what was submitted; undefined where nobody receives one with that act. Behind an
 * act that is not decided yet it is compared wherever that act may yet ask for it.
 */
export async function dossierDelivered(
  services: Services,
  row: ApplicationRow,
  act: { readonly state: CaseState; readonly name: string; readonly delivered: readonly Delivered[] },
): Promise<DossierCheck | undefined> {
  const { state, name, delivered } = act;
  const receives = (stage: StageDef | null) =>
    stage?.kind === 'review' && stage.pass.action === name && stage.pass.dossier !== undefined;
  const asked = receives(currentStage(state)) || (row.open > 0 && state.plan?.stages.some(receives));
  const of = state.submission?.contentVersion;
  if (!asked || of === undefined) return undefined;
  refuseUnknown(services, row, delivered);
  const lines = await dossierLines(services, row, of);
  return lines ? { ...checkDossier(lines, delivered), of } : undefined;
}

/** What is listed as delivered is a material of the programme. */
function refuseUnknown({ programmes }: Services, row: ApplicationRow, delivered: readonly Delivered[]): void {
  const known = new Set(programmes.get(row.programme)?.materials?.map(({ key }) => key));
  const errors = delivered.flatMap(({ key }, index): FieldError[] =>
    known.has(key)
      ? []
      : [
          {
            path: `/delivered/${index}/key`,
            message: text('清单中没有此项材料。', 'The check list has no such material.'),
          },
        ],
  );
  if (errors.length > 0) throw invalid(errors);
}
