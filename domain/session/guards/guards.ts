import type { Guard } from '../grounds.ts';
import type { SessionActionName } from '../steps.ts';
import { closeBallot, nextRound, openBallot, recordCount, signMinutes } from './ballot.ts';
import { drawn, redraw, settleRecusals } from './experts.ts';
import { openMeeting, recordAttendance } from './meeting.ts';
import { approveOpening, meetingDay, reportOpening, reschedule, someRoster } from './planning.ts';
import { announceResults, correct, publishResults, reasonOnly } from './results.ts';

/** The guard of each step; a step without one needs nothing but its status. */
export const guards: Readonly<Partial<Record<SessionActionName, Guard>>> = {
  plan: meetingDay,
  closeRecheck: someRoster,
  reportOpening,
  approveOpening,
  refuseOpening: reasonOnly,
  draw: drawn,
  redraw,
  settleRecusals,
  openMeeting,
  recordAttendance,
  openBallot,
  closeBallot,
  recordCount,
  nextRound,
  signMinutes,
  publishResults,
  announceResults,
  reschedule,
  suspend: reasonOnly,
  cancel: reasonOnly,
  void: reasonOnly,
  correct,
};
