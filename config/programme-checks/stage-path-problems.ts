import { edgesOf } from '../../domain/case/plan/compiled-stages.ts';
import type { Condition } from '../../domain/programme/condition.ts';
import { applies } from '../../domain/programme/condition.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { DeadlineDef } from '../../domain/programme/stages/deadlines.ts';
import type { Gate, ReviewStage, StageDef } from '../../domain/programme/stages/stages.ts';
import type { StagePath } from './offered-facts.ts';

/**
 * Finds errors in the stage path of one applicant: every edge must lead to one of its stages, every stage must be reachable, and each stage up to
 * approval must have a deadline or be `openEnded`.
 */
export function stagePathProblems(stagePath: readonly StageDef[], openEnded: readonly string[]): string[] {
  const find = (key: string) => stagePath.find((stage) => stage.key === key);
  const reached = new Set<string>();
  const open = stagePath.slice(0, 1);
  for (let stage = open.pop(); stage; stage = open.pop()) {
    if (reached.has(stage.key)) continue;
    reached.add(stage.key);
    open.push(...edgesOf(stage).flatMap((key) => find(key) ?? []));
  }
  const approval = approvalOn(stagePath);
  return [
    ...stagePath.flatMap((stage) =>
      edgesOf(stage)
        .filter((key) => !find(key))
        .map((key) => `${stage.key} leads to ${key}, which is not a stage of this path`),
    ),
    ...stagePath.filter((stage) => !reached.has(stage.key)).map((stage) => `${stage.key} cannot be reached`),
    ...stagePath
      .filter((stage, i) => i <= approval && !stage.deadlines?.length && !openEnded.includes(stage.key))
      .map((stage) => `${stage.key} never expires`),
    ...(stagePath.some(endsWell) ? [] : ['the stage path has no certification']),
  ];
}

/** Whether a stage ends successfully: with a certificate, or with the hand-over of a case that is decided elsewhere (DL-2.2.4-c, LYG-4.4-e). */
const endsWell = (stage: StageDef) =>
  stage.kind === 'certification' || (stage.kind === 'handover' && stage.outcome !== undefined);

/** The stages of a stage path for which the documents print no last day. */
export const openEndedOn = ({ openEnded = [] }: Programme, { facts }: StagePath): string[] =>
  openEnded
    .filter(({ tracks, destinations }) => applies(conditionOf({ tracks, destinations }), facts))
    .map(({ stage }) => stage);

/** The stage in which an office approves the filing: the review with the action `approve`, otherwise the last review before the committee meets. */
function approvalOn(stagePath: readonly StageDef[]): number {
  const named = stagePath.findIndex((stage) => stage.kind === 'review' && stage.pass.action === 'approve');
  const session = stagePath.findIndex((stage) => stage.kind === 'session');
  const before = session < 0 ? stagePath : stagePath.slice(0, session);
  return named >= 0 ? named : before.findLastIndex((stage) => stage.kind === 'review');
}

/** Every window that a stage path uses must be in the timeline exactly once, or be announced. */
export function windowProblems(programme: Programme, { facts, stages }: StagePath): string[] {
  const { windows, announced = [] } = programme.timeline;
  const used = [...stages.flatMap(windowsOf), ...(programme.invalidation ? [programme.invalidation.window] : [])];
  const ahead = stages.flatMap(precedes);
  const unknown = ahead.filter((key) => !windows.some((window) => window.key === key));
  const wrong = unknown.map((key) => `no window ${key} for a publicity to precede`);
  const counted = [...new Set(used)].flatMap((key) => {
    const found = windows.filter((window) => window.key === key && applies(window, facts));
    const later = announced.some((window) => window.key === key && applies(window, facts));
    if (found.length === 1 || (found.length === 0 && later)) return [];
    return [`window ${key} stands ${found.length} times for ${facts.series} ${facts.level}`];
  });
  return [...wrong, ...counted];
}

/** A publicity needs its window only for a warning, so the window may be missing. */
const precedes = (stage: StageDef) =>
  stage.kind === 'publicity' && stage.mustPrecede ? [stage.mustPrecede.window] : [];

/** The given parts of a condition. */
const conditionOf = (given: { readonly [K in keyof Condition]: Condition[K] | undefined }): Condition =>
  Object.fromEntries(Object.entries(given).filter(([, list]) => list !== undefined));

/** The windows that the period of a return names. */
function returnWindows({ return: back }: ReviewStage): string[] {
  return [back?.period?.extends, back?.period?.keepsOpenWithin].filter((key) => key !== undefined);
}

function windowsOf(stage: StageDef): string[] {
  const ofDeadline = ({ rule }: Pick<DeadlineDef, 'rule'>) => ('window' in rule ? [rule.window] : []);
  const ofGate = (gate: Gate | undefined) => [gate?.window, gate?.orWindow].filter((key) => key !== undefined);
  return [
    ...[...(stage.deadlines ?? []), ...(stage.alarms ?? [])].flatMap(ofDeadline),
    ...(stage.kind === 'review' && stage.submission ? [stage.submission.window] : []),
    ...(stage.kind === 'filing' ? ofGate(stage.gate) : []),
    ...(stage.kind === 'review' ? [...ofGate(stage.pass.gate), ...returnWindows(stage)] : []),
    ...(stage.kind === 'handover' ? stage.steps.flatMap((step) => ofGate(step.gate)) : []),
    ...(stage.kind === 'session' ? [...ofGate(stage.heldWithin), ...ofGate(stage.heldWithin?.withReason)] : []),
  ];
}
