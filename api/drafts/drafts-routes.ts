import { discardDraft } from '../../db/applications/drafts.ts';
import { text } from '../../domain/text.ts';
import { notYours } from '../access/may.ts';
import { onApplication } from '../access/on-application.ts';
import { applicationView } from '../applications/applications-schemas.ts';
import { tagOf } from '../applications/load.ts';
import { viewOf } from '../applications/view.ts';
import { ofApplication } from '../http/common-schemas.ts';
import { HttpError, notFound } from '../http/errors.ts';
import { signedIn } from '../http/may.ts';
import { defineRoute } from '../http/route.ts';
import { newApplication } from './drafts-schemas.ts';
import { makeDraft } from './make-draft.ts';

/** The applicant alone discards a draft; others do not see it. */
const discardsDraft = onApplication('The applicant.', (seen) =>
  seen.roles.includes('applicant')
    ? seen
    : notYours(text('草稿由申报人删除。', 'Only the applicant discards a draft.')),
);

const submitted = () =>
  new HttpError(
    409,
    'DRAFT_SUBMITTED',
    text('申报已提交，不能删除；可以撤回。', 'It was submitted and cannot be discarded; it can be withdrawn.'),
  );

/** The routes that create and discard a draft, which only its applicant may see. */
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
  defineRoute({
    method: 'delete',
    path: '/v1/applications/:no',
    summary: 'Discard a draft that was never submitted, with its form and files; its number is never given again.',
    tag: 'applications',
    access: 'login',
    may: discardsDraft,
    params: ofApplication,
    answers: {
      204: { description: 'Discarded' },
      409: { description: 'It was submitted; it can be withdrawn' },
    },
    handle: async ({ params: { no }, services: { db } }) => {
      const done = await discardDraft(db, no);
      if (done === 'missing') throw notFound();
      if (done === 'submitted') throw submitted();
      return { status: 204 };
    },
  }),
];
