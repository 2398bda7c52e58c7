import type { CaseState, CommandData } from './case.ts';
import { endOfDayAt, startOfDayAt } from './dates.ts';
import { planOf } from './plan.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Check, Gate } from './stage.ts';

/** Refuses unless every check was confirmed by whoever acts; names those that are missing and their rules. */
export function needChecks(checks: readonly Check[] | undefined, data: CommandData): Refusal | null {
  const missing = (checks ?? []).filter(({ key }) => !data.checked?.includes(key));
  if (missing.length === 0) return null;
  return refuse(
    'CHECK_MISSING',
    {
      zh: `尚未逐项确认：${missing.map(({ name }) => name.zh).join('、')}。`,
      en: `Not confirmed yet: ${missing.map(({ name }) => name.en).join('; ')}.`,
    },
    {
      clauses: [...new Set(missing.flatMap((each) => each.clauses))],
      details: { missing: missing.map(({ key }) => key) },
    },
  );
}

/** The printed value that was chosen, or the refusal that lists what there is to choose from. */
export function chosen<C extends Check>(choices: readonly C[], data: CommandData): C | Refusal {
  const choice = choices.find(({ key }) => key === data.choice);
  if (choice) return choice;
  return refuse(
    'CHOICE_UNKNOWN',
    {
      zh: `须从下列各项中选择一项：${choices.map(({ name }) => name.zh).join('；')}。`,
      en: `One of these must be chosen: ${choices.map(({ name }) => name.en).join('; ')}.`,
    },
    {
      clauses: [...new Set(choices.flatMap((each) => each.clauses))],
      details: { choices: choices.map(({ key }) => key) },
    },
  );
}

/** What an event keeps of the checks its actor confirmed. */
export const checkedOf = (data: CommandData) => (data.checked?.length ? { checked: data.checked } : {});

/** Refuses an act outside its window. A timeline without the window has it closed: nothing is open by default (LYG-3.3-a). */
export function outsideGate(state: CaseState, gate: Gate | undefined, at: number): Refusal | null {
  if (!gate) return null;
  const window = planOf(state).timeline.windows[gate.window];
  const clauses = [...new Set([...gate.clauses, ...(window?.clauses ?? [])])];
  const grounds = { clauses, readings: gate.readings ?? [] };
  if (!window)
    return refuse(
      'WINDOW_NOT_OPEN',
      { zh: '办理时间尚未公布。', en: 'The period for this has not been announced yet.' },
      { ...grounds, details: { window: gate.window } },
    );
  const details = { opens: window.opens, closes: window.closes };
  if (at < startOfDayAt(window.opens))
    return refuse(
      'WINDOW_NOT_OPEN',
      { zh: `办理时间自${window.opens}起。`, en: `This can be done from ${window.opens}.` },
      { ...grounds, details },
    );
  if (at < endOfDayAt(window.closes)) return null;
  return refuse(
    'WINDOW_CLOSED',
    { zh: `办理时间已于${window.closes}截止。`, en: `This could be done until ${window.closes}.` },
    { ...grounds, details },
  );
}
