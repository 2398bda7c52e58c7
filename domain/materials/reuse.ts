import type { ReuseCheck } from '../case/check-results.ts';
import type { ReuseRule } from '../programme/materials.ts';
import type { Text } from '../text.ts';

/** An achievement of an application that was also submitted elsewhere, and what has been decided about it. */
export type FoundAgain = {
  readonly item: string;
  readonly other: string;
  readonly samePerson: boolean;
  readonly sameYear: boolean;
  /** The other application passed its review. */
  readonly passed: boolean;
  /** Both applicants say that several people did it, and which part was theirs (LN-5.2.3-b). */
  readonly joint: boolean;
  /** What a person found out; null while nobody has. */
  readonly reused: boolean | null;
};

/** Whether the notice forbids what was found; joint work of different people with a statement each is none (LN-5.2.3-b). */
export function isForbidden({ among }: ReuseRule, found: FoundAgain): boolean {
  if (among === 'samePersonPassed') return found.samePerson && found.passed;
  if (found.samePerson) return !found.sameYear;
  return !found.joint;
}

/** How the achievements of an application stand by the rule of its notice. */
export function checkReuse(rule: ReuseRule, found: readonly FoundAgain[]): ReuseCheck {
  const forbidden = found.filter((each) => isForbidden(rule, each));
  const items = (those: readonly FoundAgain[]) => [...new Set(those.map(({ item }) => item))];
  return {
    undecided: items(forbidden.filter(({ reused }) => reused === null)),
    reused: items(forbidden.filter(({ reused }) => reused === true)),
  };
}

/** What is said while somebody must still look. */
export const reuseUndecided: Text = {
  zh: '有业绩成果在其他申报中出现过，须先由审核人员核实认定。',
  en: 'An achievement also stands in another application; whoever reviews must first decide whether it is used again.',
};

/** What is said where nobody has compared what is now submitted. */
export const reuseUnknown: Text = {
  zh: '提交的业绩成果尚未比对是否重复使用，请刷新后重新办理。',
  en: 'The achievements now submitted were not compared with other applications yet; read it again and repeat.',
};

/** What is said where an achievement used again still stands among those submitted. */
export const reuseNotRemoved: Text = {
  zh: '已认定重复使用的业绩成果须先剔除。',
  en: 'An achievement found to be used again must be removed first.',
};
