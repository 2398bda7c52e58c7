import { invalidFields, refuse } from '../../../domain/refusal.ts';
import { committeeOf } from '../../../domain/session/offices.ts';
import { takesApplications } from '../../../domain/session/steps.ts';
import { text } from '../../../domain/text.ts';
import { asideOf, type Gather } from '../act.ts';

/** The session that the action names is one of the committee to which the application goes, and still takes applications. */
export const findSession: Gather = (subject) => {
  const { row, inForce } = subject;
  const session = asideOf(subject, 'session');
  const own = committeeOf(inForce.programme, row.committee ?? null);
  if (!session || session.programme !== row.programme || session.committee !== own) {
    const message = text('须为本申报所属评委会的评审会议。', 'It must be a session of the committee to which it goes.');
    return invalidFields([{ path: '/session', message }]);
  }
  if (takesApplications(session.status)) return { keep: { session: session.no } };
  const stage = inForce.programme.stages.find(({ kind }) => kind === 'session');
  return refuse(
    'WINDOW_CLOSED',
    text(
      '该次会议尚未发布通知或复核已结束，不能列入花名册。',
      'The notice of that session is not out yet, or its re-check is closed: nobody is added to its roster.',
    ),
    { clauses: stage?.clauses ?? [] },
  );
};
