import type { Actor } from '../case/actor.ts';
import { allClausesSatisfied, clauseSatisfied } from '../clause.ts';
import { materialsFor } from '../materials/completeness.ts';
import type { ApplicantFacts } from '../programme/facts.ts';
import type { DocumentKind, MaterialRule, Printing } from '../programme/materials.ts';
import type { HandoverStep, StageDef } from '../programme/stages.ts';
import type { Text } from '../text.ts';

/** How far an application has come, as far as printing asks; `passed` tells whether it went on from a stage. */
export type Progress = { readonly submitted: boolean; readonly passed: (stage: string) => boolean };

/** The rule by which a paper of an applicant is printed, or null where the programme has no such paper for this applicant. */
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

/** Why a paper is not printed yet, or null: the forms come after the approval online (LN-5.6-a, LN-A2.3.5-a), the declaration form after entry (LYG-4.1-b). */
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

/** The certificate number that a form may show: nobody but the office that certifies fills it in (DL-2.3.1-i). */
export function certificateNumber(
  passes: readonly { readonly by: Pick<Actor, 'role'>; readonly certificate: string | null }[],
  stages: readonly StageDef[],
): string | null {
  const certifies = stages.find((stage) => stage.kind === 'certification');
  const given = passes.findLast(({ certificate }) => certificate !== null);
  if (certifies?.kind !== 'certification' || !given) return null;
  return allClausesSatisfied(certifies.clauses, given.by.role === certifies.role) ? given.certificate : null;
}

/** Who seals page 七 beside unit and authority on this road, by name (LN-5.6-e); `road` is cut to the applicant. */
export const otherSeals = (road: readonly StageDef[]): readonly Text[] =>
  road
    .flatMap((stage) => (stage.kind === 'handover' ? stage.steps : []))
    .filter(({ action, role }) => action === 'seal' && role === 'association')
    .map(({ name }) => name);

/** A printed result of a unit's publicity, which fits only where there were objections, or only where there were none. */
export type PublicityResult = NonNullable<HandoverStep['choices']>[number];

/** The results that a programme prints for the publicity of a unit: the values that its recommendation offers (DL-2.2.2-g). */
export const publicityResults = (stages: readonly StageDef[]): readonly PublicityResult[] =>
  stages
    .flatMap((stage) => (stage.kind === 'handover' ? stage.steps : []))
    .flatMap(({ choices = [] }) => choices.filter(({ afterObjection }) => afterObjection !== undefined));

/** Which of the results a form states: one with objections may not say that there were none (DL-2.2.2-g). */
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
