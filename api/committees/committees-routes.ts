import type { z } from 'zod';
import {
  appendToYear,
  type CommitteeKey,
  committeeEvents,
  findYear,
  type MeetingResults,
  resultsOfMeetings,
} from '../../db/committees/committee-years.ts';
import { dateOf, toRfc3339 } from '../../domain/calendar/dates.ts';
import { checksOf, decideYear } from '../../domain/committee/decide.ts';
import { rateOf } from '../../domain/committee/meetings.ts';
import { committeeNews, committeeReminders } from '../../domain/committee/notifications.ts';
import {
  type CommitteeActionName,
  type CommitteeYear,
  committeeActions,
  committeeRole,
  dataDue,
  emptyYear,
} from '../../domain/committee/year.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Caller, Person } from '../access/caller.ts';
import { notFound, refused, unavailable } from '../http/errors.ts';
import { defineRoute, type RouteDef, type Services } from '../http/route.ts';
import { actionsFor, committeeOffices, committeeRolesOf, settingOf } from './committee-years.ts';
import {
  type CommitteeBody,
  committeeBodies,
  committeeHistory,
  committeeParams,
  committeeView,
} from './committees-schemas.ts';

const tag = 'programmes';
const path = '/v1/programmes/:id/committees/:committee';
const triesAtMost = 5;

type Where = z.infer<typeof committeeParams>;
type Setting = Awaited<ReturnType<typeof settingOf>>;

/** The published notice is everybody's (LYG-3.3-c); what is not published, and the meetings, are for those who act. */
function viewOf({ year, results }: Shown, setting: Setting, roles: readonly Role[]) {
  const { programme, committee, rules, today } = setting;
  const known = year.notice && (roles.length > 0 || year.notice.status === 'published');
  const meetings = [...year.meetings].sort((a, b) => (a.meetingOn < b.meetingOn ? -1 : 1));
  return {
    programme: programme.id,
    committee,
    seq: year.seq,
    name: programme.committees?.find(({ id }) => id === committee)?.name,
    notice: known ? { ...year.notice, due: rules.notice.by } : null,
    meetings: (roles.length > 0 ? meetings : []).map((meeting) => {
      const due = dataDue(meeting, setting);
      const counted = results.find(({ meetingOn }) => meetingOn === meeting.meetingOn) ?? { reviewed: 0, passed: 0 };
      return {
        ...meeting,
        dataDue: due,
        overdue: due !== null && (meeting.filedOn ?? today) > due,
        passRate: meeting.passRate ?? null,
        results: rateOf(meeting, counted),
      };
    }),
    actions: actionsFor(roles).map((name) => ({
      name,
      checks: checksOf(name, rules).map((check) => ({ key: check.key, name: check.name })),
    })),
  };
}

/** The year, and what was recorded at its meetings where someone sees them. */
type Shown = { readonly year: CommitteeYear; readonly results: readonly MeetingResults[] };

async function shown(
  { db }: Services,
  key: CommitteeKey,
  { year, roles }: { year: CommitteeYear; roles: readonly Role[] },
) {
  const seen = roles.length > 0 && year.meetings.length > 0;
  return { year, results: seen ? await resultsOfMeetings(db, key) : [] } satisfies Shown;
}

type Asked = {
  readonly where: Where;
  readonly name: CommitteeActionName;
  readonly body: CommitteeBody;
  readonly caller: Person;
  readonly world: string | null;
  readonly nowMs: number;
};

/** Decides and writes one step; where somebody wrote one meanwhile, it is decided anew. */
async function take(services: Services, { where, name, body, caller, world, nowMs }: Asked) {
  const setting = await settingOf(services, where, dateOf(nowMs));
  const roles = committeeRolesOf(caller, setting.programme, where.committee);
  if (roles.length === 0) throw notFound();
  const role = roles.find((each) => each === committeeRole[name]) ?? roles[0] ?? committeeRole[name];
  const { reason, windows, checked, meetingOn, passRate } = body;
  const data = {
    ...(windows ? { windows } : {}),
    ...(checked ? { checked } : {}),
    ...(meetingOn ? { meetingOn } : {}),
    ...(passRate === undefined ? {} : { passRate }),
    ...(reason ? { reasoned: true } : {}),
  };
  const key = { programme: where.id, committee: where.committee, world };
  for (let tries = 0; tries < triesAtMost; tries += 1) {
    const before = (await findYear(services.db, key)) ?? emptyYear;
    const year = decideYear(before, { name, role, data }, setting);
    if ('code' in year) throw refused(year);
    const sealed = reason === undefined ? null : services.vault.seal(reason);
    const event = { name, at: nowMs, person: caller.person, role, data, reason: sealed };
    const news = committeeNews(year, { name, data }, setting);
    const reminders = committeeReminders(year, setting);
    const acting = committeeOffices(setting.programme, where.committee);
    if (await appendToYear(services.db, key, { event, year, news, reminders, acting }))
      return viewOf(await shown(services, key, { year, roles }), setting, roles);
  }
  throw unavailable();
}

const summaries: Readonly<Record<CommitteeActionName, string>> = {
  proposeNotice: 'Draft the notice of a committee, with the periods that the plan leaves to it.',
  countersign: 'Countersign the notice; for the title office.',
  publishNotice: 'Publish the countersigned notice on both sites.',
  reportOpening: 'Report a meeting, ten calendar days ahead.',
  approveOpening: 'Consent to a meeting; for the title office.',
  announceResults: 'Announce the results of a meeting that was held.',
  fileData: 'File the data of announced results.',
};

/** The year of a committee: its notice, the opening of its meetings, the data of its results (LYG-3.3, LYG-5.2). */
export const committeeRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'get',
    path,
    summary: 'The year of a committee: its published notice, and for those who act its meetings.',
    tag,
    access: 'public',
    params: committeeParams,
    answers: { 200: { description: 'The year of the committee', schema: committeeView, headers: ['ETag'] } },
    handle: async ({ services, params, caller, world, now }) => {
      const today = dateOf(await now());
      const setting = await settingOf(services, params, today);
      const roles = committeeRolesOf(caller satisfies Caller, setting.programme, params.committee);
      const key = { programme: params.id, committee: params.committee, world };
      const year = (await findYear(services.db, key)) ?? emptyYear;
      const view = viewOf(await shown(services, key, { year, roles }), setting, roles);
      const counted = view.meetings.map(({ results }) => `${results?.reviewed ?? 0}-${results?.passed ?? 0}`);
      return { status: 200, etag: [view.seq, today.replaceAll('-', ''), ...roles, ...counted].join('.'), body: view };
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/events`,
    summary:
      'What happened in the year of a committee, with the recorded reasons; for its office and the title office.',
    tag,
    access: 'login',
    params: committeeParams,
    answers: { 200: { description: 'The steps, first to last', schema: committeeHistory } },
    handle: async ({ services, params, caller, world, now }) => {
      const { programme } = await settingOf(services, params, dateOf(await now()));
      if (committeeRolesOf(caller, programme, params.committee).length === 0) throw notFound();
      const key = { programme: params.id, committee: params.committee, world };
      const items = (await committeeEvents(services.db, key)).map(({ name, at, role, data, reason }) => ({
        name,
        at: toRfc3339(at),
        by: role,
        meetingOn: data.meetingOn ?? null,
        reason: reason && services.vault.openText(reason),
      }));
      return { status: 200, body: { items } };
    },
  }),
  ...committeeActions.map((name) => {
    // Each body is checked by its own schema; what they have in common is the list of fields that may be there.
    const body = committeeBodies[name] as z.ZodType<CommitteeBody | undefined>;
    return defineRoute({
      method: 'post',
      path: `${path}/${name}`,
      summary: summaries[name],
      tag,
      access: 'login',
      idempotency: 'stored',
      params: committeeParams,
      body,
      answers: {
        200: { description: 'Done: the year after it', schema: committeeView },
        409: { description: 'The rules forbid it now, with the clauses' },
      },
      handle: async ({ services, params, caller, world, body: given, now }) => {
        const asked = { where: params, name, body: given ?? {}, caller, world, nowMs: await now() };
        return { status: 200, body: await take(services, asked) };
      },
    });
  }),
];
