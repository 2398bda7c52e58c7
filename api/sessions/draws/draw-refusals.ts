import type { FieldError, Refusal } from '../../../domain/refusal.ts';
import { groundsOf, no } from '../../../domain/session/grounds.ts';
import type { SessionPlan } from '../../../domain/session/session.ts';
import { text } from '../../../domain/text.ts';
import { HttpError, invalid, refused } from '../../http/errors.ts';
import type { SeenSession } from '../find-shown.ts';

/** The rules of a session that is seen; a session that was planned has a plan. */
export function planOf({ session: { no: number, state } }: SeenSession): SessionPlan {
  if (!state.plan) throw new Error(`${number} has no plan`);
  return state.plan;
}

/** The session does not stand where experts are drawn. */
export const notNow = (plan: SessionPlan): HttpError =>
  refused(
    no(
      'ACTION_NOT_HERE',
      '本次评审会议现不能抽取专家。',
      'Experts are not drawn for the session as it stands.',
      plan.rules.draw,
    ),
  );

/** What of a draw cannot be right, with the rules it rests on. */
export const wrongDraw = ({ rules: { draw, committee } }: SessionPlan, errors: readonly FieldError[]): HttpError => {
  const { details } = groundsOf(draw);
  return invalid(errors, {
    clauses: [...draw.clauses, ...committee.clauses],
    readings: [...draw.readings, ...committee.readings],
    ...(details ? { details: { ...details, nationalOfCommittee: committee.national } } : {}),
  });
};

/** Another draw has been made in between. */
export const drawnMeanwhile = () =>
  new HttpError(
    409,
    'VERSION_MOVED',
    text(
      '同一时间已有另一次抽取，或会议状态已变化，请刷新后再办理。',
      'Another draw was made at the same time, or the session has moved on: read it again.',
    ),
  );

/** A draw that was revealed counts: it is recorded, and set aside only by a step with a reason. */
export const countsAlready = (plan: SessionPlan): Refusal =>
  no(
    'ACTION_NOT_HERE',
    '上一次抽取已公开，应予登记；如需重抽，先登记再以“重新抽取”说明理由。',
    'The last draw is revealed and counts: record it, and set it aside by `redraw` with a reason.',
    plan.rules.draw,
  );

export const reasonNeeded = (plan: SessionPlan): HttpError =>
  refused(
    no(
      'REASON_MISSING',
      '重新抽取须写明理由。',
      'A reason is recorded where experts are drawn again.',
      plan.rules.draw,
    ),
  );
