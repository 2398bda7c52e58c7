import { applicationView } from '../applications/applications-schemas.ts';
import { tagOf } from '../applications/load.ts';
import { viewOf } from '../applications/view.ts';
import { signedIn } from '../http/may.ts';
import { defineRoute } from '../http/route.ts';
import { newApplication } from './drafts-schemas.ts';
import { makeDraft } from './make-draft.ts';

/** The route that creates a draft, which only its applicant may see. */
export const draftRoutes = [
  defineRoute({
    method: 'post',
    path: '/v1/applications',
    summary: 'Start a draft: the rules say whether this person may apply and who reviews.',
    tag: 'applications',
    access: 'login',
    may: signedIn,
    idempotency: 'stored',
    body: newApplication,
    answers: {
      201: { description: 'The draft', schema: applicationView, headers: ['Location', 'ETag'] },
      409: { description: 'The time for applying is over, with the clauses' },
      422: { description: 'The rules do not allow it, with the clauses' },
    },
    handle: async ({ body, caller, services, now, key }) => {
      const { keyHash } = key;
      const { row, warnings } = await makeDraft(services, body, { ...caller, keyHash, now: await now() });
      return {
        status: 201,
        headers: { Location: `/v1/applications/${row.no}` },
        etag: tagOf(row, ['applicant']),
        body: { ...(await viewOf(services, row, { roles: ['applicant'], person: caller.person })), warnings },
      };
    },
  }),
];
