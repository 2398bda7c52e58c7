import { applies, roadOf } from '../domain/compile.ts';
import type { ApplicantFacts, Condition } from '../domain/facts.ts';
import { edgesOf, outcomesOf } from '../domain/plan.ts';
import type { Programme } from '../domain/programme.ts';
import { authorityRuleOf, type RoutingFacts } from '../domain/routing.ts';
import type { DeadlineDef, StageDef } from '../domain/stage.ts';
import { eligibilityProblems } from './eligibility-problems.ts';
import { offeredFacts, routed } from './offered-facts.ts';

/** What a programme's data gets wrong although its shape is right, one sentence each; empty where nothing is wrong. `knowsClause` says whether a clause id exists. */
export function programmeProblems(programme: Programme, knowsClause: (id: string) => boolean): string[] {
  const facts = offeredFacts(programme);
  const roads = routed(programme, facts);
  return [
    ...new Set([
      ...unknownClauses(programme, knowsClause),
      ...repeatedKeys(programme),
      ...unknownReferences(programme),
      ...unknownOutcomes(programme),
      ...deadlineProblems(programme),
      ...eligibilityProblems(programme),
      ...roads.flatMap((each) => roadProblems(programme, each)),
      ...roads.flatMap((each) => windowProblems(programme, each)),
      ...facts.flatMap((each) => authorityProblems(programme, each)),
    ]),
  ];
}

const clauseKeys = new Set(['clauses', 'objectionClauses', 'scope', 'clause']);

function unknownClauses(value: unknown, knowsClause: (id: string) => boolean): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (!clauseKeys.has(key)) return unknownClauses(inner, knowsClause);
    const ids = Array.isArray(inner) ? inner : [inner];
    return ids.filter((id) => typeof id !== 'string' || !knowsClause(id)).map((id) => `no clause ${id}`);
  });
}

function repeatedKeys(programme: Programme): string[] {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['stages', programme.stages.map((each) => each.key)],
    ['offices', programme.offices.map((each) => each.id)],
    ['committees', (programme.committees ?? []).map((each) => each.id)],
    ['territories', (programme.territories ?? []).map((each) => each.key)],
    ['series', programme.series.map((each) => each.key)],
    ['eligibility', programme.eligibility.map((each) => each.key)],
    ...programme.series.map((series) => [series.key, series.specialties.map((each) => each.key)] as const),
    ...programme.stages.map((stage) => [stage.key, (stage.deadlines ?? []).map((each) => each.key)] as const),
    ...programme.stages.map((stage) => [stage.key, stepKeys(stage)] as const),
  ];
  return lists.flatMap(([where, keys]) =>
    keys.filter((key, i) => keys.indexOf(key) !== i).map((key) => `${key} stands twice in ${where}`),
  );
}

function stepKeys(stage: StageDef | undefined): readonly string[] {
  return stage?.kind === 'handover' ? stage.steps.map((step) => step.key) : [];
}

function unknownReferences(programme: Programme): string[] {
  const stage = (key: string) => programme.stages.find((each) => each.key === key);
  const office = (id: string) => programme.offices.some((each) => each.id === id);
  const stages = [
    programme.withdrawUntil,
    ...programme.claims.map((claim) => claim.keptFrom),
    ...programme.lateAcceptances.map((rule) => rule.stage),
    ...(programme.invalidation ? [...programme.invalidation.from, programme.invalidation.to] : []),
  ];
  const committee = (id: string) => programme.committees?.some((each) => each.id === id) ?? false;
  const offices = [
    programme.office,
    ...programme.sealing.map((rule) => rule.authority),
    ...programme.authorities.flatMap((rule) => rule.office ?? []),
    ...(programme.committees ?? []).map((each) => each.office),
    ...Object.values(programme.fixedOffices ?? {}),
  ];
  const committees = programme.authorities.flatMap((rule) => rule.committee ?? []);
  const late = programme.lateAcceptances.filter(
    (rule) => !stage(rule.stage)?.deadlines?.some((deadline) => deadline.key === rule.deadline),
  );
  return [
    ...stages.filter((key) => !stage(key)).map((key) => `no stage ${key}`),
    ...offices.filter((id) => !office(id)).map((id) => `no office ${id}`),
    ...committees.filter((id) => !committee(id)).map((id) => `no committee ${id}`),
    ...unknownTerritories(programme),
    ...late.map((rule) => `${rule.stage} has no deadline ${rule.deadline} to accept late`),
    ...programme.stages.flatMap((each) => returnProblems(each, stage)),
  ];
}

function unknownTerritories({ authorities, sealing, territories = [] }: Programme): string[] {
  return [...authorities, ...sealing]
    .flatMap((rule) => rule.territories ?? [])
    .filter((key) => !territories.some((territory) => territory.key === key))
    .map((key) => `no territory ${key}`);
}

function returnProblems(stage: StageDef, find: (key: string) => StageDef | undefined): string[] {
  if (stage.kind !== 'review' || !stage.return) return [];
  const { next, keepSteps = [] } = stage.return;
  const steps = stepKeys(find(next));
  return [
    ...(next === stage.key && !stage.submission ? [`${stage.key} returns to itself, but nobody submits there`] : []),
    ...keepSteps.filter((key) => !steps.includes(key)).map((key) => `${next} has no step ${key} to keep`),
  ];
}

function unknownOutcomes(programme: Programme): string[] {
  const used = [
    'WITHDRAWN',
    programme.cancel.outcome,
    ...(programme.invalidation ? [programme.invalidation.lateOutcome] : []),
    ...programme.stages.flatMap(outcomesOf),
  ];
  return used.filter((key) => !Object.hasOwn(programme.outcomes, key)).map((key) => `no outcome ${key}`);
}

function deadlineProblems(programme: Programme): string[] {
  return programme.stages.flatMap((stage) =>
    (stage.deadlines ?? [])
      .filter((deadline) => deadline.lapse.at(-1)?.when !== undefined)
      .map((deadline) => `${stage.key}: the last lapse of ${deadline.key} must hold always`),
  );
}

/** The road of one applicant: every way leads to a stage of it, every stage is reached, and each before approval can expire. */
function roadProblems(programme: Programme, facts: ApplicantFacts): string[] {
  const road = roadOf(programme, facts);
  const find = (key: string) => road.find((stage) => stage.key === key);
  const reached = new Set<string>();
  const open = road.slice(0, 1);
  for (let stage = open.pop(); stage; stage = open.pop()) {
    if (reached.has(stage.key)) continue;
    reached.add(stage.key);
    open.push(...edgesOf(stage).flatMap((key) => find(key) ?? []));
  }
  const approval = road.findIndex((stage) => isApproval(stage, road));
  return [
    ...road.flatMap((stage) =>
      edgesOf(stage)
        .filter((key) => !find(key))
        .map((key) => `${stage.key} leads to ${key}, which is no stage of this road`),
    ),
    ...road.filter((stage) => !reached.has(stage.key)).map((stage) => `${stage.key} cannot be reached`),
    ...road
      .filter((stage, i) => i <= approval && !stage.deadlines?.length)
      .map((stage) => `${stage.key} never expires`),
    ...(road.some(endsWell) ? [] : ['the road has no certification']),
  ];
}

/** A certificate, or the hand-over of a case that is decided elsewhere (DL-2.2.4-c, LYG-4.4-e). */
const endsWell = (stage: StageDef) =>
  stage.kind === 'certification' || (stage.kind === 'handover' && stage.outcome !== undefined);

/** The last stage at which an office says that what was filed is in order. */
function isApproval(stage: StageDef, road: readonly StageDef[]): boolean {
  const approves = (each: StageDef) => each.kind === 'review' && each.pass.action === 'approve';
  return road.some(approves) ? approves(stage) : stage.kind === 'review' && stage.submission !== undefined;
}

function windowProblems(programme: Programme, facts: ApplicantFacts): string[] {
  const { windows, announced = [] } = programme.timeline;
  const used = [
    ...roadOf(programme, facts).flatMap(windowsOf),
    ...(programme.invalidation ? [programme.invalidation.window] : []),
  ];
  const ahead = roadOf(programme, facts).flatMap(precedes);
  const unknown = ahead.filter((key) => !windows.some((window) => window.key === key));
  const wrong = unknown.map((key) => `no window ${key} for a publicity to precede`);
  const counted = [...new Set(used)].flatMap((key) => {
    const found = windows.filter((window) => window.key === key && isOf(window, facts));
    const later = announced.some((window) => window.key === key && isOf(window, facts));
    if (found.length === 1 || (found.length === 0 && later)) return [];
    return [`window ${key} stands ${found.length} times for ${facts.series} ${facts.level}`];
  });
  return [...wrong, ...counted];
}

/** Whom a publicity's window does not concern is only not warned about it. */
const precedes = (stage: StageDef) =>
  stage.kind === 'publicity' && stage.mustPrecede ? [stage.mustPrecede.window] : [];

/** Whether a window concerns this applicant, as the compiler has it. */
function isOf(window: Pick<Condition, 'series' | 'levels' | 'tracks' | 'committees'>, facts: ApplicantFacts): boolean {
  const { series, levels, tracks, committees } = window;
  return applies(
    {
      ...(series ? { series } : {}),
      ...(levels ? { levels } : {}),
      ...(tracks ? { tracks } : {}),
      ...(committees ? { committees } : {}),
    },
    facts,
  );
}

function windowsOf(stage: StageDef): string[] {
  const ofDeadline = ({ rule }: DeadlineDef) => ('window' in rule ? [rule.window] : []);
  return [
    ...(stage.deadlines ?? []).flatMap(ofDeadline),
    ...(stage.kind === 'review' && stage.submission ? [stage.submission.window] : []),
    ...(stage.kind === 'filing' && stage.gate ? [stage.gate.window] : []),
    ...(stage.kind === 'review' && stage.pass.gate ? [stage.pass.gate.window] : []),
    ...(stage.kind === 'handover' ? stage.steps.flatMap((step) => step.gate?.window ?? []) : []),
    ...(stage.kind === 'session' && stage.heldWithin ? [stage.heldWithin.window] : []),
  ];
}

function authorityProblems(programme: Programme, facts: RoutingFacts): string[] {
  if (authorityRuleOf(programme, facts)) return [];
  const { series, specialty, level, employerClass } = facts;
  return [`nobody reviews ${series} ${specialty} ${level} of ${employerClass}`];
}
