import { addDays, type IsoDate } from '../calendar/dates.ts';
import { latestStart } from '../calendar/working-days.ts';
import { edgesOf } from '../case/compiled-stages.ts';
import { dueDay } from '../case/deadlines.ts';
import { applies } from '../programme/condition.ts';
import type { Role } from '../programme/facts.ts';
import type { Plan } from '../programme/programme.ts';
import type { Gate, HandoverStage, PublicityStage, SessionStage, StageDef } from '../programme/stages.ts';
import type { Text } from '../text.ts';

/** The last day on which a step of the way may be done so that all that follows still fits; null where nothing bounds it. */
export type LastDay = {
  readonly stage: string;
  readonly step: string | null;
  readonly name: Text;
  readonly role: Role;
  readonly lastDay: IsoDate | null;
  /** It hangs on a window whose dates another notice announces. */
  readonly announcedLater: boolean;
  readonly clauses: readonly string[];
};

type Bound = IsoDate | null;
/** The windows of the year, and the day asked for, by which a second round is taken where the first is over. */
type Dates = { readonly plan: Plan; readonly asOf: IsoDate };
type End = { readonly day: Bound; readonly announcedLater: boolean };

/** Every step of the good way with its last day, found by walking the compiled stages backwards. */
export function lastDays(plan: Plan, asOf: IsoDate): LastDay[] {
  const dates = { plan, asOf };
  const steps: LastDay[] = [];
  let next: End = open;
  let roster: End = open;
  for (const stage of goodWay(plan).reverse()) {
    const reviewed = stage.kind === 'review' ? roster : open;
    const done = stepsOf(stage, both(next, reviewed, ...ends(stage, dates)), dates);
    if (stage.kind === 'session') roster = reported(stage, next, dates);
    steps.unshift(...done);
    const [first] = done;
    next = first ? { day: first.lastDay, announcedLater: first.announcedLater } : next;
  }
  return counted(steps, plan);
}

/** Whom a meeting reviews stands on the roster of its opening report, so many days before it (LYG-5.2-b, A-24). */
function reported(stage: SessionStage, next: End, dates: Dates): End {
  const { day, announcedLater } = both(next, ...ends(stage, dates));
  if (!stage.opening || day === null)
    return { day: null, announcedLater: announcedLater && stage.opening !== undefined };
  return { day: addDays(day, -stage.opening.daysBefore), announcedLater };
}

/** The stages from the first to the certificate, each followed by the first it leads to. */
function goodWay({ stages }: Plan): StageDef[] {
  const way: StageDef[] = [];
  let stage = stages[0];
  while (stage && !way.includes(stage)) {
    way.push(stage);
    const next: string | undefined = edgesOf(stage)[0];
    stage = stages.find((each) => each.key === next);
  }
  return way;
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

/** A publicity lasts its full working days, and what follows begins the day after its last (DL-2.2.2-c, LYG-4.2-c, LN-5.4-c). */
function posting({ workingDays }: PublicityStage, end: IsoDate, { timeline }: Plan): IsoDate {
  return latestStart(timeline.calendar, addDays(end, -1), workingDays);
}

function handedOver(stage: HandoverStage, end: End, dates: Dates): LastDay[] {
  let bound = end;
  return stage.steps
    .toReversed()
    .map((step) => {
      bound = both(bound, closes(step.gate, dates));
      const { key, name, role, clauses } = step;
      const { day, announcedLater } = bound;
      return { stage: stage.key, step: key, name, role, lastDay: day, announcedLater, clauses };
    })
    .reverse();
}

/** The days by which the stage must be over by itself: its deadlines that hang on a window, and the windows it must pass. */
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

/** The close of a window; of the second round where the first is over on the day asked for (LYG-3.1-c). */
function closes(gate: Door | undefined, { plan, asOf }: Dates): End {
  if (!gate || !applies(gate.when, plan)) return open;
  const { windows } = plan.timeline;
  const first = windows[gate.window]?.closes;
  const second = gate.orWindow === undefined ? undefined : windows[gate.orWindow]?.closes;
  const day = first !== undefined && (second === undefined || asOf <= first) ? first : second;
  return day === undefined ? { day: null, announcedLater: true } : { day, announcedLater: false };
}

/** The nearer of the ends; where one of them is not announced yet there is none. */
function both(...all: readonly End[]): End {
  if (all.some(({ announcedLater }) => announcedLater)) return { day: null, announcedLater: true };
  return { day: earliest(...all.map(({ day }) => day)), announcedLater: false };
}

const earliest = (...days: readonly Bound[]): Bound => days.filter((day) => day !== null).sort()[0] ?? null;

/** Where nothing later bounds a step but a period from its beginning does, the period counts from the last day of the step before. */
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
