import type { Actor } from '../case/actor.ts';
import { allClausesSatisfied, clauseSatisfied } from '../clause.ts';
import { materialsFor } from '../materials/completeness.ts';
import type { ApplicantFacts } from '../programme/facts.ts';
import type { DocumentKind, MaterialRule, Printing } from '../programme/materials/materials.ts';
import type { HandoverStep, StageDef } from '../programme/stages/stages.ts';
import type { Text } from '../text.ts';

/** The progress of an application as far as printing needs it; `passed` says whether a stage was passed. */
export type Progress = { readonly submitted: boolean; readonly passed: (stage: string) => boolean };

/** The material rule by which a paper is printed, or null when the programme has no such paper for this applicant. */
export function ruleOfDocument(
  materials: readonly MaterialRule[],
  facts: ApplicantFacts,
  document: DocumentKind,
): (MaterialRule & { readonly prints: Printing }) | null {
  for (const rule of materialsFor(materials, facts)) {
    if (rule.prints?.document === document) return { ...rule, prints: rule.prints };
  }
  return null;
}

/**
 * The reason why a paper cannot be printed yet, or null: the forms follow the approval online (LN-5.6-a, LN-A2.3.5-a), the declaration form follows
 * submission (LYG-4.1-b).
 */
export function notPrintedYet(
  { clause, prints }: { readonly clause: string; readonly prints: Printing },
  progress: Progress,
): { readonly clause: string; readonly message: Text } | null {
  if (clauseSatisfied(clause, reached(prints.after, progress))) return null;
  const message =
    prints.after === 'submitted'
      ? { zh: '网上申报提交后方可打印。', en: 'It is printed after the application was submitted.' }
      : { zh: '网上审核通过后方可打印。', en: 'It is printed after the approval online.' };
  return { clause, message };
}

function reached(after: Printing['after'], { submitted, passed }: Progress): boolean {
  if (after === 'draft') return true;
  return after === 'submitted' ? submitted : passed(after.passed);
}

/** The certificate number for a form; only the office that certifies fills it in (DL-2.3.1-i). */
export function certificateNumber(
  passes: readonly { readonly by: Pick<Actor, 'role'>; readonly certificate: string | null }[],
  stages: readonly StageDef[],
): string | null {
  const certifies = stages.find((stage) => stage.kind === 'certification');
  const given = passes.findLast(({ certificate }) => certificate !== null);
  if (certifies?.kind !== 'certification' || !given) return null;
  return allClausesSatisfied(certifies.clauses, given.by.role === certifies.role) ? given.certificate : null;
}

/** The names of the roles that seal page 七 beside the unit and the authority (LN-5.6-e); `stagePath` is compiled for the applicant. */
export const otherSeals = (stagePath: readonly StageDef[]): readonly Text[] =>
  stagePath
    .flatMap((stage) => (stage.kind === 'handover' ? stage.steps : []))
    .filter(({ action, role }) => action === 'seal' && role === 'association')
    .map(({ name }) => name);

/** A printed result of a unit's publicity; each fits only a publicity with objections, or only one without. */
export type PublicityResult = NonNullable<HandoverStep['choices']>[number];

/** The results that a programme prints for the publicity of a unit: the values of its recommendation (DL-2.2.2-g). */
export const publicityResults = (stages: readonly StageDef[]): readonly PublicityResult[] =>
  stages
    .flatMap((stage) => (stage.kind === 'handover' ? stage.steps : []))
    .flatMap(({ choices = [] }) => choices.filter(({ afterObjection }) => afterObjection !== undefined));

/** The result that a form states; a publicity with objections cannot state that there were none (DL-2.2.2-g). */
export function publicityResult(
  results: readonly PublicityResult[],
  chosen: string | null,
  objections: number,
): Text | null {
  const known = results.find(({ key }) => key === chosen);
  if (!known) return null;
  const saysNone = known.afterObjection === false;
  return allClausesSatisfied(known.clauses, !saysNone || objections === 0) ? known.name : null;
}
