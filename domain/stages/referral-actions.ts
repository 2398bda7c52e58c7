import { dateOf, isIsoDate } from '../calendar/dates.ts';
import type { CaseState } from '../case/case.ts';
import { labelOf } from '../case/commands/action-labels.ts';
import type { CommandData } from '../case/commands/commands.ts';
import type { EventData } from '../case/events.ts';
import { awaitedResult } from '../case/referral.ts';
import { type Action, needReason, reasonOf, type Transition } from '../case/transition.ts';
import type { Plan } from '../programme/programme.ts';
import type { AwaitedResult } from '../programme/stages/stages.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Text } from '../text.ts';

/** The actions after a referral: the office that referred the case records the result once, and corrects it with a reason (DL-2.2.4-c, LYG-4.4-e). */
export function referralActions(state: CaseState): Action[] {
  const awaited = awaitedResult(state);
  return awaited ? [record(awaited), correct(awaited)] : [];
}

/** The actions that may follow after some referral of a programme. */
export const referralActionsOf = ({ stages }: Plan): Action[] =>
  stages.flatMap((stage) =>
    stage.kind === 'handover' && stage.awaits ? [record(stage.awaits), correct(stage.awaits)] : [],
  );

function record(awaited: AwaitedResult): Action {
  const { role, clauses } = awaited;
  return {
    name: 'recordReferralResult',
    label: labelOf('recordReferralResult'),
    roles: [role],
    clauses,
    needs: ['certificateNumber'],
    guard: (state) => (state.referral ? notHere(awaited, recorded) : null),
    run: (transition, data) => {
      const result = resultOf(awaited, data, transition);
      if ('code' in result) return result;
      transition.emit({ name: 'referralDecided', data: result });
      return null;
    },
  };
}

function correct(awaited: AwaitedResult): Action {
  const { role, clauses, readings } = awaited;
  return {
    name: 'correctReferralResult',
    label: labelOf('correctReferralResult'),
    roles: [role],
    clauses,
    needs: ['certificateNumber'],
    guard: (state) => (state.referral ? null : notHere(awaited, notRecorded)),
    run: (transition, data) => {
      const result = needReason(data, clauses, readings) ?? resultOf(awaited, data, transition);
      if ('code' in result) return result;
      transition.emit({ name: 'referralCorrected', data: { ...result, ...reasonOf(data) } });
      return null;
    },
  };
}

/**
 * The result of a referral, or a refusal if it is incomplete: the decision, its day (since the referral and not in the future), its document number,
 * and a certificate only if passed.
 */
function resultOf(
  { clauses }: AwaitedResult,
  { passed, decidedOn = '', documentNo, certificate }: CommandData<'recordReferralResult'>,
  { state, at }: Transition,
): EventData['referralDecided'] | Refusal {
  const today = dateOf(at);
  const referredOn = state.ended ? dateOf(state.ended.at) : today;
  const invalid = (message: Text) => refuse('INVALID_DATA', message, { clauses });
  if (passed === undefined) return invalid(texts.passed);
  if (!isIsoDate(decidedOn) || decidedOn > today || decidedOn < referredOn) return invalid(texts.decidedOn);
  if (!documentNo) return invalid(texts.documentNo);
  if (certificate && !passed) return invalid(texts.certificate);
  return { passed, decidedOn, documentNo, certificate: certificate ?? null };
}

const notHere = ({ clauses }: AwaitedResult, message: Text): Refusal => refuse('ACTION_NOT_HERE', message, { clauses });

const recorded: Text = {
  zh: '评审结果已登记；如有误，请说明理由后更正。',
  en: 'The result is recorded already; where it is wrong, correct it with a reason.',
};
const notRecorded: Text = { zh: '尚未登记评审结果。', en: 'No result is recorded yet.' };
const texts = {
  passed: { zh: '须写明通过或未通过。', en: 'The result must say passed or not passed.' },
  decidedOn: {
    zh: '评审结果日期须在报送之后且不晚于今天。',
    en: 'The day of the result lies between the referral and today.',
  },
  documentNo: { zh: '须填写结果文件的文号。', en: 'The number of the document with the result is missing.' },
  certificate: { zh: '未通过的不得填写证书管理号。', en: 'An applicant who did not pass has no certificate.' },
} satisfies Record<string, Text>;
