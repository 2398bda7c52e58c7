import { edgesOf } from '../../domain/case/compiled-stages.ts';
import type { Condition } from '../../domain/programme/condition.ts';
import { applies } from '../../domain/programme/condition.ts';
import type { DeadlineDef } from '../../domain/programme/deadlines.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Gate, StageDef } from '../../domain/programme/stages.ts';
import type { StagePath } from './offered-facts.ts';

/** The road of one applicant: every way leads to a stage of it, every stage is reached, and each up to approval can expire or is `openEnded`. */
export function stagePathProblems(road: readonly StageDef[], openEnded: readonly string[]): string[] {
  const find = (key: string) => road.find((stage) => stage.key === key);
  const reached = new Set<string>();
  const open = road.slice(0, 1);
  for (let stage = open.pop(); stage; stage = open.pop()) {
    if (reached.has(stage.key)) continue;
    reached.add(stage.key);
    open.push(...edgesOf(stage).flatMap((key) => find(key) ?? []));
  }
  const approval = approvalOn(road);
  return [
    ...road.flatMap((stage) =>
      edgesOf(stage)
        .filter((key) => !find(key))
        .map((key) => `${stage.key} leads to ${key}, which is no stage of this road`),
    ),
    ...road.filter((stage) => !reached.has(stage.key)).map((stage) => `${stage.key} cannot be reached`),
    ...road
      .filter((stage, i) => i <= approval && !stage.deadlines?.length && !openEnded.includes(stage.key))
      .map((stage) => `${stage.key} never expires`),
    ...(road.some(endsWell) ? [] : ['the road has no certification']),
  ];
}

/** A certificate, or the hand-over of a case that is decided elsewhere (DL-2.2.4-c, LYG-4.4-e). */
const endsWell = (stage: StageDef) =>
  stage.kind === 'certification' || (stage.kind === 'handover' && stage.outcome !== undefined);

/** The stages of a road for which the documents print no last day. */
export const openEndedOn = ({ openEnded = [] }: Programme, { facts }: StagePath): string[] =>
  openEnded
    .filter(({ tracks, destinations }) => applies(conditionOf({ tracks, destinations }), facts))
    .map(({ stage }) => stage);

/** Where an office approves what was filed: the review that says so, or else the last one before the committee sits. */
function approvalOn(road: readonly StageDef[]): number {
  const named = road.findIndex((stage) => stage.kind === 'review' && stage.pass.action === 'approve');
  const session = road.findIndex((stage) => stage.kind === 'session');
  const before = session < 0 ? road : road.slice(0, session);
  return named >= 0 ? named : before.findLastIndex((stage) => stage.kind === 'review');
}

/** Every window that a road uses stands once in the timeline, or is announced. */
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

/** Whom a publicity's window does not concern is only not warned about it. */
const precedes = (stage: StageDef) =>
  stage.kind === 'publicity' && stage.mustPrecede ? [stage.mustPrecede.window] : [];

/** What of a condition is given. */
const conditionOf = (given: { readonly [K in keyof Condition]: Condition[K] | undefined }): Condition =>
  Object.fromEntries(Object.entries(given).filter(([, list]) => list !== undefined));

function windowsOf(stage: StageDef): string[] {
  const ofDeadline = ({ rule }: Pick<DeadlineDef, 'rule'>) => ('window' in rule ? [rule.window] : []);
  const ofGate = (gate: Gate | undefined) => [gate?.window, gate?.orWindow].filter((key) => key !== undefined);
  return [
    ...[...(stage.deadlines ?? []), ...(stage.alarms ?? [])].flatMap(ofDeadline),
    ...(stage.kind === 'review' && stage.submission ? [stage.submission.window] : []),
    ...(stage.kind === 'filing' ? ofGate(stage.gate) : []),
    ...(stage.kind === 'review' ? [...ofGate(stage.pass.gate), ...[stage.return?.period?.extends ?? []].flat()] : []),
    ...(stage.kind === 'handover' ? stage.steps.flatMap((step) => ofGate(step.gate)) : []),
    ...(stage.kind === 'session' ? [...ofGate(stage.heldWithin), ...ofGate(stage.heldWithin?.withReason)] : []),
  ];
}
