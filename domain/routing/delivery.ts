import type { Role } from '../programme/facts.ts';
import type { HandoverStep, StageDef, StepAction } from '../programme/stages.ts';
import { rolesOf } from './offices-in-charge.ts';

/** Who a delivery is for: the role that acts in the step it leads to, and the office that acts in it. */
export type Receiver = { readonly role: Role; readonly office: string };

/** A step by which something is delivered: what is done there, and who does it. */
export type Delivery = { readonly action: StepAction; readonly role: Role };

/** Where a delivery leads on one road: the role that acts next, and the rules of the step that delivers. */
export type Delivered = { readonly to: Role; readonly clauses: readonly string[] };

/**
 * Where a delivery leads (DL-2.1.2-a, DL-2.2.4-a, DL-2.2.4-c, LN-5.7-b): to whoever acts in the steps after it, else in the stage that follows. A road with
 * several such steps means the last one that the application, which stands at `at`, has come to. Null where the road has none, or nobody comes after it.
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

/** Who acts after a step, in turn: in the rest of its stage and in the one that follows. */
function rolesAfter(stages: readonly StageDef[], stage: StageDef, step: HandoverStep): Role[] {
  if (stage.kind !== 'handover') return [];
  const rest = stage.steps.slice(stage.steps.indexOf(step) + 1).map(({ role }) => role);
  const next = stages.find(({ key }) => key === stage.next);
  return [...rest, ...(next ? rolesOf(next) : [])];
}
