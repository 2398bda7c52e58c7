import type { ReuseCheck } from '../case/check-results.ts';
import type { ReuseRule } from '../programme/materials/materials.ts';
import type { Text } from '../text.ts';

/** An achievement that another application contains too, and the decision about it. */
export type FoundAgain = {
  readonly item: string;
  readonly other: string;
  readonly samePerson: boolean;
  readonly sameYear: boolean;
  /** Whether the other application passed its review. */
  readonly passed: boolean;
  /** Whether both applicants stated that it is joint work, and their own parts of it (LN-5.2.3-b). */
  readonly joint: boolean;
  /** The decision of a person; null while there is none. */
  readonly reused: boolean | null;
};

/** Whether the notice forbids the reuse; joint work of different people who each state their part is allowed (LN-5.2.3-b). */
export function isForbidden({ among }: ReuseRule, found: FoundAgain): boolean {
  if (among === 'samePersonPassed') return found.samePerson && found.passed;
  if (found.samePerson) return !found.sameYear;
  return !found.joint;
}

/** Checks the achievements of an application against the reuse rule of its notice. */
export function checkReuse(rule: ReuseRule, found: readonly FoundAgain[]): ReuseCheck {
  const forbidden = found.filter((each) => isForbidden(rule, each));
  const items = (those: readonly FoundAgain[]) => [...new Set(those.map(({ item }) => item))];
  return {
    undecided: items(forbidden.filter(({ reused }) => reused === null)),
    reused: items(forbidden.filter(({ reused }) => reused === true)),
  };
}

/** The message while a person must still decide. */
export const reuseUndecided: Text = {
  zh: '有业绩成果在其他申报中出现过，须先由审核人员核实认定。',
  en: 'Another application contains an achievement of this one; the reviewer must first decide whether it is reused.',
};

/** The message when the submitted content was not compared with other applications. */
export const reuseUnknown: Text = {
  zh: '提交的业绩成果尚未比对是否重复使用，请刷新后重新办理。',
  en: 'The submitted achievements have not been compared with other applications yet; reload the application and try again.',
};

/** The message when a reused achievement has not been removed. */
export const reuseNotRemoved: Text = {
  zh: '已认定重复使用的业绩成果须先剔除。',
  en: 'A reused achievement must be removed first.',
};
