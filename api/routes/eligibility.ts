import { latestStart } from '../../domain/calendar.ts';
import { compile } from '../../domain/compile.ts';
import { addDays, dateOf } from '../../domain/dates.ts';
import { type EligibilityFacts, mayApply } from '../../domain/eligibility.ts';
import type { Plan, Programme } from '../../domain/programme.ts';
import type { PublicityStage, StageDef } from '../../domain/stage.ts';
import { text } from '../../domain/text.ts';
import { notFound } from '../errors.ts';
import { defineRoute, type RouteDef } from '../route.ts';
import { eligibilityInput, eligibilityView } from '../schemas/eligibility.ts';
import { programmeParams } from '../schemas/programmes.ts';

/** May this person apply, where, and when: the same rules that refuse a draft, asked before anything is stored. */
export const eligibilityRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'post',
    path: '/v1/programmes/:id/eligibility-checks',
    summary: 'May this person apply, where, and when; nothing is stored.',
    tag: 'programmes',
    access: 'public',
    params: programmeParams,
    body: eligibilityInput,
    answers: { 200: { description: 'Every rule that was looked at', schema: eligibilityView } },
    handle: async ({ services, params, body, now }) => {
      const programme = services.programmes.get(params.id);
      if (!programme) throw notFound();
      const { asOf, examPassedOn, yearsInProvince, ...rest } = body;
      const facts: EligibilityFacts = {
        ...rest,
        hasEmployment: rest.employerClass !== 'freelance',
        ...(examPassedOn === undefined ? {} : { examPassedOn }),
        ...(yearsInProvince === undefined ? {} : { yearsInProvince }),
      };
      const result = mayApply(programme, facts, asOf ?? dateOf(await now()));
      const plan = result.office === null ? null : compile(programme, facts, services.deps.calendar);
      return {
        status: 200,
        body: {
          eligible: result.eligible,
          findings: [
            ...result.findings.map(({ clause, outcome, message, readings }) => ({
              clause,
              outcome,
              message,
              readings,
            })),
            ...acrossApplications(programme),
          ],
          routing:
            plan && result.office !== null
              ? { channel: channelOf(plan), office: result.office, sealingAuthority: result.sealingAuthority }
              : null,
          window: plan ? windowOf(plan) : null,
          latestPublicityPosting: plan ? latestPosting(plan) : null,
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

/** Who has the application in hand, stage by stage. */
function channelOf({ stages }: Plan) {
  return stages.map((stage) => ({ stage: stage.key, name: stage.name, role: roleOf(stage) }));
}

function roleOf(stage: StageDef): string {
  if (stage.kind === 'filing') return 'applicant';
  if (stage.kind === 'handover') return stage.steps[0]?.role ?? 'unitHr';
  return stage.role;
}

/** The window in which the application must be filed online. */
export function windowOf({ stages, timeline }: Plan) {
  const counted = stages.find((stage) => stage.kind === 'review' && stage.submission);
  const key = counted?.kind === 'review' ? counted.submission?.window : undefined;
  const window = key === undefined ? undefined : timeline.windows[key];
  return key !== undefined && window ? { key, ...window } : null;
}

/** The last day on which the unit's publicity can be posted so that the application can still be filed in its window. */
function latestPosting({ stages, timeline }: Plan): string | null {
  const publicity = stages.find(
    (stage): stage is PublicityStage => stage.kind === 'publicity' && stage.mustPrecede !== undefined,
  );
  const window = publicity?.mustPrecede ? timeline.windows[publicity.mustPrecede.window] : undefined;
  if (!publicity || !window) return null;
  return latestStart(timeline.calendar, addDays(window.closes, -1), publicity.workingDays);
}
