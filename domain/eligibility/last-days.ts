import { latestStart } from '../calendar.ts';
import { addDays, type IsoDate } from '../dates.ts';
import { dueDay } from '../deadlines.ts';
import type { Role } from '../facts.ts';
import { edgesOf } from '../plan.ts';
import type { CaseTimeline, Plan } from '../programme.ts';
import type { Gate, HandoverStage, PublicityStage, StageDef } from '../stage.ts';
import type { Text } from '../text.ts';

/** The last day on which a step of the way may be done so that all that follows still fits; null where nothing bounds it. */
export type LastDay = {
  readonly stage: string;
  readonly step: string | null;
  readonly name: Text;
  readonly role: Role;
  readonly lastDay: IsoDate | null;
  readonly clauses: readonly string[];
};

type Bound = IsoDate | null;

/** Every step of the good way with its last day, found by walking the compiled stages backwards; `bound` is when the next must begin. */
export function lastDays(plan: Plan): LastDay[] {
  const steps: LastDay[] = [];
  let bound: Bound = null;
  for (const stage of goodWay(plan).reverse()) {
    const end = earliest(bound, ...ends(stage, plan.timeline));
    const done = stepsOf(stage, end, plan.timeline);
    steps.unshift(...done);
    bound = done[0]?.lastDay ?? null;
  }
  return counted(steps, plan);
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

function stepsOf(stage: StageDef, end: Bound, timeline: CaseTimeline): LastDay[] {
  const { key, name, clauses } = stage;
  const one = { stage: key, step: null, name, clauses };
  switch (stage.kind) {
    case 'handover':
      return handedOver(stage, end, timeline);
    case 'publicity':
      return [{ ...one, role: stage.role, lastDay: end === null ? null : posting(stage, end, timeline) }];
    case 'filing':
      return [{ ...one, role: 'applicant', lastDay: end }];
    default:
      return [{ ...one, role: stage.role, lastDay: end }];
  }
}

/** A publicity lasts its full working days, and what follows begins the day after its last (DL-2.2.2-c, LYG-4.2-c, LN-5.4-c). */
function posting({ workingDays }: PublicityStage, end: IsoDate, { calendar }: CaseTimeline): IsoDate {
  return latestStart(calendar, addDays(end, -1), workingDays);
}

function handedOver(stage: HandoverStage, end: Bound, timeline: CaseTimeline): LastDay[] {
  let bound = end;
  return stage.steps
    .toReversed()
    .map((step) => {
      bound = earliest(bound, closes(step.gate, timeline));
      const { key, name, role, clauses } = step;
      return { stage: stage.key, step: key, name, role, lastDay: bound, clauses };
    })
    .reverse();
}

/** The days by which the stage must be over by itself: its deadlines that hang on a window, and the windows it must pass. */
function ends(stage: StageDef, timeline: CaseTimeline): Bound[] {
  const deadlines = (stage.deadlines ?? []).map(({ rule }) =>
    rule.kind === 'windowClose' || rule.kind === 'workingDaysAfterWindow' ? dueDay(rule, '', timeline) : null,
  );
  return [...deadlines, ...gatesOf(stage).map((gate) => closes(gate, timeline))];
}

function gatesOf(stage: StageDef): (Pick<Gate, 'window'> | undefined)[] {
  if (stage.kind === 'filing') return [stage.gate];
  if (stage.kind === 'review') return [stage.pass.gate, stage.submission];
  return stage.kind === 'session' ? [stage.heldWithin] : [];
}

const closes = (gate: Pick<Gate, 'window'> | undefined, { windows }: CaseTimeline): Bound =>
  gate ? (windows[gate.window]?.closes ?? null) : null;

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
