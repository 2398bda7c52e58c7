import { addDays, type IsoDate, yearOf } from '../../domain/calendar/dates.ts';
import type { CaseState } from '../../domain/case/case.ts';
import type { CommandData } from '../../domain/case/commands/commands.ts';
import { attemptsAllowed, currentStage, planOf } from '../../domain/case/plan/compiled-stages.ts';
import { awaitedResult } from '../../domain/case/referral.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type {
  Check,
  Gate,
  HandoverStage,
  PublicityStage,
  ReviewStage,
  SessionStage,
} from '../../domain/programme/stages/stages.ts';
import { nextStep } from '../../domain/stages/handover.ts';
import { nothingUsedAgain, wholeDossier } from '../lives/confirmed.ts';
import type { Chance } from './chance.ts';

/** What somebody does next, on which day. */
export type Move = { readonly on: IsoDate; readonly role: Role; readonly name: string; readonly data: CommandData };

/** How often something happens, in percent of all cases that come so far, chosen so that a season has every kind of end. */
const often = {
  forgets: 0.03,
  returns: 0.12,
  refuses: 0.03,
  objects: 0.05,
  upholds: 0.3,
  fails: 0.2,
  absent: 0.04,
  unheard: 0.1,
};
const reason = { reason: 'season' } as const;

/** The next move of somebody in a case; null if only time passes. */
export function nextMove(state: CaseState, today: IsoDate, chance: Chance): Move | null {
  const stage = currentStage(state);
  if (!stage) return referralMove(state, { today, chance });
  const forgotten =
    (stage.deadlines?.length ?? 0) > 0 && state.stage?.phase !== 'posted' && chance.happens(often.forgets);
  if (forgotten) return null;
  switch (stage.kind) {
    case 'filing':
      return move(
        later(today, chance.upTo(3), opening(state, stage.gate)),
        'applicant',
        'submit',
        checked(stage.checks),
      );
    case 'review':
      return reviewMove(state, stage, { today, chance });
    case 'publicity':
      return publicityMove(state, stage, { today, chance });
    case 'handover':
      return handoverMove(state, stage, { today, chance });
    case 'session':
      return sessionMove(state, stage, { today, chance });
    case 'certification':
      return move(later(today, chance.upTo(5)), stage.role, 'certify', {
        certificate: `${planOf(state).year}-${chance.upTo(999_999)}`,
        ...checked(stage.checks),
      });
  }
}

type Now = { readonly today: IsoDate; readonly chance: Chance };

const move = (on: IsoDate, role: Role, name: string, data: CommandData = {}): Move => ({ on, role, name, data });
const checked = (checks: readonly Check[] | undefined): CommandData =>
  checks?.length ? { checked: checks.map(({ key }) => key) } : {};
const opening = (state: CaseState, gate: Gate | undefined): IsoDate =>
  (gate && planOf(state).timeline.windows[gate.window]?.opens) ?? '';

/** A number of days later, but not before a given day. */
function later(today: IsoDate, days: number, earliest: IsoDate = ''): IsoDate {
  const day = addDays(today, days);
  return day < earliest ? earliest : day;
}

/** The province decides within months, and sometimes does not answer; the office that referred the case records the decision some days later. */
function referralMove(state: CaseState, { today, chance }: Now): Move | null {
  const awaited = awaitedResult(state);
  if (!awaited || state.referral || chance.happens(often.unheard)) return null;
  const decidedOn = addDays(today, 60 + chance.upTo(120));
  const passed = !chance.happens(often.fails);
  const documentNo = `省职称〔${yearOf(decidedOn)}〕${1 + chance.upTo(998)}号`;
  const data = { passed, decidedOn, documentNo };
  return move(later(decidedOn, chance.upTo(14)), awaited.role, 'recordReferralResult', data);
}

function reviewMove(state: CaseState, stage: ReviewStage, { today, chance }: Now): Move | null {
  const { submission } = stage;
  if (submission && state.stage?.phase === 'awaiting') {
    if (state.attempts.used >= attemptsAllowed(state)) return null;
    const opens = planOf(state).timeline.windows[submission.window]?.opens;
    return move(later(today, chance.upTo(2), opens), 'applicant', 'submit', checked(submission.checks));
  }
  const on = later(today, 1 + chance.upTo(4), opening(state, stage.pass.gate));
  const clause = stage.return?.clauses[0] ?? stage.clauses[0] ?? '';
  const list: CommandData = { deficiencies: [{ item: 'a1', clause }], ...reason };
  if (stage.return && chance.happens(often.returns)) {
    const ground = stage.return.grounds ? chance.oneOf(stage.return.grounds).key : undefined;
    return move(on, stage.role, stage.return.action ?? 'return', { ...list, ...(ground ? { choice: ground } : {}) });
  }
  if (stage.refuse && chance.happens(often.refuses)) {
    const choice = stage.refuse.grounds ? { choice: chance.oneOf(stage.refuse.grounds).key } : {};
    return move(on, stage.role, stage.refuse.action, { ...list, ...choice });
  }
  const received = stage.pass.dossier ? wholeDossier : {};
  return move(on, stage.role, stage.pass.action, { ...checked(stage.pass.checks), ...nothingUsedAgain, ...received });
}

function publicityMove(state: CaseState, stage: PublicityStage, { today, chance }: Now): Move | null {
  if (state.stage?.phase === 'open')
    return move(later(today, chance.upTo(2)), stage.role, 'postPublicity', checked(stage.checks));
  const open = state.objections.find((each) => each.open);
  if (open) {
    const upheld = chance.happens(often.upholds);
    return move(later(today, 2), stage.role, 'concludeObjection', { objection: open.id, upheld, ...reason });
  }
  if (state.objections.length > 0 || !chance.happens(often.objects)) return null;
  const objection = `objection-${state.seq}`;
  return move(later(today, 1), stage.role, 'recordObjection', { objection, named: true });
}

function handoverMove(state: CaseState, stage: HandoverStage, { today, chance }: Now): Move | null {
  const step = nextStep(stage, state);
  if (!step) return null;
  const fitting = step.choices?.filter(
    ({ afterObjection }) => (afterObjection ?? state.objected === true) === (state.objected === true),
  );
  const choice = fitting ? { choice: chance.oneOf(fitting).key } : {};
  const file = step.action === 'uploadStampedPage' ? { file: 'stamped-page' } : {};
  const on = later(today, chance.upTo(1), opening(state, step.gate));
  return move(on, step.role, step.action, { ...checked(step.checks), ...choice, ...file });
}

/** The meeting is weeks later, within its period, and was reported and agreed to in time. */
function sessionMove(state: CaseState, stage: SessionStage, { today, chance }: Now): Move {
  const closes = stage.heldWithin && planOf(state).timeline.windows[stage.heldWithin.window]?.closes;
  const days = (stage.opening?.daysBefore ?? 0) + 5 + chance.upTo(30);
  const wanted = later(today, days, opening(state, stage.heldWithin));
  // Near the end of the period the meeting is held as soon as possible.
  const heldOn = closes && wanted > closes ? later(today, stage.opening?.daysBefore ?? 0) : wanted;
  const opened = stage.opening
    ? { reportedOn: addDays(heldOn, -stage.opening.daysBefore), approvedOn: addDays(heldOn, -1) }
    : {};
  const late = closes && heldOn > closes ? reason : {};
  return move(heldOn, stage.role, 'recordResult', {
    heldOn,
    ...opened,
    ...late,
    ...checked(stage.checks),
    ...heard(stage, chance),
  });
}

function heard({ hearing }: SessionStage, chance: Chance): CommandData {
  const rule = hearing?.[0];
  const passed = !chance.happens(often.fails);
  if (!rule?.defence) return { passed };
  if (chance.happens(often.absent)) return { passed: false, absent: true };
  const score = () => 6_000 + chance.upTo(4_000);
  return { passed, defence: score(), ...(rule.weights ? { quantified: score() } : {}) };
}
