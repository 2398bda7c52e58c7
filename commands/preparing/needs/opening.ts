import type { ApplicationRow } from '../../../db/applications/applications.ts';
import { dateOf } from '../../../domain/calendar/dates.ts';
import { stoppedRefusal, voidRefusal } from '../../../domain/committee/measures.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import { text } from '../../../domain/text.ts';
import type { Gather } from '../act.ts';

/**
 * The days of the report and of the consent recorded for the meeting of a result, if the notice requires them (LYG-5.2-b, LYG-5.2-c). The caller
 * names only the day of the meeting.
 */
export const findOpening: Gather = ({ row, inForce, act }) => {
  if (!row.committee) return {};
  const heldOn = act.input.heldOn ?? dateOf(row.nowMs);
  const measured = { year: inForce.year, rules: inForce.programme.committeeYear };
  const stopped = stoppedRefusal(measured) ?? voidRefusal(measured, heldOn);
  if (stopped) return stopped;
  const meeting = inForce.year?.meetings.find(({ meetingOn }) => meetingOn === heldOn);
  if (!meeting) return { data: { heldOn } };
  const { reportedOn, approvedOn } = meeting;
  return { data: { heldOn, reportedOn, ...(approvedOn ? { approvedOn } : {}) } };
};

/** A certificate is issued only after the results of its meeting are announced, since the days for the data count from then (LYG-5.2-e). */
/** Results are set aside only where the title office declared those of the meeting void (LYG-5.3-b). */
export const requireVoid: Gather = ({ row, inForce }) =>
  voidRefusal({ year: inForce.year, rules: inForce.programme.committeeYear }, row.reviewedOn)
    ? {}
    : refuse(
        'ACTION_NOT_HERE',
        text('该次会议的评审结果未被宣布无效。', 'The results of the meeting were not declared void.'),
        { clauses: inForce.programme.committeeYear?.measures?.clauses ?? [] },
      );

export const requireAnnounced: Gather = ({ row, inForce }) => notAnnounced(inForce.programme, row) ?? {};

/** Refuses a certificate if the results of its meeting are not announced yet. A designation has no meeting. */
export function notAnnounced(
  programme: Pick<Programme, 'committeeYear'> | undefined,
  { committee, year, reviewedOn: heldOn }: ApplicationRow,
): Refusal | null {
  const rules = programme?.committeeYear;
  if (!rules || !committee || heldOn === null) return null;
  const measured = { year, rules };
  const refusal = stoppedRefusal(measured) ?? voidRefusal(measured, heldOn);
  if (refusal) return refusal;
  if (year?.meetings.some(({ meetingOn, announcedOn }) => meetingOn === heldOn && announcedOn)) return null;
  const message = text(
    '评审结果尚未公布，不得发证。',
    'The results of the meeting are not announced yet; no certificate is issued before.',
  );
  return refuse('NOT_ANNOUNCED', message, { clauses: rules.dataFiling.clauses, details: { heldOn } });
}
