import { labelOf } from '../case/commands/action-labels.ts';
import { checkedOf, needChecks } from '../case/commands/checks.ts';
import type { CommandData } from '../case/commands/commands.ts';
import { type Action, alwaysOpen } from '../case/transition.ts';
import type { CertificationStage } from '../programme/stages/stages.ts';
import { refuse } from '../refusal.ts';

/** The office issues the certificate under its management number, which ends the application with a title. */
export function certificationActions(stage: CertificationStage): Action[] {
  return [
    {
      name: 'certify',
      label: labelOf('certify'),
      roles: [stage.role],
      clauses: stage.clauses,
      guard: alwaysOpen,
      asks: () => ({ checks: stage.checks }),
      needs: ['announcement', 'certificateNumber'],
      run: (transition, data: CommandData<'certify'>) => {
        if (!data.certificate)
          return refuse(
            'INVALID_DATA',
            { zh: '须填写证书管理号。', en: 'The certificate management number is missing.' },
            { clauses: stage.clauses },
          );
        const refusal = needChecks(stage.checks, data);
        if (refusal) return refusal;
        transition
          .emit({ name: 'passed', data: { certificate: data.certificate, ...checkedOf(stage.checks, data) } })
          .end(stage.outcome);
        return null;
      },
    },
  ];
}
