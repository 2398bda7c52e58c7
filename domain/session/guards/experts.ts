import { type Guard, needText, no } from '../grounds.ts';

/** The draw is there with its proof, and the committee that sits is odd and large enough (Order 40, article 9). */
export const drawn: Guard = ({ plan, command: { context } }) => {
  const { draw } = context;
  if (!draw?.proof)
    return no(
      'DRAW_NOT_REVEALED',
      '抽取的承诺值与第二方数值尚未全部公开。',
      'The secret of the draw is not revealed, or the second value is missing.',
      plan.rules.draw,
    );
  return draw.members % 2 === 1
    ? null
    : no('INVALID_DATA', '评审专家人数须为单数。', 'The number of experts is odd.', plan.rules.committee, {
        members: draw.members,
      });
};

export const redraw: Guard = ({ plan, command: { data } }) => needText(data.text, plan.rules.draw);

export const settleRecusals: Guard = ({ plan, command: { context } }) => {
  const open = context.undeclared ?? 0;
  return open === 0
    ? null
    : no(
        'RECUSALS_OPEN',
        `尚有${open}名专家未声明是否回避。`,
        `${open} experts have not said whether they must withdraw.`,
        plan.rules.draw,
        { undeclared: open },
      );
};
