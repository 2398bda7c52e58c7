import type { Actor } from '../case.ts';
import type { ApplicantFacts } from '../facts.ts';
import { holds } from '../rule.ts';
import type { Text } from '../text.ts';
import { materialsFor } from './completeness.ts';
import type { DocumentKind, MaterialRule, Printing } from './material-rule.ts';

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
  if (holds(clause, reached(prints.after, progress))) return null;
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

/** The certificate number that a form may show: nobody but the committee office fills it in (DL-2.3.1-i). */
export function certificateNumber(
  passes: readonly { readonly by: Pick<Actor, 'role'>; readonly certificate: string | null }[],
): string | null {
  const given = passes.findLast(({ certificate }) => certificate !== null);
  if (!given || !holds('DL-2.3.1-i', given.by.role === 'committeeOffice')) return null;
  return given.certificate;
}

/** The two printed results of a unit's publicity; there is no third (DL-2.2.2-g). */
export const publicityResults = {
  noObjection: { zh: '公示结果无异议', en: 'No objection' },
  agreedAfterInvestigation: {
    zh: '公示结果有异议，经调查后同意申报',
    en: 'An objection was investigated and the application is agreed to',
  },
} as const;
export type PublicityResult = keyof typeof publicityResults;

/** Which of the two results a form states: one with objections may not say that there were none (DL-2.2.2-g). */
export function publicityResult(chosen: string | null, objections: number): Text | null {
  const known = Object.entries(publicityResults).find(([key]) => key === chosen);
  if (!known || !holds('DL-2.2.2-g', chosen !== 'noObjection' || objections === 0)) return null;
  return known[1];
}
