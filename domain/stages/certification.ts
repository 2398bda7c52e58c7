import { type Action, always } from '../action.ts';
import { checkedOf, needChecks } from '../checks.ts';
import { labelOf } from '../labels.ts';
import { refuse } from '../refusal.ts';
import type { CertificationStage } from '../stage.ts';

/** The certificate is issued under its management number, and the road ends well. */
export function certificationActions(stage: CertificationStage): Action[] {
  return [
    {
      name: 'certify',
      label: labelOf('certify'),
      roles: [stage.role],
      clauses: stage.clauses,
      guard: always,
      asks: () => ({ checks: stage.checks }),
      run: (story, data) => {
        if (!data.certificate)
          return refuse(
            'INVALID_DATA',
            { zh: '须填写证书管理号。', en: 'The certificate management number is missing.' },
            { clauses: stage.clauses },
          );
        const refusal = needChecks(stage.checks, data);
        if (refusal) return refusal;
        story
          .tell({ name: 'passed', data: { certificate: data.certificate, ...checkedOf(stage.checks, data) } })
          .end(stage.outcome);
        return null;
      },
    },
  ];
}
