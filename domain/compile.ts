import type { Calendar } from './calendar.ts';
import { sliceCalendar } from './calendar.ts';
import type { ApplicantFacts, CaseTimeline, Condition, Plan, Programme, StageDef, Timeline } from './programme.ts';

/** Whether every list the condition gives contains the applicant's value. */
export function applies(condition: Condition | undefined, facts: ApplicantFacts): boolean {
  if (!condition) return true;
  return (
    (condition.series?.includes(facts.series) ?? true) &&
    (condition.specialties?.includes(facts.specialty) ?? true) &&
    (condition.levels?.includes(facts.level) ?? true) &&
    (condition.tracks?.includes(facts.track) ?? true) &&
    (condition.employerClasses?.includes(facts.employerClass) ?? true)
  );
}

/** The windows of one year's timeline that concern this applicant, with the calendar of that year and the next. */
export function compileTimeline(timeline: Timeline, facts: ApplicantFacts, calendar: Calendar): CaseTimeline {
  const mine = timeline.windows.filter(
    (window) => window.series.includes(facts.series) && (window.levels?.includes(facts.level) ?? true),
  );
  return {
    version: timeline.version,
    windows: Object.fromEntries(mine.map(({ key, opens, closes, clauses }) => [key, { opens, closes, clauses }])),
    calendar: sliceCalendar(calendar, timeline.year, timeline.year + 1),
  };
}

function cutStage(stage: StageDef, facts: ApplicantFacts): StageDef {
  if (stage.kind !== 'handover') return stage;
  return { ...stage, steps: stage.steps.filter((step) => applies(step.when, facts)) };
}

/** Cuts a programme down to what applies to one applicant; the result travels with the first submission and never changes but by a timeline. */
export function compile(programme: Programme, facts: ApplicantFacts, calendar: Calendar): Plan {
  return {
    ...facts,
    programme: programme.id,
    programmeVersion: programme.version,
    year: programme.year,
    stages: programme.stages.filter((stage) => applies(stage.when, facts)).map((stage) => cutStage(stage, facts)),
    outcomes: programme.outcomes,
    remedyDays: programme.remedyDays,
    withdrawUntil: programme.withdrawUntil,
    cancel: programme.cancel,
    lateAcceptances: programme.lateAcceptances,
    ...(programme.invalidation ? { invalidation: programme.invalidation } : {}),
    claims: programme.claims,
    timeline: compileTimeline(programme.timeline, facts, calendar),
  };
}
