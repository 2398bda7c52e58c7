import { labelOf } from '../case/commands/action-labels.ts';
import { type Action, alwaysOpen, needReason, reasonOf } from '../case/transition.ts';
import type { SessionStage } from '../programme/stages/stages.ts';
import { refuse } from '../refusal.ts';
import { text } from '../text.ts';

/**
 * The office of the committee puts an application that waits for it on the roster of a session, and takes it off. It is on one roster at a time: who joins
 * another session leaves the one before. From the opening of the meeting on the roster stands, which the database says when the action is recorded.
 */
export function rosterActions(stage: SessionStage): Action[] {
  const { role, clauses } = stage;
  const here = { roles: [role], clauses };
  return [
    {
      ...here,
      name: 'joinSession',
      label: labelOf('joinSession'),
      guard: alwaysOpen,
      needs: ['session'],
      run: (transition, { session }) => {
        if (session === undefined || transition.state.roster === session)
          return refuse(
            'ACTION_NOT_HERE',
            text('本申报已在该次会议的花名册上。', 'It is on the roster of this session already.'),
            { clauses },
          );
        transition.emit({ name: 'onRoster', data: { session } });
        return null;
      },
    },
    {
      ...here,
      name: 'leaveSession',
      label: labelOf('leaveSession'),
      guard: ({ roster }) =>
        roster
          ? null
          : refuse(
              'ACTION_NOT_HERE',
              text('本申报不在任何评审会议的花名册上。', 'It is on the roster of no session.'),
              { clauses },
            ),
      run: (transition, data) => {
        const { roster } = transition.state;
        const refusal = needReason(data, clauses);
        if (refusal || !roster) return refusal;
        transition.emit({ name: 'offRoster', data: { session: roster, ...reasonOf(data) } });
        return null;
      },
    },
  ];
}
