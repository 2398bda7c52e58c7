import { createHash } from 'node:crypto';
import { isEditable, stateOf } from '../../commands/preparing/case-now.ts';
import type { ApplicationKey } from '../../db/applications/applications.ts';
import { insertAttachment, type NewAttachment } from '../../db/attachments/attachments.ts';
import { removeAttachment } from '../../db/attachments/file-removals.ts';
import { demands } from '../../domain/lifecycle/needs.ts';
import { text } from '../../domain/text.ts';
import { wholeApplication } from '../applications/load.ts';
import { ofApplication } from '../http/common-schemas.ts';
import { HttpError, notFound } from '../http/errors.ts';
import { defineRoute, type Reply, type Services } from '../http/route.ts';
import { attachmentFields, attachmentView, ofAttachment } from './attachments-schemas.ts';
import type { CheckedFile } from './checked-file.ts';
import { inUse, namedBy, overLimit, replacedFiles } from './file-limits.ts';
import { addsFiles, deletesFiles, opensFile } from './file-rights.ts';
import { readUpload, withSentFile } from './uploads.ts';

const tag = 'forms';

/** One file, as it was sent. */
export const fileReply = ({ vault }: Pick<Services, 'vault'>, { id, ...file }: NewAttachment): Reply => ({
  status: 200,
  etag: file.sha256,
  headers: { 'X-Content-Type-Options': 'nosniff' },
  raw: {
    type: file.mediaType,
    data: vault.open(file.body, `file.body/${id}`),
    filename: vault.openText(file.name, `file.name/${id}`),
  },
});

/** Files of an application. */
export const attachmentRoutes = [
  defineRoute({
    method: 'post',
    path: '/v1/applications/:no/attachments',
    summary:
      'Upload one file: PDF, JPEG or PNG, at most 10 MiB. The stamped page in the stage that demands it, all else while the form may be written.',
    tag,
    access: 'login',
    may: addsFiles,
    idempotency: 'stored',
    params: ofApplication,
    upload: { type: 'multipart/form-data', read: readUpload },
    body: attachmentFields,
    answers: {
      201: { description: 'Kept', schema: attachmentView.omit({ createdAt: true }), headers: ['Location'] },
      409: { description: 'Files cannot be added now' },
      413: { description: 'The file is too large' },
      415: { description: 'Not a type that is taken' },
      503: {
        description: 'Too many files are being sent now, the disk is full, or the virus scanner does not answer',
        headers: ['Retry-After'],
      },
    },
    handle: async ({ params: { no }, body: { kind }, granted: { key: head }, key: { id }, services, request }) => {
      await requireOpenFor(kind, head, services);
      const { file: sent } = request;
      const kept = await withSentFile({ file: sent, kind, scanner: services.scanner }, (file) =>
        keepFile(services, { no, id, kind, file }),
      );
      return { status: 201, headers: { Location: `/v1/applications/${no}/attachments/${id}` }, body: kept };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/attachments/:id',
    summary: 'One file, as it was sent.',
    tag,
    access: 'login',
    may: opensFile,
    params: ofAttachment,
    answers: {
      200: { description: 'The file', contentType: 'application/octet-stream', headers: ['ETag'] },
    },
    handle: async ({ granted: { file }, services }) => fileReply(services, file),
  }),
  defineRoute({
    method: 'delete',
    path: '/v1/applications/:no/attachments/:id',
    summary: 'Delete a file on which no submission rests; the events say who deleted what and when.',
    tag,
    access: 'login',
    may: deletesFiles,
    params: ofAttachment,
    answers: {
      204: { description: 'Deleted' },
      409: { description: 'A submission rests on it, or the stamped page was used' },
    },
    handle: async ({ params: { no, id }, caller: { person }, services: { db, vault } }) => {
      const removed = await removeAttachment(db, { no, id, person, namedIn: namedBy(vault, no) });
      if (removed === 'missing') throw notFound();
      if (removed === 'inUse') throw inUse();
      return { status: 204 };
    },
  }),
];

/** Throws a 409 where files of this kind cannot be added now: the stamped page only in the stage that demands it, all else only while the form may be written. */
async function requireOpenFor(kind: string, head: ApplicationKey, services: Services): Promise<void> {
  const row = await wholeApplication(services, head.no);
  const { calendar } = services.deps;
  if (kind === 'stampedPage' ? demands(stateOf(row, calendar), 'stampedPage') : isEditable(row, calendar)) return;
  throw locked();
}

type NewFile = { readonly no: string; readonly id: string; readonly kind: string; readonly file: CheckedFile };

/** Stores a file, sealed, and returns its description. */
async function keepFile({ db, vault }: Services, { no, id, kind, file: { name, mediaType, data } }: NewFile) {
  const sha256 = createHash('sha256').update(data).digest('hex');
  const view = { id, kind, mediaType, size: data.length, sha256 };
  const sealed = { name: vault.seal(name, `file.name/${id}`), body: vault.seal(data, `file.body/${id}`) };
  const kept = await insertAttachment(db, { ...view, ...sealed, no }, replacedFiles(vault, no));
  if (kept === 'missing') throw notFound();
  if (kept !== 'kept') throw overLimit(kept);
  return { ...view, name };
}

const locked = () =>
  new HttpError(409, 'FORM_LOCKED', text('现在不能添加此类附件。', 'Files of this kind cannot be added now.'));
