import { dateOf } from '../../domain/dates.ts';
import { mayApply } from '../../domain/eligibility.ts';
import type { Programme } from '../../domain/programme.ts';
import { text } from '../../domain/text.ts';
import { wayOf } from '../eligibility-view.ts';
import { notFound } from '../errors.ts';
import { defineRoute, type RouteDef } from '../route.ts';
import { eligibilityInput, eligibilityView } from '../schemas/eligibility.ts';
import { programmeParams } from '../schemas/programmes.ts';

/** May this person apply, where, with what, by when: the same rules that refuse a draft and a first submission, asked before anything is stored. */
export const eligibilityRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'post',
    path: '/v1/programmes/:id/eligibility-checks',
    summary: 'May this person apply, where, with what and by when; nothing is stored.',
    tag: 'programmes',
    access: 'public',
    params: programmeParams,
    body: eligibilityInput,
    answers: { 200: { description: 'Every rule that was looked at', schema: eligibilityView } },
    handle: async ({ services, params, body, now }) => {
      const programme = services.programmes.get(params.id);
      if (!programme) throw notFound();
      const { asOf = dateOf(await now()), ...facts } = body;
      const result = mayApply(programme, facts, asOf);
      const findings = result.findings.map(({ code: _code, mustBeTold: _must, ...finding }) => finding);
      return {
        status: 200,
        body: {
          eligible: result.eligible,
          asOf,
          findings: [...findings, ...acrossApplications(programme)],
          ...wayOf(services, programme, { facts, result, asOf }),
        },
      };
    },
  }),
];

/** What depends on other applications is known when this one is submitted. */
function acrossApplications({ claims }: Programme) {
  return claims.flatMap(({ clauses, readings }) =>
    clauses.map((clause) => ({
      clause,
      outcome: 'checkedAtSubmit' as const,
      message: text(
        '提交时核查本年度是否已有其他申报。',
        'Whether there is another application this year is checked at submission.',
      ),
      readings,
    })),
  );
}
