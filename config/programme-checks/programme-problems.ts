import { outcomesOf } from '../../domain/case/plan/compiled-stages.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { StageDef } from '../../domain/programme/stages/stages.ts';
import { attesterProblems } from './attester-problems.ts';
import { dossierProblems } from './dossier-problems.ts';
import { eligibilityProblems } from './eligibility-problems.ts';
import { type Offer, offersOf, stagePathsOf } from './offered-facts.ts';
import { officeProblems } from './office-problems.ts';
import { openEndedOn, stagePathProblems, windowProblems } from './stage-path-problems.ts';

/**
 * Finds errors in a programme's data that the schema cannot find, one sentence each; empty when there are none. `knowsClause` says whether a clause
 * id exists.
 */
export function programmeProblems(programme: Programme, knowsClause: (id: string) => boolean): string[] {
  const offers = offersOf(programme);
  const stagePaths = stagePathsOf(programme, offers);
  return [
    ...new Set([
      ...unknownClauses(programme, knowsClause),
      ...repeatedKeys(programme),
      ...unknownReferences(programme),
      ...unknownOutcomes(programme),
      ...deadlineProblems(programme),
      ...eligibilityProblems(programme),
      ...[...new Map(stagePaths.map((stagePath) => [stagePath.stages, stagePath])).values()].flatMap((stagePath) =>
        stagePathProblems(stagePath.stages, openEndedOn(programme, stagePath)),
      ),
      ...stagePaths.flatMap((each) => windowProblems(programme, each)),
      ...attesterProblems(programme, stagePaths),
      ...offers.flatMap(authorityProblems),
      ...officeProblems(programme, offers),
      ...dossierProblems(programme),
    ]),
  ];
}

const clauseKeys = new Set([
  ...['clauses', 'objectionClauses', 'scope', 'clause', 'lockedBy'],
  ...['countersign', 'printed', 'withinYear', 'duties', 'meeting'],
]);

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
    ...programme.stages.map(
      (stage) => [stage.key, [...(stage.deadlines ?? []), ...(stage.alarms ?? [])].map((each) => each.key)] as const,
    ),
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
    ...programme.claims.flatMap((claim) => [claim.keptFrom, ...(claim.changed?.reportedFrom ?? [])]),
    ...(programme.openEnded ?? []).map((each) => each.stage),
    ...programme.lateAcceptances.map((rule) => rule.stage),
    ...(programme.cancel.grounds ?? []).flatMap((ground) => ground.stages),
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
    ...programme.stages.flatMap((each) => lapseProblems(each, stage)),
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

/** A lapse that depends on the deficiencies of a stage must name a stage that returns applications. */
function lapseProblems({ key, deadlines = [] }: StageDef, find: (key: string) => StageDef | undefined): string[] {
  const named = deadlines.flatMap(({ lapse }) =>
    lapse.flatMap(({ when }) => (typeof when === 'object' ? [when.deficienciesOpenOf] : [])),
  );
  const returns = (stage: StageDef | undefined) => stage?.kind === 'review' && stage.return !== undefined;
  return named
    .filter((each) => !returns(find(each)))
    .map((each) => `${key}: no list of deficiencies comes from ${each}`);
}

function unknownOutcomes(programme: Programme): string[] {
  const used = [
    'WITHDRAWN',
    programme.cancel.outcome,
    ...(programme.invalidation ? [programme.invalidation.lateOutcome] : []),
    ...programme.stages.flatMap(outcomesOf),
    ...(programme.session ? [programme.session.voided.outcome] : []),
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

function authorityProblems({ facts, rule }: Offer): string[] {
  if (rule) return [];
  const { series, specialty, level, employerClass } = facts;
  return [`nobody reviews ${series} ${specialty} ${level} of ${employerClass}`];
}
