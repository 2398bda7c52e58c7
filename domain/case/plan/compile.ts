import type { Calendar } from '../../calendar/working-days.ts';
import { sliceCalendar } from '../../calendar/working-days.ts';
import { applies, fits } from '../../programme/condition.ts';
import type { ApplicantFacts } from '../../programme/facts.ts';
import type { OutcomeDef, Plan, Programme } from '../../programme/programme.ts';
import type { Check, Gate, StageDef } from '../../programme/stages/stages.ts';
import type { CaseTimeline, Timeline } from '../../programme/timeline.ts';

/** The windows of a timeline that apply to this applicant, with the calendars of that year and the next. */
export function compileTimeline(timeline: Timeline, facts: ApplicantFacts, calendar: Calendar): CaseTimeline {
  const mine = timeline.windows.filter(
    (window) =>
      window.series.includes(facts.series) &&
      (window.levels?.includes(facts.level) ?? true) &&
      (window.tracks?.includes(facts.track) ?? true) &&
      fits(window.committees, facts.committee),
  );
  const later = (timeline.announced ?? []).filter(
    ({ series, committees }) => (series?.includes(facts.series) ?? true) && fits(committees, facts.committee),
  );
  return {
    version: timeline.version,
    windows: Object.fromEntries(mine.map(({ key, opens, closes, clauses }) => [key, { opens, closes, clauses }])),
    ...(later.length ? { announced: Object.fromEntries(later.map(({ key, clauses }) => [key, clauses])) } : {}),
    calendar: sliceCalendar(calendar, timeline.year, timeline.year + 1),
  };
}

type PathOfApplicant = { readonly facts: ApplicantFacts; readonly goesTo: (key: string) => string };

/** Resolves the key of a stage for one applicant: a stage that does not apply is replaced by its `otherwise` stage. */
function goingTo(programme: Programme, facts: ApplicantFacts): PathOfApplicant['goesTo'] {
  return (key) => {
    let stage = programme.stages.find((each) => each.key === key);
    while (stage && !applies(stage.when, facts) && stage.otherwise !== undefined) {
      const { otherwise } = stage;
      stage = programme.stages.find((each) => each.key === otherwise);
    }
    return stage?.key ?? key;
  };
}

function cutStage(stage: StageDef, { facts, goesTo }: PathOfApplicant): StageDef {
  const checked = <T extends { readonly checks?: readonly Check[] }>(part: T): T =>
    part.checks ? { ...part, checks: part.checks.filter((check) => applies(check.when, facts)) } : part;
  const gated = <T extends { readonly gate?: Gate }>(part: T): T => {
    const { gate, ...open } = part;
    return gate && !applies(gate.when, facts) ? (open as T) : part;
  };
  switch (stage.kind) {
    case 'filing': {
      const { ifChanged } = stage;
      const changed = ifChanged ? { ifChanged: { ...ifChanged, next: goesTo(ifChanged.next) } } : {};
      return { ...gated(checked(stage)), next: goesTo(stage.next), ...changed };
    }
    case 'review': {
      const { pass, refuse, submission } = stage;
      const counted = submission ? { submission: checked(submission) } : {};
      const no = refuse?.next === undefined ? {} : { refuse: { ...refuse, next: goesTo(refuse.next) } };
      return { ...stage, pass: { ...gated(checked(pass)), next: goesTo(pass.next) }, ...counted, ...no };
    }
    case 'handover': {
      const steps = stage.steps.filter((step) => applies(step.when, facts)).map((step) => gated(checked(step)));
      return { ...stage, steps, ...(stage.next === undefined ? {} : { next: goesTo(stage.next) }) };
    }
    case 'session': {
      const rule = stage.hearing?.find((each) => applies(each.when, facts));
      const { hearing: _all, ...rest } = stage;
      return { ...checked(rest), next: goesTo(stage.next), ...(rule ? { hearing: [rule] } : {}) };
    }
    case 'publicity':
      return { ...checked(stage), next: goesTo(stage.next) };
    case 'certification':
      return checked(stage);
  }
}

function withDeadlinesOf(stage: StageDef, facts: ApplicantFacts): StageDef {
  if (!stage.deadlines) return stage;
  return { ...stage, deadlines: stage.deadlines.filter(({ when }) => applies(when, facts)) };
}

/** The stage path of one applicant: the stages that apply, in order, each reduced to what applies to the applicant. */
export function stagePathOf(programme: Programme, facts: ApplicantFacts): StageDef[] {
  const path = { facts, goesTo: goingTo(programme, facts) };
  const stages = programme.stages
    .filter((stage) => applies(stage.when, facts))
    .map((stage) => cutStage(withDeadlinesOf(stage, facts), path));
  const steps = stages.flatMap((stage) => (stage.kind === 'handover' ? stage.steps.map(({ key }) => key) : []));
  return stages.map((stage) => keepingOnly(stage, steps));
}

/** A stage that goes back keeps only steps that this applicant has: the association seals the page of one specialty alone (LN-5.6-e). */
function keepingOnly(stage: StageDef, steps: readonly string[]): StageDef {
  const kept = <T extends { readonly keepSteps?: readonly string[] }>(part: T): T =>
    part.keepSteps ? { ...part, keepSteps: part.keepSteps.filter((key) => steps.includes(key)) } : part;
  if (stage.kind === 'filing') return kept(stage);
  return stage.kind === 'review' && stage.return ? { ...stage, return: kept(stage.return) } : stage;
}

/** An outcome as it applies to one applicant, with the first variant that fits. */
export function outcomeFor({ variants, ...usual }: OutcomeDef, facts: ApplicantFacts): OutcomeDef {
  const variant = variants?.find(({ when }) => applies(when, facts));
  if (!variant) return usual;
  const { when: _, ...own } = variant;
  return { ...usual, ...own };
}

/** Compiles a programme for one applicant. The result is stored with the first submission; only a newer timeline changes it. */
export function compile(programme: Programme, facts: ApplicantFacts, calendar: Calendar): Plan {
  return {
    ...facts,
    programme: programme.id,
    programmeVersion: programme.version,
    year: programme.year,
    stages: stagePathOf(programme, facts),
    outcomes: Object.fromEntries(
      Object.entries(programme.outcomes).map(([key, each]) => [key, outcomeFor(each, facts)]),
    ),
    remedyDays: programme.remedyDays,
    withdrawUntil: programme.withdrawUntil,
    cancel: { ...programme.cancel, grounds: programme.cancel.grounds ?? [] },
    lateAcceptances: programme.lateAcceptances,
    ...(programme.invalidation ? { invalidation: programme.invalidation } : {}),
    ...(programme.recheck ? { recheck: programme.recheck } : {}),
    ...(programme.supervision ? { supervision: programme.supervision } : {}),
    claims: programme.claims,
    oneReview: true,
    timeline: compileTimeline(programme.timeline, facts, calendar),
  };
}
