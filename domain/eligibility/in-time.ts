import type { IsoDate } from '../calendar/dates.ts';
import type { Warning } from '../case/commands/commands.ts';
import type { Plan } from '../programme/programme.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Text, text } from '../text.ts';
import type { Finding } from './finding.ts';
import { lastDays } from './last-days.ts';
import { inChinese } from './wording.ts';

/** The window in which the application must be filed online, or must have come to the committee's office; a second round where the first is over. */
export function filingWindow({ stages, timeline: { windows } }: Plan, asOf: IsoDate) {
  const gates = stages.flatMap((stage) => {
    if (stage.kind === 'review') return [stage.submission, stage.pass.gate];
    return stage.kind === 'filing' ? [stage.gate] : [];
  });
  const known = gates.flatMap((gate) => {
    const keys = gate ? [gate.window, ...('orWindow' in gate && gate.orWindow ? [gate.orWindow] : [])] : [];
    const found = keys.flatMap((key) => {
      const window = windows[key];
      return window ? [{ key, ...window, clauses: [...window.clauses] }] : [];
    });
    return found.find(({ closes }) => asOf <= closes) ?? found.at(-1) ?? [];
  });
  return known[0] ?? null;
}

/** The refusal of what would be begun after the window in which it has to arrive, by the clause of the window; null in time. */
export function tooLateToBegin(plan: Plan, asOf: IsoDate): Refusal | null {
  const window = filingWindow(plan, asOf);
  if (!window || asOf <= window.closes) return null;
  const { key, closes, clauses } = window;
  return refuse('WINDOW_CLOSED', closed(key, closes), { clauses, details: { closes } });
}

/** Whether the day is within the time for applying, one finding for each clause of the window; none where no window is printed or announced. */
export function timeFindings(plan: Plan, asOf: IsoDate): Finding[] {
  const window = filingWindow(plan, asOf);
  if (!window) return [];
  const { key, opens, closes, clauses } = window;
  const late = asOf > closes;
  return clauses.map((clause) => ({
    clause,
    outcome: late ? 'notMet' : 'met',
    code: 'NOT_ELIGIBLE',
    message: late ? closed(key, closes) : between(key, opens, closes),
    readings: [],
    counted: { opens, closes },
  }));
}

/** A warning where the window is still open but a step before its end can no longer be done in time: the application would not arrive. */
export function arrivalWarnings(plan: Plan, asOf: IsoDate): Warning[] {
  // The last of the steps that are too late bounds those before it.
  const step = lastDays(plan, asOf).findLast(({ lastDay }) => lastDay !== null && lastDay < asOf);
  if (!step?.lastDay || tooLateToBegin(plan, asOf)) return [];
  const { name, lastDay, clauses } = step;
  const stage = plan.stages.find(({ key }) => key === step.stage);
  const before = stage?.kind === 'publicity' ? stage.heldBefore : undefined;
  const message = text(
    `“${name.zh}”最迟应于${inChinese(lastDay)}办理，此后申报将不能按期送达。${before ? '网上申报前已公示满期的，由单位登记公示时间和公示文件。' : ''}`,
    `“${name.en}” had to be done by ${lastDay}; the application can no longer arrive in time.${before ? ' If the unit held it before the online filing, the unit records its days and its document.' : ''}`,
  );
  return [
    {
      code: 'TOO_LATE_TO_ARRIVE',
      message,
      clauses: [...new Set([...clauses, ...(before?.clauses ?? [])])],
      readings: [...new Set([...(stage?.readings ?? []), ...(before?.readings ?? [])])],
    },
  ];
}

/** What each window is called. */
const names: Readonly<Record<string, Text>> = {
  onlineFiling: text('网上申报', 'Filing online'),
  acceptance: text('申报材料受理', 'The acceptance of material'),
  firstRound: text('初定', 'Initial designation'),
  secondRound: text('初定', 'Initial designation'),
};
const nameOf = (key: string): Text => names[key] ?? text('申报', 'Filing');

const closed = (key: string, closes: IsoDate): Text =>
  text(
    `${nameOf(key).zh}已于${inChinese(closes)}截止，本年度不能再申报。`,
    `${nameOf(key).en} closed on ${closes}: it is too late to apply this year.`,
  );

const between = (key: string, opens: IsoDate, closes: IsoDate): Text =>
  text(
    `${nameOf(key).zh}时间为${inChinese(opens)}至${inChinese(closes)}。`,
    `${nameOf(key).en} is open from ${opens} to ${closes}.`,
  );
