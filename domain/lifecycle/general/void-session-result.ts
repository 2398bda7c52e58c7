import { dateOf } from '../../calendar/dates.ts';
import type { CommandData } from '../../case/commands/commands.ts';
import { planOf } from '../../case/plan/compiled-stages.ts';
import { type Action, reasonOf, type Transition } from '../../case/transition.ts';
import type { Plan } from '../../programme/programme.ts';
import type { SessionStage } from '../../programme/stages/stages.ts';
import { noResult } from '../../stages/session-result.ts';
import { applicationStatusOf } from './end-for-fraud.ts';

/**
 * Sets a result aside because its session was declared void. Whoever passed or failed there waits for another session while the year lasts; after it
 * the application ends as the programme says. A certificate is revoked and the application stays as it ended. One that ended for another reason stays so.
 */
export function voidSessionResult(plan: Plan): Action[] {
  const stage = plan.stages.find(({ kind }) => kind === 'session');
  if (stage?.kind !== 'session') return [];
  const { clauses } = stage;
  return [
    {
      name: 'voidSessionResult',
      label: { zh: '评审结果作废', en: 'Set the result of the session aside' },
      roles: ['system'],
      clauses,
      guard: ({ result }) => (result?.session ? null : noResult(clauses)),
      run: (transition, data) => {
        const { result, ended, fraud = [] } = transition.state;
        if (!data.session || result?.session !== data.session) return noResult(clauses);
        const revoked = applicationStatusOf(transition.state) === 'certified';
        const failed = fraud.length === 0 && [stage.notPassedOutcome, stage.veto?.outcome].includes(ended?.outcome);
        const goesOn = !revoked && (ended === null || failed);
        transition.emit({
          name: 'resultVoided',
          data: {
            session: data.session,
            ...(revoked ? { revoked: true as const } : {}),
            ...(goesOn ? { goesOn: true as const } : {}),
            ...reasonOf(data),
          },
        });
        if (goesOn) goOn(stage, transition, data);
        return null;
      },
    },
  ];
}

function goOn(stage: SessionStage, transition: Transition, { outcome }: CommandData): void {
  const yearLasts = dateOf(transition.at) <= `${planOf(transition.state).year}-12-31`;
  if (yearLasts || outcome === undefined) transition.enter(stage.key);
  else transition.end(outcome);
}
