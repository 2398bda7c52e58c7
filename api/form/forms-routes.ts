import { findingsOn, missingIn } from '../../commands/preparing/submission/form.ts';
import { dateOf } from '../../domain/calendar/dates.ts';
import { readsForm } from '../access/on-application.ts';
import { wholeApplication } from '../applications/load.ts';
import { ofApplication } from '../http/common-schemas.ts';
import { defineRoute } from '../http/route.ts';
import { findingsBeside } from './findings-beside.ts';
import { formReply } from './form-reading.ts';
import { writesForm } from './form-rights.ts';
import { formSchema } from './form-schemas.ts';
import { formView } from './form-views-schemas.ts';
import { ifTagOf, writeForm } from './form-writing.ts';

const tag = 'forms';

/** The routes of the form; reviewers read the submitted version. */
export const formRoutes = [
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/form',
    summary:
      'The form with its files: the applicant’s present one, or what was last submitted for those who review it.',
    tag,
    access: 'login',
    may: readsForm,
    params: ofApplication,
    answers: { 200: { description: 'The form', schema: formView, headers: ['ETag'] } },
    handle: ({ granted, services }) => formReply(services, granted),
  }),
  defineRoute({
    method: 'put',
    path: '/v1/applications/:no/form',
    summary: 'Write the form of a draft or a correction, whole; a submitted version stays and the next one begins.',
    tag,
    access: 'login',
    may: writesForm,
    params: ofApplication,
    body: formSchema,
    answers: {
      200: {
        description: 'Written',
        schema: formView.pick({ no: true, version: true, missing: true }),
        headers: ['ETag'],
      },
      409: { description: 'It was submitted and not returned' },
      412: { description: 'Another version stands' },
    },
    alsoWrong: ({ services, params: { no } }, sent) => findingsBeside(services, no, sent),
    handle: async ({ params, body, granted: { key }, services, request }) => {
      const ifTag = ifTagOf(request.get('if-match'));
      const { version, etag } = await writeForm(services, key, { form: body, ifTag });
      const row = await wholeApplication(services, params.no);
      const findings = await findingsOn(services, row, body, { asOf: dateOf(row.nowMs) });
      return { status: 200, etag, body: { no: params.no, version, missing: missingIn(findings) } };
    },
  }),
];
