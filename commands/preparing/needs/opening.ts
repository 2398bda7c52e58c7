import type { ApplicationRow } from '../../../db/applications/applications.ts';
import { dateOf } from '../../../domain/calendar/dates.ts';
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
  const meeting = inForce.year?.meetings.find(({ meetingOn }) => meetingOn === heldOn);
  if (!meeting) return { data: { heldOn } };
  const { reportedOn, approvedOn } = meeting;
  return { data: { heldOn, reportedOn, ...(approvedOn ? { approvedOn } : {}) } };
};

/** A certificate is issued only after the results of its meeting are announced, since the days for the data count from then (LYG-5.2-e). */
export const requireAnnounced: Gather = ({ row, inForce }) => notAnnounced(inForce.programme, row) ?? {};

/** Refuses a certificate if the results of its meeting are not announced yet. A designation has no meeting. */
export function notAnnounced(
  programme: Pick<Programme, 'committeeYear'> | undefined,
  { committee, year, reviewedOn: heldOn }: ApplicationRow,
): Refusal | null {
  const rules = programme?.committeeYear;
  if (!rules || !committee || heldOn === null) return null;
  if (year?.meetings.some(({ meetingOn, announcedOn }) => meetingOn === heldOn && announcedOn)) return null;
  const message = text(
    '评审结果尚未公布，不得发证。',
    'The results of the meeting are not announced yet; no certificate is issued before.',
  );
  return refuse('NOT_ANNOUNCED', message, { clauses: rules.dataFiling.clauses, details: { heldOn } });
}
