import { type Guard, no, notHere } from '../grounds.ts';

/** The ballot opens when two custodians have their keys, and sheets and opinions are in; an application without quorum waits. */
export const openBallot: Guard = ({ state, plan, command: { context } }) => {
  const { custodians = 0, missing, ready = 0 } = context;
  if (state.ballot?.open) return notHere(plan);
  if (custodians < 2)
    return no(
      'KEYS_MISSING',
      '须由两名保管人各自登记投票箱公钥。',
      'Two custodians each register the public key of the box.',
      plan.rules.majority,
    );
  if (missing && missing.sheets + missing.opinions > 0)
    return no(
      'INCOMPLETE',
      `尚缺评分表${missing.sheets}份、评议意见${missing.opinions}份。`,
      `${missing.sheets} score sheets and ${missing.opinions} opinions are missing.`,
      plan.rules.opinions,
      missing,
    );
  return ready > 0
    ? null
    : no(
        'NO_QUORUM',
        '没有符合法定人数、可以投票的申报。',
        'No application has a quorum; there is nothing to vote on.',
        plan.rules.quorum,
      );
};

export const closeBallot: Guard = ({ state, plan }) => (state.ballot?.open ? null : notHere(plan));

export const recordCount: Guard = ({ state, plan, command: { context } }) =>
  state.count !== null || !context.count ? notHere(plan) : null;

/** One more ballot, where the programme has more than one. */
export const nextRound: Guard = ({ state, plan }) =>
  state.count !== null && (state.ballot?.round ?? 0) < plan.rules.rounds ? null : notHere(plan);

/** The chair signs what was counted. */
export const signMinutes: Guard = ({ state, plan, command: { data, context } }) => {
  if (context.presides === false)
    return no(
      'NOT_YOURS',
      '会议纪要由主持会议的主任委员签字。',
      'The minutes are signed by who presided.',
      plan.rules.majority,
    );
  if (state.count === null) return no('NO_RESULTS', '尚未计票。', 'The votes are not counted.', plan.rules.majority);
  return data.minutes
    ? null
    : no('INVALID_DATA', '须有会议纪要。', 'There are no minutes to sign.', plan.rules.majority);
};
