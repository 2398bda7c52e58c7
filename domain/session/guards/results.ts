import { basisOf, type Guard, needText, no } from '../grounds.ts';

export const publishResults: Guard = ({ plan, command: { context } }) =>
  (context.undelivered ?? 0) === 0
    ? null
    : no(
        'NO_RESULTS',
        `尚有${context.undelivered}项结果未送达申报。`,
        `${context.undelivered} results have not reached their applications.`,
        plan.rules.publicity,
      );

/** The publicity of the list is over and nothing is undecided; whoever announces is recorded (LYG-5.2-a). */
export const announceResults: Guard = ({ state, plan, command: { context } }) => {
  if (!state.count?.reviewed)
    return no('NO_RESULTS', '没有可公布的评审结果。', 'There are no results to announce.', plan.rules.publicity);
  const open = context.openPublicities ?? 0;
  return open === 0
    ? null
    : no(
        'NOT_OPENED',
        `尚有${open}人的结果公示未结束。`,
        `The publicity of ${open} results is not over.`,
        plan.rules.publicity,
        { openPublicities: open },
      );
};

export const reasonOnly: Guard = ({ plan, command: { data } }) => needText(data.text, basisOf(plan));

/** Whoever entered a fact does not correct it, and a correction has a reason. */
export const correct: Guard = ({ plan, command: { data, by } }) => {
  if (!data.what) return no('INVALID_DATA', '须写明更正事项。', 'What is corrected is missing.', basisOf(plan));
  if (data.enteredBy === by.person)
    return no(
      'NOT_YOURS',
      '更正须由登记人以外的人办理。',
      'Somebody else than the person who entered it corrects it.',
      basisOf(plan),
    );
  return needText(data.text, basisOf(plan));
};
