import {
  announcementNo,
  type CommitteeKey,
  committeeSteps,
  findYear,
  type MeetingResults,
  meetingsNo,
  resultsOfMeetings,
} from '../../db/committees/committee-years.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import { checksOf } from '../../domain/committee/duties.ts';
import { rateOf } from '../../domain/committee/meetings.ts';
import { committeeContextOf } from '../../domain/committee/offices.ts';
import { type CommitteeYear, dataDue, emptyYear } from '../../domain/committee/year.ts';
import type { Role } from '../../domain/programme/facts.ts';
import { openSealedTexts } from '../applications/view-texts.ts';
import type { Services } from '../http/route.ts';
import { actionsFor, type CommitteePath, type settingOf } from './committee-years.ts';

type Setting = Awaited<ReturnType<typeof settingOf>>;

/** The year, and the results of its meetings if the caller may see them. */
type Shown = { readonly year: CommitteeYear; readonly results: readonly MeetingResults[] };

/** The year of a committee as someone in these roles sees it. */
export async function yearView(services: Services, key: CommitteeKey, setting: Setting, roles: readonly Role[]) {
  const year = (await findYear(services.db, key)) ?? emptyYear;
  const seen = roles.length > 0 && year.meetings.length > 0;
  return viewOf({ year, results: seen ? await resultsOfMeetings(services.db, key) : [] }, setting, roles);
}

/** Everybody reads the published notice (LYG-3.3-c); an unpublished one, and the meetings, are only for the people who act. */
function viewOf({ year, results }: Shown, setting: Setting, roles: readonly Role[]) {
  const { programme, committee, rules } = setting;
  const known = year.notice && (roles.length > 0 || year.notice.status === 'published');
  const meetings = [...year.meetings].sort((a, b) => (a.meetingOn < b.meetingOn ? -1 : 1));
  return {
    programme: programme.id,
    committee,
    seq: year.seq,
    name: programme.committees?.find(({ id }) => id === committee)?.name,
    notice: known ? { ...year.notice, due: rules.notice.by } : null,
    meetings: (roles.length > 0 ? meetings : []).map((meeting) => meetingView(meeting, results, setting)),
    measures: (roles.length > 0 ? (year.measures ?? []) : []).map((each) => ({
      ...each,
      until: each.until ?? null,
      meetingOn: each.meetingOn ?? null,
    })),
    actions: actionsFor(roles).map((name) => ({
      name,
      checks: checksOf(name, rules).map((check) => ({ key: check.key, name: check.name })),
    })),
  };
}

function meetingView(meeting: CommitteeYear['meetings'][number], results: readonly MeetingResults[], setting: Setting) {
  const due = dataDue(meeting, setting);
  const counted = results.find(({ meetingOn }) => meetingOn === meeting.meetingOn) ?? { reviewed: 0, passed: 0 };
  return {
    ...meeting,
    dataDue: due,
    overdue: due !== null && (meeting.filedOn ?? setting.today) > due,
    passRate: meeting.passRate ?? null,
    results: rateOf(meeting, counted),
  };
}

/** A committee of a notice that prints nothing about its year: its name, and no notice, meeting or step. Null where the programme has a year for it or no such committee. */
export function committeeWithoutYear({ programmes }: Services, { id, committee }: CommitteePath) {
  const programme = programmes.get(id);
  const known = programme?.committees?.find((each) => each.id === committee);
  if (!programme || !known || committeeContextOf(programme, committee)) return null;
  return { programme: id, committee, seq: 0, name: known.name, notice: null, meetings: [], measures: [], actions: [] };
}

/** The ETag of a view; what is overdue depends on the day. */
export const tagOfYear = (view: Awaited<ReturnType<typeof yearView>>, today: string, roles: readonly Role[]): string =>
  [
    view.seq,
    today.replaceAll('-', ''),
    ...roles,
    ...view.meetings.map(({ results }) => `${results?.reviewed ?? 0}-${results?.passed ?? 0}`),
  ].join('.');

/** What happened in the year of a committee, first to last, with the recorded reasons. */
export async function historyView(services: Services, key: CommitteeKey) {
  const found = await committeeSteps(services.db, key);
  const ids = found.map(({ data }) => data.text);
  const reasons = await openSealedTexts(services, [announcementNo(key), meetingsNo(key)], ids);
  return {
    items: found.map(({ name, at, role, data }) => ({
      name,
      at: toRfc3339(at),
      by: role,
      meetingOn: data.meetingOn ?? null,
      reason: (data.text && reasons.get(data.text)?.reason) ?? null,
    })),
  };
}
