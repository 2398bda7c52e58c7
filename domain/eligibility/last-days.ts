import { addDays, type IsoDate } from '../calendar/dates.ts';
import { latestStart } from '../calendar/working-days.ts';
import { edgesOf } from '../case/plan/compiled-stages.ts';
import { dueDay } from '../case/plan/deadlines.ts';
import { applies } from '../programme/condition.ts';
import type { Role } from '../programme/facts.ts';
import type { Plan } from '../programme/programme.ts';
import type { Gate, HandoverStage, PublicityStage, SessionStage, StageDef } from '../programme/stages/stages.ts';
import type { Text } from '../text.ts';

/** The last day on which a step can be done so that all later steps still fit; null when nothing limits it. */
export type LastDay = {
  readonly stage: string;
  readonly step: string | null;
  readonly name: Text;
  readonly role: Role;
  readonly lastDay: IsoDate | null;
  /** True when it depends on a window whose dates another notice announces. */
  readonly announcedLater: boolean;
  readonly clauses: readonly string[];
};

type Bound = IsoDate | null;
/** The plan, and the day by which a second round is chosen when the first is over. */
type Dates = { readonly plan: Plan; readonly asOf: IsoDate };
type End = { readonly day: Bound; readonly announcedLater: boolean };

/** The last day of every step on the stage path to a certificate, computed backwards over the compiled stages. */
export function lastDays(plan: Plan, asOf: IsoDate): LastDay[] {
  const dates = { plan, asOf };
  const steps: LastDay[] = [];
  let next: End = open;
  let roster: End = open;
  for (const stage of successPath(plan).reverse()) {
    const reviewed = stage.kind === 'review' ? roster : open;
    const done = stepsOf(stage, earliestEnd(next, reviewed, ...ends(stage, dates)), dates);
    if (stage.kind === 'session') roster = reportingEnd(stage, next, dates);
    steps.unshift(...done);
    const [first] = done;
    next = first ? { day: first.lastDay, announcedLater: first.announcedLater } : next;
  }
  return counted(steps, plan);
}

/** The last day for reporting an application: the roster of the opening report is due a number of days before the meeting (LYG-5.2-b, A-24). */
function reportingEnd(stage: SessionStage, next: End, dates: Dates): End {
  const { day, announcedLater } = earliestEnd(next, ...ends(stage, dates));
  if (!stage.opening || day === null)
    return { day: null, announcedLater: announcedLater && stage.opening !== undefined };
  return { day: addDays(day, -stage.opening.daysBefore), announcedLater };
}

/** The stages from the first to the certificate, each followed by its next stage on success. */
function successPath({ stages }: Plan): StageDef[] {
  const path: StageDef[] = [];
  let stage = stages[0];
  while (stage && !path.includes(stage)) {
    path.push(stage);
    const next: string | undefined = edgesOf(stage)[0];
    stage = stages.find((each) => each.key === next);
  }
  return path;
}

function stepsOf(stage: StageDef, end: End, dates: Dates): LastDay[] {
  const { key, name, clauses } = stage;
  const { day, announcedLater } = end;
  const one = { stage: key, step: null, name, announcedLater, clauses };
  switch (stage.kind) {
    case 'handover':
      return handedOver(stage, end, dates);
    case 'publicity':
      return [{ ...one, role: stage.role, lastDay: day === null ? null : posting(stage, day, dates.plan) }];
    case 'filing':
      return [{ ...one, role: 'applicant', lastDay: day }];
    default:
      return [{ ...one, role: stage.role, lastDay: day }];
  }
}

/** The last day of posting: a publicity lasts its full working days, and the next stage begins the day after (DL-2.2.2-c, LYG-4.2-c, LN-5.4-c). */
function posting({ workingDays }: PublicityStage, end: IsoDate, { timeline }: Plan): IsoDate {
  return latestStart(timeline.calendar, addDays(end, -1), workingDays);
}

function handedOver(stage: HandoverStage, end: End, dates: Dates): LastDay[] {
  let bound = end;
  return stage.steps
    .toReversed()
    .map((step) => {
      bound = earliestEnd(bound, closes(step.gate, dates));
      const { key, name, role, clauses } = step;
      const { day, announcedLater } = bound;
      return { stage: stage.key, step: key, name, role, lastDay: day, announcedLater, clauses };
    })
    .reverse();
}

/** The days by which the stage itself must be over: its deadlines that depend on a window, and the windows of its gates. */
function ends(stage: StageDef, dates: Dates): End[] {
  const { timeline } = dates.plan;
  const deadlines = (stage.deadlines ?? [])
    .filter(({ when }) => applies(when, dates.plan))
    .map(({ rule }) => {
      const hangs = rule.kind === 'windowClose' || rule.kind === 'workingDaysAfterWindow';
      const day = hangs ? dueDay(rule, '', timeline) : null;
      return { day, announcedLater: hangs && day === null };
    });
  return [...deadlines, ...gatesOf(stage).map((gate) => closes(gate, dates))];
}

type Door = Pick<Gate, 'window' | 'orWindow' | 'when'>;

function gatesOf(stage: StageDef): (Door | undefined)[] {
  if (stage.kind === 'filing') return [stage.gate];
  if (stage.kind === 'review') return [stage.pass.gate, stage.submission];
  return stage.kind === 'session' ? [stage.heldWithin] : [];
}

const open: End = { day: null, announcedLater: false };

/** The last day of a window, or that of the second round when the first is over on the given day (LYG-3.1-c). */
function closes(gate: Door | undefined, { plan, asOf }: Dates): End {
  if (!gate || !applies(gate.when, plan)) return open;
  const { windows } = plan.timeline;
  const first = windows[gate.window]?.closes;
  const second = gate.orWindow === undefined ? undefined : windows[gate.orWindow]?.closes;
  const day = first !== undefined && (second === undefined || asOf <= first) ? first : second;
  return day === undefined ? { day: null, announcedLater: true } : { day, announcedLater: false };
}

/** The earliest of the ends; unknown when one of them is not announced yet. */
function earliestEnd(...all: readonly End[]): End {
  if (all.some(({ announcedLater }) => announcedLater)) return { day: null, announcedLater: true };
  return { day: earliest(...all.map(({ day }) => day)), announcedLater: false };
}

const earliest = (...days: readonly Bound[]): Bound => days.filter((day) => day !== null).sort()[0] ?? null;

/** Applies the periods that are counted from the entry of a stage, starting with the last day of the step before it. */
function counted(steps: readonly LastDay[], { stages, timeline }: Plan): LastDay[] {
  let stage = '';
  let before: Bound = null;
  let entry: Bound = null;
  return steps.map((step) => {
    if (step.stage !== stage) entry = before;
    stage = step.stage;
    const anchor = entry;
    const rules = (stages.find((each) => each.key === stage)?.deadlines ?? []).map(({ rule }) => rule);
    const periods = rules.filter(({ kind }) => kind === 'workingDaysAfterEntry');
    const days = anchor === null ? [] : periods.map((rule) => dueDay(rule, anchor, timeline));
    before = earliest(step.lastDay, ...days);
    return { ...step, lastDay: before };
  });
}
