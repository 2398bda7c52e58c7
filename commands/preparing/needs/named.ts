import { invalidFields, type Refusal } from '../../../domain/refusal.ts';
import { text } from '../../../domain/text.ts';
import { asideOf, type Gather } from '../act.ts';

/** The stamped page that the action names must be an uploaded file of that kind. */
export const checkStampedPage: Gather = (subject) => {
  const { attachment = '' } = subject.act.input;
  const there = asideOf(subject, 'files').some(({ id, kind }) => id === attachment && kind === 'stampedPage');
  return there
    ? { keep: { files: [attachment] } }
    : wrong('/attachment', '须为已上传的盖章页附件。', 'It must be an uploaded attachment of kind stampedPage.');
};

/** The right committee is one of the programme's, and not the one that returns the application. */
export const checkCommittee: Gather = ({ row, inForce, act }) => {
  const { committee } = act.input;
  if (committee === undefined) return {};
  const known = inForce.programme.committees?.some((each) => each.id === committee);
  return known && committee !== row.committee
    ? {}
    : wrong('/committee', '须为本年度通知中的另一评委会。', 'It must be another committee of this notice.');
};

const wrong = (path: string, zh: string, en: string): Refusal => invalidFields([{ path, message: text(zh, en) }]);
