import type { SessionTemplate } from '../../domain/lifecycle/notices/notifications.ts';
import type { NoticeWording } from './wording.ts';

/** The English texts of notices about a review session. */
export const enSession: Readonly<Record<SessionTemplate, NoticeWording>> = {
  sessionTurn: {
    subject: 'Committee “{committee}”: the session of {meetingOn} waits for you ({nextStep})',
    body: [
      'The session of committee “{committee}” on {meetingOn} stands at: {sessionStatus}.',
      'Next: sign in and take the step: {nextStep}.',
    ],
  },
  sessionOpeningRefused: {
    subject: 'Committee “{committee}”: the opening of {meetingOn} was refused',
    body: [
      'The opening of the session of committee “{committee}” on {meetingOn} was refused.',
      'Next: sign in to read why, and report it again.',
    ],
  },
  sessionMoved: {
    subject: 'Committee “{committee}”: the session is now on {meetingOn}',
    body: ['The session of committee “{committee}” was moved to {meetingOn}.', 'Next: sign in to see it.'],
  },
  sessionSuspended: {
    subject: 'Committee “{committee}”: the session of {meetingOn} is suspended',
    body: [
      'The session of committee “{committee}” on {meetingOn} is suspended.',
      'Next: wait until it is resumed; nothing needs to be done now.',
    ],
  },
  sessionCancelled: {
    subject: 'Committee “{committee}”: the session of {meetingOn} is cancelled',
    body: [
      'The session of committee “{committee}” on {meetingOn} is cancelled; its applications wait for another one.',
      'Next: nothing needs to be done now.',
    ],
  },
  sessionVoided: {
    subject: 'Committee “{committee}”: the results of {meetingOn} are void',
    body: [
      'The results of the session of committee “{committee}” on {meetingOn} were declared void.',
      'Next: sign in to read why.',
    ],
  },
  sessionReportNear: {
    subject: 'Committee “{committee}”: opening report due by {due} (working days left: {daysLeft})',
    body: [
      'The opening of the session of committee “{committee}” on {meetingOn} is reported by {due}; working days left: {daysLeft}.',
      'Rules: {basis}.',
      'Next: sign in and report it; after that day the meeting must be moved.',
    ],
  },
  sessionHeldNear: {
    subject: 'Committee “{committee}”: the session is held by {due} (working days left: {daysLeft})',
    body: [
      'The session of committee “{committee}” on {meetingOn} is held by {due}; working days left: {daysLeft}.',
      'Rules: {basis}.',
      'Next: sign in and prepare the meeting.',
    ],
  },
  defenceSet: {
    subject: 'Application {no}: oral defence on {defenceAt}',
    body: [
      'The oral defence of application {no} is on {defenceAt}, room: {room}.',
      'Rules: {basis}. Whoever does not come does not pass.',
      'Next: the applicant comes at that time, or asks the office of the committee for another one before the ballot opens.',
    ],
  },
  defenceMoved: {
    subject: 'Application {no}: oral defence moved to {defenceAt}',
    body: [
      'The oral defence of application {no} is now on {defenceAt}, room: {room}; the slot before no longer stands.',
      'Rules: {basis}. Whoever does not come does not pass.',
      'Next: the applicant comes at the new time and place.',
    ],
  },
  sessionDeclare: {
    subject:
      'Committee “{committee}”: you were drawn for the session of {meetingOn}; declare whether you must withdraw',
    body: [
      'You were drawn as an expert of the session of committee “{committee}” on {meetingOn}. The experts are not made public: keep it to yourself.',
      'Next: sign in and declare that nothing stands against it, or withdraw from an application or from the session; it does not open before all have declared.',
    ],
  },
};
