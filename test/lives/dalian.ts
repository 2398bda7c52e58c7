import { dalian2024 } from '../../config/programmes/dalian-2024/index.ts';
import type { CommandData } from '../../domain/case/commands/commands.ts';
import type { ApplicantFacts } from '../../domain/programme/facts.ts';
import * as words from '../../ops/lives/dalian/checks.ts';
import * as printed from '../../ops/lives/dalian/steps.ts';
import { Life, stepsOf } from './life.ts';

/** A life in Dalian, in which nothing is confirmed but what a step says. */
export const life = (facts: ApplicantFacts = printed.senior): Life => new Life(facts, dalian2024);

export { inOrder, recommended, reviewed, sealed, sorted } from '../../ops/lives/dalian/checks.ts';
export { forProvince, mid, senior } from '../../ops/lives/dalian/steps.ts';
/** What the applicant pledges, and what is posted, with what the service finds. */
export const pledged: CommandData = { ...words.pledged, contentVersion: 1 };
export const shown: CommandData = { ...words.shown, posting: 'p1' };

/** The data without one of its checks. */
export const without = (data: CommandData, check: string): CommandData => ({
  ...data,
  checked: (data.checked ?? []).filter((key) => key !== check),
});

export const untilReviewed = stepsOf(printed.untilReviewed);
/** … posted on the latest day, 06-20: the fifth working day is 06-27. */
export const untilPosted = stepsOf(printed.untilPosted);
/** … handed over on 06-28, the last day. */
export const untilHandedOver = stepsOf(printed.untilHandedOver);
/** Handed over early, so that a failure can still be corrected: posted 06-06, over on 06-14 (06-10 is 端午节). */
export const handedOverEarly = stepsOf(printed.handedOverEarly);
export const untilPassed = stepsOf(printed.untilPassed);
export const untilForwarded = stepsOf(printed.untilForwarded);
export const untilSession = stepsOf(printed.untilSession);
