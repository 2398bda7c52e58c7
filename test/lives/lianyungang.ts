import { calendar } from '../../config/calendars.ts';
import { lianyungang2024 } from '../../config/programmes/lianyungang-2024/index.ts';
import type { CommandData } from '../../domain/case/commands/commands.ts';
import { compile } from '../../domain/case/plan/compile.ts';
import type { ApplicantFacts } from '../../domain/programme/facts.ts';
import type { Plan } from '../../domain/programme/programme.ts';
import * as printed from '../../ops/lives/lianyungang/steps.ts';
import { Life, stepsOf } from './life.ts';

export {
  designation,
  meeting,
  pledge,
  prelim,
  preliminaryChecks,
  unitChecks,
} from '../../ops/lives/lianyungang/checks.ts';
export { courier, designee, seniorCourier } from '../../ops/lives/lianyungang/steps.ts';

export const ground = (choice: string, ...items: string[]): CommandData => ({
  choice,
  text: 'text-1',
  deficiencies: items.map((item) => ({ item, clause: 'LYG-5.3-a', text: `t-${item}` })),
});
/** An application in Lianyungang, driven step by step. */
export const lianyungangLife = (facts: ApplicantFacts = printed.courier): Life => new Life(facts, lianyungang2024);

export const planFor = (facts: ApplicantFacts): Plan => compile(lianyungang2024, facts, calendar);

/** To the unit's notice board on 2024-06-05; its last day is 06-13. */
export const untilPosted = stepsOf(printed.untilPosted);
/** … to the preliminary review, on 06-14. */
export const untilPreliminary = stepsOf(printed.untilPreliminary);
/** … to the committee office, on 06-20. */
export const untilArrived = stepsOf(printed.untilArrived);
/** … to the session, after the office's publicity of 06-26 to 07-03. */
export const untilSession = stepsOf(printed.untilSession);
/** … to the result publicity of a meeting on 10-15. */
export const untilResult = stepsOf(printed.untilResult);
