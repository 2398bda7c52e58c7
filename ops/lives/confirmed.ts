import type { CommandData } from '../../domain/case/commands/commands.ts';
import type { Plan } from '../../domain/programme/programme.ts';
import type { Check, StageDef } from '../../domain/programme/stages/stages.ts';

/** What whoever passes is told where no achievement was found again. */
export const nothingUsedAgain = { reuse: { undecided: [], reused: [] } } as const;

/** What whoever receives the paper dossier is told where it lacks nothing. */
export const wholeDossier = { dossier: { delivered: [], lacks: [] } } as const;

/** every check that some action on the path requires: whoever gives them all has confirmed whatever is asked. */
export function everyCheck({ stages }: Pick<Plan, 'stages'>): readonly string[] {
  return [...new Set(stages.flatMap(checksOf).map(({ key }) => key))];
}

function checksOf(stage: StageDef): readonly Check[] {
  switch (stage.kind) {
    case 'review':
      return [...(stage.pass.checks ?? []), ...(stage.submission?.checks ?? [])];
    case 'handover':
      return stage.steps.flatMap((step) => step.checks ?? []);
    default:
      return stage.checks ?? [];
  }
}

/**
 * The data of an act with what a diligent person adds: everything asked for is confirmed, and a result comes with the scores that the hearing weighs.
 * What a test gives itself stands.
 */
export function confirmed(plan: Pick<Plan, 'stages'>, action: string, data: CommandData): CommandData {
  const session = plan.stages.find((stage) => stage.kind === 'session');
  const rule = session?.kind === 'session' ? session.hearing?.[0] : undefined;
  const heard = action === 'recordResult' && rule?.defence && data.absent === undefined;
  return {
    ...nothingUsedAgain,
    ...wholeDossier,
    checked: everyCheck(plan),
    ...(heard ? { defence: 9_000, ...(rule.weights ? { quantified: 8_000 } : {}) } : {}),
    ...data,
  };
}
