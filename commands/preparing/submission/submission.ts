import type { ApplicationHead } from '../../../db/applications/applications.ts';
import { dateOf } from '../../../domain/calendar/dates.ts';
import type { Calendar } from '../../../domain/calendar/working-days.ts';
import type { MaterialFinding } from '../../../domain/case/check-results.ts';
import { needChecks } from '../../../domain/case/commands/checks.ts';
import { unannounced } from '../../../domain/case/plan/announced-windows.ts';
import { compile } from '../../../domain/case/plan/compile.ts';
import { currentStage } from '../../../domain/case/plan/compiled-stages.ts';
import { rightRemoved } from '../../../domain/committee/measures.ts';
import { refusalOutsideForm } from '../../../domain/eligibility/form/by-form.ts';
import { recordsInForce } from '../../../domain/integrity/decide.ts';
import { emptyForm, type Form, namedFiles } from '../../../domain/materials/form.ts';
import type { Plan } from '../../../domain/programme/programme.ts';
import { joinRefusals, type Refusal } from '../../../domain/refusal.ts';
import { asideOf, type Gather, type Subject } from '../act.ts';
import { openForm } from '../form-content.ts';
import { type InForce, withAnnounced } from '../in-force.ts';
import { claimsFor } from './claims.ts';
import { judgeEligibility } from './eligibility.ts';
import { formFindings, incomplete } from './form.ts';
import { fingerprintsOf } from './reuse.ts';
import { unchanged } from './unchanged.ts';

/**
 * Checks what is about to be submitted, so that nobody is returned later for what the system could see: at the first submission the conditions for
 * applying and the integrity archive, at each one every rule about material. Exactly the checked content goes with the intent. A submission already
 * recorded counts as of its receipt, and its conditions are not checked again.
 */
export const checkForm: Gather = async (subject) => {
  const { deps, row, inForce, by } = subject;
  if (by.person !== row.person) return {};
  const content = asideOf(subject, 'content');
  const form = content ? openForm(deps.vault, row.no, content.body) : emptyForm;
  const received = row.opened ? asideOf(subject, 'opened') : null;
  const eligibility = await judgeEligibility(deps, { row, form, received, programme: inForce.programme });
  if (subject.first && row.open === 0) {
    const { refusal } = recordsInForce(asideOf(subject, 'records'), dateOf(row.nowMs));
    const barred = refusalOutsideForm(eligibility) ?? refusal;
    if (barred) return joinRefusals(barred, content ? lackingIn(subject, form, eligibility.inForm) : null) ?? barred;
  }
  if (!content) return {};
  const lacking = lackingIn(subject, form, eligibility.inForm);
  if (lacking) return lacking;
  const { version, hash } = content;
  const same = await unchanged(subject, content);
  if (same) return same;
  return {
    data: { checkedIn: version },
    keep: { content: { version, hash, fingerprints: fingerprintsOf(deps.vault, form) }, files: [...namedFiles(form)] },
  };
};

/** Everything that the form lacks, with the checks that the applicant has not confirmed; null if the form lacks nothing. */
function lackingIn(subject: Subject, form: Form, inForm: readonly MaterialFinding[]): Refusal | null {
  const { deps, row, state, inForce, act } = subject;
  const { programme } = inForce;
  const moment = { asOf: dateOf(row.nowMs), removedItems: row.snapshot?.removedItems ?? [] };
  const lacking = incomplete(formFindings({ row, form, programme, files: asideOf(subject, 'files'), inForm, moment }));
  if (!lacking) return null;
  const stage = state.plan ? currentStage(state) : planFor(inForce, row, deps.deps.calendar).stages[0];
  const checks = stage?.kind === 'filing' ? stage.checks : stage?.kind === 'review' ? stage.submission?.checks : [];
  return joinRefusals(lacking, needChecks(checks, { checked: act.input.checked ?? [] }));
}

/** What opens a case: the programme compiled by the dates now in force, if the period it leads to is announced (LYG-3.3-a), and the claim of the year’s one application. */
export const openCase: Gather = async (subject) => {
  const { deps, row, inForce } = subject;
  const plan = planFor(inForce, row, deps.deps.calendar);
  const { announced = [] } = inForce.programme.timeline;
  const removed = rightRemoved({ year: inForce.year, rules: inForce.programme.committeeYear });
  return removed ?? unannounced(plan, announced) ?? { plan, ...(await claimsFor(subject, inForce.programme)) };
};

/** What of an application decides which parts of a programme apply to it. */
export type PlanHead = Pick<
  ApplicationHead,
  'series' | 'specialty' | 'level' | 'track' | 'employerClass' | 'committee' | 'destination'
>;

/** The programme compiled for one applicant by what is in force. */
export function planFor(inForce: InForce, head: PlanHead, calendar: Calendar): Plan {
  const { series, specialty, level, track, employerClass, committee, destination } = head;
  const facts = { series, specialty, level, track, employerClass, committee, destination };
  return compile(withAnnounced(inForce, committee), facts, calendar);
}
