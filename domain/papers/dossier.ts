import type { Delivered, DossierCheck, MaterialFinding } from '../case/check-results.ts';
import { clauseSatisfied } from '../clause.ts';
import { materialsFor } from '../materials/completeness.ts';
import { isPublication, type MaterialContent } from '../materials/content.ts';
import type { ApplicantFacts } from '../programme/facts.ts';
import type { deliveredContents, MaterialRule, SignatureSlot } from '../programme/materials/materials.ts';
import { listed } from '../text.ts';

/** One entry of the check list of a paper dossier. */
export type DossierLine = Pick<MaterialRule, 'key' | 'name' | 'clause' | 'suppliedBy'> & {
  readonly place: string | null;
  readonly copies: number;
  readonly bound: number;
  readonly signed: readonly SignatureSlot[];
  /** Whether it is a paper of its own; else a mark that the papers before it must bear. */
  readonly isPaper: boolean;
  /** Whether only those deliver it who have it: the notice prints no number of copies, and nobody misses it. */
  readonly ifAny: boolean;
  /** Whether it is mandatory; a material that is only shown is optional. */
  readonly needed: boolean;
};

/** The paper dossier of an applicant: documents and copies in printed order; those without a place come last (DL-2.3, LN-A2). */
export function dossierOf(
  materials: readonly MaterialRule[],
  facts: ApplicantFacts,
  content: MaterialContent,
): DossierLine[] {
  const papers = materialsFor(materials, facts).filter(
    ({ check, place, copies }) => (place !== undefined || copies !== undefined) && concerns(check, content),
  );
  return papers
    .map((rule, index) => ({ line: lineOf(rule), index }))
    .sort((a, b) => comparePlaces(a.line.place, b.line.place) || a.index - b.index)
    .map(({ line }) => line);
}

function lineOf({ key, name, clause, suppliedBy, place, copies, bound, check }: MaterialRule): DossierLine {
  // A form with printed copies is part of it too, although its content is checked online (DL-2.3.3-b).
  const needed = check.kind === 'delivered' || (check.kind === 'required' && copies !== undefined);
  const signed = check.kind === 'delivered' ? (check.signed ?? []) : [];
  return {
    key,
    name,
    clause,
    suppliedBy,
    place: place ?? null,
    copies: copies ?? 1,
    bound: bound ?? 0,
    isPaper: signed.length === 0 || copies !== undefined,
    ifAny: !needed && copies === undefined,
    needed,
    signed,
  };
}

/** Whether a paper concerns this applicant, by what the form contains. */
function concerns(check: MaterialRule['check'], content: MaterialContent): boolean {
  if (check.kind === 'delivered') return isThere(check.only, content);
  return check.kind !== 'attested' || check.concerns !== 'educationOutsideChsi' || isThere(check.concerns, content);
}

function isThere(only: (typeof deliveredContents)[number] | undefined, content: MaterialContent): boolean {
  const has = (category: string) =>
    content.achievements.some((each) => isPublication(each) && each.category === category);
  switch (only) {
    case 'papers':
      return has('paper');
    case 'books':
      return has('monograph');
    case 'examination':
      return content.examination !== undefined;
    case 'educationOutsideChsi':
      return content.education?.some(({ verifiedBy }) => verifiedBy === 'graduationRegister') ?? false;
    case 'honours':
      return (content.honours?.length ?? 0) > 0;
    case undefined:
      return true;
  }
}

/** Compares two places, `1.2` before `1.10` before `2`; a missing place comes last. */
export function comparePlaces(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  return (left[0] ?? 0) - (right[0] ?? 0) || (left[1] ?? 0) - (right[1] ?? 0);
}

/** What is wrong with a delivered dossier: missing copies, missing signatures, a different order. */
export function dossierFindings(lines: readonly DossierLine[], delivered: readonly Delivered[]): MaterialFinding[] {
  const found = new Map(delivered.map((each, index) => [each.key, { ...each, index }]));
  let last = -1;
  return lines.flatMap((line): MaterialFinding[] => {
    const here = found.get(line.key);
    const problems: MaterialFinding[] = [];
    const short = line.needed && (here?.copies ?? 0) < line.copies;
    if (!clauseSatisfied(line.clause, !short))
      problems.push(finding(line, 'missing', copiesMissing(line, here?.copies ?? 0)));
    const unsigned = here ? line.signed.filter(({ key }) => !here.signed?.includes(key)) : [];
    if (!clauseSatisfied(line.clause, unsigned.length === 0))
      problems.push(finding(line, 'invalid', notSigned(unsigned)));
    if (here && line.bound > 0) {
      if (!clauseSatisfied(line.clause, here.index > last)) problems.push(finding(line, 'invalid', outOfOrder(line)));
      last = Math.max(last, here.index);
    }
    return problems;
  });
}

/** Compares a delivered dossier with its list; documents that the list does not contain are dropped. */
export function checkDossier(
  lines: readonly DossierLine[],
  delivered: readonly Delivered[],
): Pick<DossierCheck, 'delivered' | 'lacks'> {
  const kept = delivered.flatMap(({ key, copies, signed }): Delivered[] => {
    const slots = lines.find((line) => line.key === key)?.signed;
    if (!slots) return [];
    const there = slots.filter((slot) => signed?.includes(slot.key)).map((slot) => slot.key);
    return [{ key, copies, ...(there.length > 0 ? { signed: there } : {}) }];
  });
  return { delivered: kept, lacks: dossierFindings(lines, kept) };
}

const finding = (
  { key, clause }: DossierLine,
  outcome: MaterialFinding['outcome'],
  message: MaterialFinding['message'],
): MaterialFinding => ({ key, clause, readings: [], item: `/${key}`, outcome, message });

const copiesMissing = ({ name, copies }: DossierLine, have: number) => ({
  zh: `${name.zh}须${copies}份，现有${have}份。`,
  en: `${name.en}: ${copies} needed, ${have} there.`,
});
const notSigned = (slots: readonly SignatureSlot[]) => ({
  zh: `缺少签字盖章：${listed(slots.map(({ name }) => name.zh))}。`,
  en: `Signatures or seals are missing: ${slots.map(({ name }) => name.en).join('; ')}.`,
});
const outOfOrder = ({ name, place }: DossierLine) => ({
  zh: `${name.zh}未按规定顺序装订（应为第${place}项）。`,
  en: `${name.en} is not bound in the printed order (${place}).`,
});
