import type { z } from 'zod';
import { dateOf } from '../../domain/calendar/dates.ts';
import { type CommitteeActionName, committeeActions } from '../../domain/committee/year.ts';
import { anyone } from '../http/may.ts';
import { defineRoute, type RouteDef } from '../http/route.ts';
import { takeStep } from './committee-step.ts';
import { committeeWithoutYear, historyView, tagOfYear, yearView } from './committee-year-view.ts';
import { actsForCommittee, committeeRolesOf, settingOf } from './committee-years.ts';
import {
  type CommitteeBody,
  committeeBodies,
  committeeHistory,
  committeeParams,
  committeeView,
} from './committees-schemas.ts';

const tag = 'programmes';
const path = '/v1/programmes/:id/committees/:committee';

const summaries: Readonly<Record<CommitteeActionName, string>> = {
  proposeNotice: 'Draft the notice of a committee, with the periods that the plan leaves to it.',
  countersign: 'Countersign the notice; for the title office.',
  publishNotice: 'Publish the countersigned notice on both sites.',
  reportOpening: 'Report a meeting, ten calendar days ahead.',
  approveOpening: 'Consent to a meeting; for the title office.',
  announceResults: 'Announce the results of a meeting that was held.',
  fileData: 'File the data of announced results.',
  takeMeasure: 'Take a printed measure against the office of a committee; for the title office.',
  liftMeasure: 'Lift a measure that stops the review; for the title office.',
};

/** The year of a committee: its notice, the opening of its meetings, the data of its results (LYG-3.3, LYG-5.2). */
export const committeeRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'get',
    path,
    summary:
      'The year of a committee: its published notice, and for those who act its meetings; empty where the notice of the programme prints nothing about it.',
    tag,
    access: 'public',
    may: anyone,
    params: committeeParams,
    answers: { 200: { description: 'The year of the committee', schema: committeeView, headers: ['ETag'] } },
    handle: async ({ services, params, caller, world, now }) => {
      const { id: programme, committee } = params;
      const listed = committeeWithoutYear(services, params);
      if (listed) return { status: 200, etag: '0', body: listed };
      const setting = await settingOf(services, params, dateOf(await now()));
      const roles = committeeRolesOf(caller, setting.programme, committee);
      const view = await yearView(services, { programme, committee, world }, setting, roles);
      return { status: 200, etag: tagOfYear(view, setting.today, roles), body: view };
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/events`,
    summary:
      'What happened in the year of a committee, with the recorded reasons; for its office and the title office.',
    tag,
    access: 'login',
    may: actsForCommittee,
    params: committeeParams,
    answers: { 200: { description: 'The steps, first to last', schema: committeeHistory } },
    handle: async ({ services, params: { id: programme, committee }, world }) => ({
      status: 200,
      body: await historyView(services, { programme, committee, world }),
    }),
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
      may: actsForCommittee,
      idempotency: 'intent',
      params: committeeParams,
      body,
      answers: {
        200: { description: 'Done: the year after it', schema: committeeView },
        409: { description: 'The rules forbid it now, with the clauses' },
      },
      handle: async ({ services, params, caller, key, world, body: given = {}, now, granted: { roles } }) => {
        const setting = await settingOf(services, params, dateOf(await now()));
        await takeStep(services, { where: params, name, body: given, caller, roles, key, world });
        const of = { programme: params.id, committee: params.committee, world };
        return { status: 200, body: await yearView(services, of, setting, roles) };
      },
    });
  }),
];
