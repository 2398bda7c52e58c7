import { addDays, dateOf, type IsoDate } from '../calendar/dates.ts';
import type { DeadlineRule } from '../programme/stages/deadlines.ts';
import type { AwaitedResult } from '../programme/stages/stages.ts';
import type { Text } from '../text.ts';
import type { CaseState } from './case.ts';
import { planOf } from './plan/compiled-stages.ts';

/** The key of the deadline until which a referred case waits for its result. */
export const referralKey = 'referral';

/**
 * The rule for the result of a referred case (stage D7P of Dalian, L7S of Lianyungang). Null for every other case, and for plans compiled before results were
 * recorded: those close as before.
 */
export function awaitedResult(state: CaseState): AwaitedResult | null {
  const { ended, plan } = state;
  const stage = ended ? plan?.stages.find(({ key }) => key === ended.stage) : undefined;
  if (stage?.kind !== 'handover' || stage.outcome !== ended?.outcome) return null;
  return stage.awaits ?? null;
}

/** The label of the recorded result, or null when none is recorded. */
export function referralLabel(state: CaseState): Text | null {
  const awaited = awaitedResult(state);
  if (!awaited || !state.referral) return null;
  return state.referral.passed ? awaited.passed : awaited.notPassed;
}

/** The deadline until which a referred case waits, counted from the referral. */
export type Waiting = {
  readonly key: string;
  readonly stage: string;
  readonly rule: DeadlineRule;
  readonly anchor: IsoDate;
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
};

/** The waiting period of the programme, extended so that at least the remedy period follows the last recorded result and it can be corrected. */
export function waitsForResult(state: CaseState): Waiting | null {
  const { ended, referral } = state;
  const awaited = awaitedResult(state);
  if (!awaited || !ended) return null;
  const { clauses, readings = [] } = awaited;
  const counted = longer(
    { anchor: dateOf(ended.at - 1), days: awaited.days },
    referral ? { anchor: referral.recordedOn, days: planOf(state).remedyDays } : null,
  );
  const rule: DeadlineRule = { kind: 'calendarDaysAfterEnd', days: counted.days };
  return { key: referralKey, stage: ended.stage, rule, anchor: counted.anchor, clauses, readings };
}

type Span = { readonly anchor: IsoDate; readonly days: number };
const lastDayOf = ({ anchor, days }: Span): IsoDate => addDays(anchor, days);
const longer = (a: Span, b: Span | null): Span => (b && lastDayOf(b) > lastDayOf(a) ? b : a);
