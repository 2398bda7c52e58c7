import type { z } from 'zod';
import {
  type ListedApplication,
  type ListFilter,
  listApplications,
  type VisibilityScope,
} from '../../db/applications/work-lists.ts';
import { scopesOf } from '../../domain/access/access.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import { outcomeFor } from '../../domain/case/compile.ts';
import { officeRoles } from '../../domain/programme/facts.ts';
import { text } from '../../domain/text.ts';
import type { Person } from '../access/caller.ts';
import {
  applicationList,
  applicationView,
  listQuery,
  newApplication,
  ofApplication,
  statusView,
} from '../applications/applications-schemas.ts';
import { seenBy, tagOf, wholeApplication } from '../applications/load.ts';
import { statusJson } from '../applications/status.ts';
import { draftStage, viewOf } from '../applications/view.ts';
import { pageOf, placeOf, usualLimit } from '../http/paging.ts';
import { defineRoute, type Services } from '../http/route.ts';
import { requireNoBar } from '../integrity/integrity.ts';
import { draftNow } from './draft-plan.ts';
import { draftOf, writeDraft } from './drafting.ts';

const tag = 'applications';
/** The greatest due instant: that of an application with no deadline. */
const never = Number.MAX_SAFE_INTEGER;

/** Everything a person may see of applications: those of their scopes, compared in the statement itself. */
function sightOf(caller: Person): VisibilityScope {
  const unitRoles = ['unitHr', 'unitAssessmentGroup'] as const;
  const overall = ['administrator', 'auditor'] as const;
  return {
    world: caller.world,
    person: caller.person,
    units: unitRoles.flatMap((role) => scopesOf(caller, role, 'unit')),
    acting: officeRoles.flatMap((role) => scopesOf(caller, role, 'office').map((office) => ({ role, office }))),
    programmes: overall.flatMap((role) => scopesOf(caller, role, 'programme')),
  };
}

function filterOf(query: z.infer<typeof listQuery>): ListFilter {
  const { stage, programme, office, overdue, no, limit = usualLimit, cursor } = query;
  const [dueAt, after] = cursor === undefined ? [] : placeOf(cursor, ['number', 'string']);
  return {
    stage: stage ?? null,
    programme: programme ?? null,
    office: office ?? null,
    overdue: overdue === undefined ? null : overdue === 'true',
    no: no ?? null,
    limit,
    after: after === undefined ? null : { dueAt: Number(dueAt), no: String(after) },
  };
}

function lineView({ vault, programmes }: Services, row: ListedApplication) {
  const { no, programme, series, specialty, level, track, unit, outcome, closed, dueAt, overdue, seq, stage } = row;
  const known = programmes.get(programme)?.outcomes[outcome ?? ''];
  return {
    no,
    programme,
    series,
    specialty,
    level,
    track,
    unit,
    outcome,
    name: vault.openText(row.nameEnc),
    stage: stage === null ? draftStage : { key: stage, label: row.stageName ?? text(stage, stage), phase: row.phase },
    outcomeLabel: outcome === null ? null : known ? outcomeFor(known, row).label : text(outcome, outcome),
    open: !closed,
    dueAt: dueAt === null ? null : toRfc3339(dueAt),
    overdue,
    version: seq,
  };
}

/** Drafts, work lists, views. */
export const applicationRoutes = [
  defineRoute({
    method: 'post',
    path: '/v1/applications',
    summary: 'Start a draft: the rules say whether this person may apply and who reviews.',
    tag,
    access: 'login',
    idempotency: 'stored',
    body: newApplication,
    answers: {
      201: { description: 'The draft', schema: applicationView, headers: ['Location', 'ETag'] },
      409: { description: 'The time for applying is over, with the clauses' },
      422: { description: 'The rules do not allow it, with the clauses' },
    },
    handle: async ({ body, caller, services, now }) => {
      const { person, world } = caller;
      const nowMs = await now();
      const records = await requireNoBar(services, person, nowMs);
      const draft = await draftOf(services, body, { person, world, now: nowMs });
      const no = await writeDraft(services, draft);
      const row = await wholeApplication(services, no);
      return {
        status: 201,
        headers: { Location: `/v1/applications/${no}` },
        etag: tagOf(row, ['applicant']),
        body: {
          ...(await viewOf(services, row, ['applicant'])),
          warnings: [...(await draftNow(services, row)).warnings, ...records],
        },
      };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/applications',
    summary: 'One’s own applications and those of one’s scopes, nearest deadline first.',
    tag,
    access: 'login',
    query: listQuery,
    answers: { 200: { description: 'A page of applications', schema: applicationList } },
    handle: async ({ query, caller, services }) => {
      const filter = filterOf(query);
      const rows = await listApplications(services.db, sightOf(caller), filter);
      const { page, nextCursor } = pageOf(rows, filter.limit, (row) => [row.dueAt ?? never, row.no]);
      return { status: 200, body: { items: page.map((row) => lineView(services, row)), nextCursor } };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no',
    summary: 'The view: where it stands, by when what, what the caller may do, how it may go on.',
    tag,
    access: 'login',
    params: ofApplication,
    application: ({ no }) => no,
    answers: { 200: { description: 'The view', schema: applicationView, headers: ['ETag'] } },
    handle: async ({ params, caller, application, services }) => {
      const { key, roles } = seenBy(caller, application);
      const body = async () => viewOf(services, await wholeApplication(services, params.no), roles);
      return { status: 200, etag: tagOf(key, roles), body };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/status',
    summary: 'The small answer for polling: what is going on, what follows, by when.',
    tag,
    access: 'login',
    params: ofApplication,
    application: ({ no }) => no,
    answers: { 200: { description: 'The status', schema: statusView, headers: ['ETag'] } },
    handle: async ({ caller, application, services }) => {
      const { key, roles } = seenBy(caller, application);
      return { status: 200, etag: tagOf(key, roles), json: () => statusJson(services, key) };
    },
  }),
];
