import { sessionId } from '../../db/sessions/sessions.ts';
import type { IsoDate } from '../../domain/calendar/dates.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import { requestedPoints } from '../../domain/lifecycle/available-actions.ts';
import { reportBy } from '../../domain/session/ahead/days.ts';
import { sessionForecast } from '../../domain/session/ahead/forecast.ts';
import { nextStepOf } from '../../domain/session/ahead/next-step.ts';
import { openSteps } from '../../domain/session/decide.ts';
import { sessionActionLabels, sessionStatusLabels } from '../../domain/session/labels.ts';
import { committeesOf } from '../../domain/session/offices.ts';
import type { SessionState } from '../../domain/session/session.ts';
import type { SessionActionName } from '../../domain/session/steps.ts';
import type { SeenSession } from './find-shown.ts';
import { shownHundredths } from './hundredths.ts';
import type { SessionItem, SessionView } from './sessions-schemas.ts';

/** A session in a list. */
export function sessionItem({ session, programme, roles }: SeenSession): SessionItem {
  const { no, committee, seq, state } = session;
  const { status, meetingOn, lastDay } = state;
  if (status === 'NONE') throw new Error(`${no} was never planned`);
  const name = committeesOf(programme).find(({ id }) => id === committee)?.name ?? { zh: committee, en: committee };
  const label = sessionStatusLabels[status];
  return {
    ...{ id: sessionId(no), programme: programme.id, committee, name },
    ...{ status, label, meetingOn, lastDay, roles: [...roles], version: seq },
  };
}

/** How a session stands on a day. */
export function viewOfSession(
  shown: SeenSession,
  { today, calendar }: { today: IsoDate; calendar: Calendar },
): SessionView {
  const { state } = shown.session;
  const { suspendedFrom, roster, members, present, passRate, ballot, reportedOn, approvedOn, plan } = state;
  const next = nextStepOf(state);
  return {
    ...sessionItem(shown),
    suspendedFrom: suspendedFrom === 'NONE' ? null : suspendedFrom,
    ...{ roster, members, present, ballot, reportedOn, approvedOn },
    passRate: passRate === null ? null : shownHundredths(passRate),
    results: resultsOf(state),
    reportBy: reportBy(state),
    minutesOn: state.minutes?.on ?? null,
    announcedOn: state.announcedOn,
    filedOn: state.filedOn,
    corrections: [...state.corrections],
    next: next && { name: next.name, label: sessionActionLabels[next.name], roles: [...next.roles] },
    availableActions: openSteps(state, shown.roles).map((name) => offered(name, state)),
    forecast: [...sessionForecast(state, today, calendar)],
    clauses: [...new Set([...(plan?.stage.clauses ?? []), ...(plan?.year?.meeting ?? [])])],
  };
}

/** The rate that came out is compared with the one that was reported; it warns, and changes no result. */
function resultsOf({ count, passRate }: SessionState): SessionView['results'] {
  if (!count) return null;
  const { reviewed, passed } = count;
  const rate = reviewed === 0 ? 0 : Math.round((passed * 10_000) / reviewed);
  return { reviewed, passed, rate: shownHundredths(rate), above: passRate !== null && rate > passRate };
}

function offered(name: SessionActionName, { plan }: SessionState): SessionView['availableActions'][number] {
  const checks = name === 'reportOpening' ? requestedPoints(plan?.year?.report ?? []) : [];
  const label = sessionActionLabels[name];
  return {
    name,
    label,
    ...(checks.length > 0 ? { checks: checks.map((each) => ({ ...each, clauses: [...each.clauses] })) } : {}),
  };
}

/** The ETag of a view: what is shown depends on the day and on what the caller is to it. */
export const tagOfSession = ({ session, roles }: SeenSession, today: IsoDate): string =>
  [session.seq, today.replaceAll('-', ''), ...roles].join('.');
