import type { Role } from '../programme/facts.ts';
import type { HandoverStep, StageDef, StepAction } from '../programme/stages/stages.ts';
import { rolesOf } from './offices-in-charge.ts';

/** The receiver of a delivery: the role in charge of the next step, and the office that acts in it. */
export type Receiver = { readonly role: Role; readonly office: string };

/** A step that delivers something: its action and its role. */
export type Delivery = { readonly action: StepAction; readonly role: Role };

/** The receiving role of a delivery on one stage path, and the clauses of the step that delivers. */
export type Delivered = { readonly to: Role; readonly clauses: readonly string[] };

/**
 * The receiver of a delivery (DL-2.1.2-a, DL-2.2.4-a, DL-2.2.4-c, LN-5.7-b): the next different role in the remaining steps, otherwise in the next
 * stage. If the stage path has several such steps, the last one that the application in stage `at` has reached is used. Null when the stage path has
 * none, or when no other role follows.
 */
export function deliveredTo(stages: readonly StageDef[], delivery: Delivery, at: string | null): Delivered | null {
  const reached = stages.findIndex(({ key }) => key === at);
  const found = stages.flatMap((stage, index) => stepsOf(stage, delivery).map((step) => ({ stage, step, index })));
  const meant = found.findLast(({ index }) => index <= reached) ?? found[0];
  if (!meant) return null;
  const to = rolesAfter(stages, meant.stage, meant.step).find((role) => role !== delivery.role);
  return to === undefined ? null : { to, clauses: meant.step.clauses };
}

const stepsOf = (stage: StageDef, { action, role }: Delivery): readonly HandoverStep[] =>
  stage.kind === 'handover' ? stage.steps.filter((step) => step.action === action && step.role === role) : [];

/** The roles after a step, in order: in the rest of its stage and in the next stage. */
function rolesAfter(stages: readonly StageDef[], stage: StageDef, step: HandoverStep): Role[] {
  if (stage.kind !== 'handover') return [];
  const rest = stage.steps.slice(stage.steps.indexOf(step) + 1).map(({ role }) => role);
  const next = stages.find(({ key }) => key === stage.next);
  return [...rest, ...(next ? rolesOf(next) : [])];
}
