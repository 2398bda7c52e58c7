import type { EventBody } from '../case/events.ts';
import type { Role } from '../programme/facts.ts';
import type { Check, StageDef } from '../programme/stages/stages.ts';

/** A check with the role that must confirm it, and the step where the stage has steps. */
export type RequestedCheck = { readonly by: Role; readonly step: string | null; readonly check: Check };

/** All checks that the actions of a stage request, in the order of the actions. */
export function requestedChecks(stage: StageDef): RequestedCheck[] {
  const of = (by: Role, checks: readonly Check[] = [], step: string | null = null) =>
    checks.map((check) => ({ by, step, check }));
  switch (stage.kind) {
    case 'filing':
      return of('applicant', stage.checks);
    case 'review':
      return [...of('applicant', stage.submission?.checks), ...of(stage.role, stage.pass.checks)];
    case 'handover':
      return stage.steps.flatMap(({ key, role, checks }) => of(role, checks, key));
    default:
      return of(stage.role, stage.checks);
  }
}

/** The part of a plan from which the requested checks follow. */
type CheckSource = { readonly stages: readonly StageDef[] };

/** The part of an event that records what its actor confirmed. */
export type AttestingEvent = Pick<EventBody, 'stage' | 'data'> & { readonly role: Role };

/** The clauses attested by an event: those of the checks that were requested and confirmed. */
export function attestedClauses({ stages }: CheckSource, { stage: key, role, data }: AttestingEvent): string[] {
  const checked = 'checked' in data ? data.checked : undefined;
  const step = 'step' in data ? data.step : null;
  const stage = stages.find((each) => each.key === key);
  if (!stage || !checked) return [];
  return requestedChecks(stage)
    .filter((each) => each.by === role && each.step === step && checked.includes(each.check.key))
    .flatMap(({ check }) => check.clauses);
}
