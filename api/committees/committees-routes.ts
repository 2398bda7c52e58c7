import type { z } from 'zod';
import { sealText } from '../../commands/preparing/argument.ts';
import {
  announcementNo,
  type CommitteeKey,
  committeeSteps,
  findYear,
  type MeetingResults,
  meetingsNo,
  resultsOfMeetings,
} from '../../db/committees/committee-years.ts';
import { dateOf, toRfc3339 } from '../../domain/calendar/dates.ts';
import { checksOf } from '../../domain/committee/duties.ts';
import { rateOf } from '../../domain/committee/meetings.ts';
import {
  announcementActions,
  type CommitteeActionName,
  type CommitteeData,
  type CommitteeYear,
  committeeActions,
  committeeRole,
  dataDue,
  emptyYear,
} from '../../domain/committee/year.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Caller, Person } from '../access/caller.ts';
import { actOnEntity } from '../actions/act-on-entity.ts';
import { openSealedTexts } from '../applications/view-texts.ts';
import { notFound } from '../http/errors.ts';
import { defineRoute, type RequestKey, type RouteDef, type Services } from '../http/route.ts';
import { actionsFor, committeeRolesOf, settingOf } from './committee-years.ts';
import {
  type CommitteeBody,
  committeeBodies,
  committeeHistory,
  committeeParams,
  committeeView,
} from './committees-schemas.ts';

const tag = 'programmes';
const path = '/v1/programmes/:id/committees/:committee';

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
  readonly key: RequestKey;
  readonly world: string | null;
  readonly nowMs: number;
};

/** Does one step and gives the year after it. */
async function take(
  services: Services,
  { where, name, body, caller, key: { keyHash, fingerprint }, world, nowMs }: Asked,
) {
  const setting = await settingOf(services, where, dateOf(nowMs));
  const { id: programme, committee } = where;
  const roles = committeeRolesOf(caller, setting.programme, committee);
  const [first] = roles;
  if (!first) throw notFound();
  const key = { programme, committee, world };
  const isAnnouncement = announcementActions.some((each) => each === name);
  await actOnEntity(services, {
    no: isAnnouncement ? announcementNo(key) : meetingsNo(key),
    entity: { kind: isAnnouncement ? 'announcement' : 'meetings', ...key },
    action: name,
    by: { person: caller.person, role: roles.find((each) => each === committeeRole[name]) ?? first },
    ...argumentOf(services, body),
    keyHash,
    fingerprint,
  });
  const year = (await findYear(services.db, key)) ?? emptyYear;
  return viewOf(await shown(services, key, { year, roles }), setting, roles);
}

/** What travels of a body; the reason is sealed under an id. */
function argumentOf(services: Services, { reason, windows, checked, meetingOn, passRate }: CommitteeBody) {
  const text = reason === undefined ? null : sealText(services.vault, { reason });
  const data: CommitteeData = {
    ...(windows ? { windows } : {}),
    ...(checked ? { checked } : {}),
    ...(meetingOn ? { meetingOn } : {}),
    ...(passRate === undefined ? {} : { passRate }),
    ...(text ? { reasoned: true, text: text.id } : {}),
  };
  return { data, ...(text ? { text } : {}) };
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
      const found = await committeeSteps(services.db, key);
      const reasons = await openSealedTexts(
        services,
        [announcementNo(key), meetingsNo(key)],
        found.map(({ data }) => data.text),
      );
      const items = found.map(({ name, at, role, data }) => ({
        name,
        at: toRfc3339(at),
        by: role,
        meetingOn: data.meetingOn ?? null,
        reason: (data.text && reasons.get(data.text)?.reason) ?? null,
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
      idempotency: 'intent',
      params: committeeParams,
      body,
      answers: {
        200: { description: 'Done: the year after it', schema: committeeView },
        409: { description: 'The rules forbid it now, with the clauses' },
      },
      handle: async ({ services, params, caller, key, world, body: given, now }) => {
        const asked = { where: params, name, body: given ?? {}, caller, key, world, nowMs: await now() };
        return { status: 200, body: await take(services, asked) };
      },
    });
  }),
];
