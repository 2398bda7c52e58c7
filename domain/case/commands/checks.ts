import { endOfDayAt, startOfDayAt } from '../../calendar/dates.ts';
import type { Check, Gate } from '../../programme/stages/stages.ts';
import type { CaseTimeline } from '../../programme/timeline.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { listed, type Text, text } from '../../text.ts';
import type { CaseState } from '../case.ts';
import { planOf, windowOf } from '../plan/compiled-stages.ts';
import type { CommandData } from './commands.ts';

/** Refuses an action unless its actor confirmed every check; the refusal lists the missing checks and their rules. */
export function needChecks(checks: readonly Check[] | undefined, data: CommandData): Refusal | null {
  const missing = (checks ?? []).filter(({ key }) => !data.checked?.includes(key));
  if (missing.length === 0) return null;
  const refusal = refuse(
    'CHECK_MISSING',
    {
      zh: `尚未逐项确认：${listed(missing.map(({ name }) => name.zh))}。`,
      en: `Not confirmed yet: ${missing.map(({ name }) => name.en).join('; ')}.`,
    },
    {
      clauses: [...new Set(missing.flatMap((each) => each.clauses))],
      details: { missing: missing.map(({ key }) => key) },
    },
  );
  const message = (key: string, name: Text): Text =>
    text(`须列入“${key}”以确认：${name.zh}`, `“${key}” confirms it: ${name.en}`);
  return { ...refusal, errors: missing.map(({ key, name }) => ({ path: '/checked', message: message(key, name) })) };
}

/** The printed value that was chosen, or a refusal that lists the possible values. */
export function chosen<C extends Check>(choices: readonly C[], data: CommandData): C | Refusal {
  const choice = choices.find(({ key }) => key === data.choice);
  if (choice) return choice;
  return refuse(
    'CHOICE_UNKNOWN',
    {
      zh: `须从下列各项中选择一项：${listed(choices.map(({ name }) => name.zh))}。`,
      en: `One of these must be chosen: ${choices.map(({ name }) => name.en).join('; ')}.`,
    },
    {
      clauses: [...new Set(choices.flatMap((each) => each.clauses))],
      details: { choices: choices.map(({ key }) => key) },
    },
  );
}

/** The confirmed checks that an event records: only those that were requested. */
export function checkedOf(checks: readonly Check[] | undefined, data: CommandData) {
  const asked = (checks ?? []).map(({ key }) => key).filter((key) => data.checked?.includes(key));
  return asked.length > 0 ? { checked: asked } : {};
}

/**
 * Refuses an action outside its window. The window of the case applies when it was kept open for it; a window that the timeline lacks is closed
 * (LYG-3.3-a).
 */
export function outsideGate(state: CaseState, gate: Gate | undefined, at: number): Refusal | null {
  if (!gate) return null;
  const second = gate.orWindow === undefined ? undefined : windowOf(state, gate.orWindow);
  if (second && within(second, at)) return null;
  const first = windowOf(state, gate.window);
  // Between two rounds the refusal names the second one.
  return outside(second && first && at >= endOfDayAt(first.closes) ? second : first, withNotice(state, gate), at);
}

/** Refuses an action outside its printed window, ignoring extensions and lifted deadlines. */
export function outsidePrinted(state: CaseState, gate: Gate, at: number): Refusal | null {
  return outside(planOf(state).timeline.windows[gate.window], withNotice(state, gate), at);
}

type Span = CaseTimeline['windows'][string];

/** Adds the rule that says that the dates of this window are notified separately (DL-2.1.1-b). */
function withNotice(state: CaseState, gate: Gate): Gate {
  const notified = planOf(state).timeline.announced?.[gate.window];
  return notified ? { ...gate, clauses: [...gate.clauses, ...notified] } : gate;
}

const within = ({ opens, closes }: Span, at: number): boolean => at >= startOfDayAt(opens) && at < endOfDayAt(closes);

function outside(window: Span | undefined, gate: Gate, at: number): Refusal | null {
  const clauses = [...new Set([...gate.clauses, ...(window?.clauses ?? [])])];
  const grounds = { clauses, readings: gate.readings ?? [] };
  if (!window)
    return refuse(
      'WINDOW_NOT_OPEN',
      {
        zh: '办理时间另行通知，尚未公布。',
        en: 'The period for this is notified separately and has not been announced yet.',
      },
      { ...grounds, details: { window: gate.window } },
    );
  if (within(window, at)) return null;
  const { opens, closes } = window;
  const details = { opens, closes };
  if (at < startOfDayAt(opens))
    return refuse(
      'WINDOW_NOT_OPEN',
      { zh: `办理时间自${opens}起。`, en: `This can be done from ${opens}.` },
      { ...grounds, details },
    );
  return refuse(
    'WINDOW_CLOSED',
    { zh: `办理时间已于${closes}截止。`, en: `This could be done until ${closes}.` },
    { ...grounds, details },
  );
}

/** Refuses a submission whose content version is not the version that was checked before it. */
export function contentChanged({ checkedIn, contentVersion }: CommandData): Refusal | null {
  if (checkedIn === undefined || checkedIn === contentVersion) return null;
  return refuse(
    'VERSION_MOVED',
    { zh: '申报材料在核对后又有修改，请重新提交。', en: 'The content changed after it was checked; submit again.' },
    { details: { expected: checkedIn, actual: contentVersion } },
  );
}
