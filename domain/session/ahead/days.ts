import { addDays, type IsoDate } from '../../calendar/dates.ts';
import type { SessionState } from '../session.ts';

/** The last day on which the opening can be reported; null where the programme has no report (LYG-5.2-b, A-24). */
export function reportBy({ plan, meetingOn }: Pick<SessionState, 'plan' | 'meetingOn'>): IsoDate | null {
  if (!plan?.stage.opening || !meetingOn || plan.rules.off.includes('OPENING_REPORTED')) return null;
  return addDays(meetingOn, -plan.stage.opening.daysBefore);
}
