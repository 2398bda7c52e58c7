import { createHash } from 'node:crypto';
import { isEditable } from '../../commands/preparing/case-now.ts';
import { openForm } from '../../commands/preparing/form-content.ts';
import { findAttachment, insertAttachment, maxAttachments } from '../../db/applications/attachments.ts';
import { findContent } from '../../db/applications/contents.ts';
import { namedFiles } from '../../domain/materials/form.ts';
import { text } from '../../domain/text.ts';
import { ofApplication } from '../applications/applications-schemas.ts';
import { submittedVersion, visibleKey, wholeApplication } from '../applications/load.ts';
import { forbidden, HttpError, notFound } from '../http/errors.ts';
import { defineRoute, type Services } from '../http/route.ts';
import { attachmentFields, attachmentView, ofAttachment } from './attachments-schemas.ts';
import { mayReadFile } from './shown-files-routes.ts';
import { readUpload, sentFile } from './uploads.ts';

const tag = 'forms';

/** Files of an application. */
export const attachmentRoutes = [
  defineRoute({
    method: 'post',
    path: '/v1/applications/:no/attachments',
    summary:
      'Upload one file: PDF, JPEG or PNG, at most 10 MiB. The stamped page may come later, all else while the form may be written.',
    tag,
    access: 'login',
    idempotency: 'stored',
    params: ofApplication,
    upload: { type: 'multipart/form-data', read: readUpload },
    body: attachmentFields,
    answers: {
      201: { description: 'Kept', schema: attachmentView.omit({ createdAt: true }), headers: ['Location'] },
      409: { description: 'Files cannot be added now' },
      413: { description: 'The file is too large' },
      415: { description: 'Not a type that is taken' },
    },
    handle: async ({ params, body, caller, key, services, request }) => {
      const { db, vault } = services;
      const { key: head, roles } = await visibleKey(services, params.no, caller);
      const mayAdd = body.kind === 'stampedPage' ? ['applicant', 'unitHr'] : ['applicant'];
      if (!roles.some((role) => mayAdd.includes(role))) throw notYours();
      const row = await wholeApplication(services, params.no);
      if (body.kind !== 'stampedPage' && !isEditable(row, services.deps.calendar)) throw locked();
      if (body.kind === 'stampedPage' && !head.opened) throw locked();
      const file = await sentFile(request.file);
      const sha256 = createHash('sha256').update(file.data).digest('hex');
      const view = { id: key.id, kind: body.kind, mediaType: file.mediaType, size: file.data.length, sha256 };
      const sealed = { name: vault.seal(file.name), body: vault.seal(file.data) };
      if ((await insertAttachment(db, { ...view, ...sealed, no: params.no })) === 'full') throw full();
      return {
        status: 201,
        headers: { Location: `/v1/applications/${params.no}/attachments/${key.id}` },
        body: { ...view, name: file.name },
      };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/attachments/:id',
    summary: 'One file, as it was sent.',
    tag,
    access: 'login',
    params: ofAttachment,
    answers: {
      200: { description: 'The file', contentType: 'application/octet-stream', headers: ['ETag'] },
    },
    handle: async ({ params, caller, services }) => {
      const { key, roles } = await visibleKey(services, params.no, caller);
      const file = await findAttachment(services.db, params.no, params.id);
      if (!file || !mayReadFile(file.kind, roles)) throw notFound();
      const shown =
        key.person === caller.person || file.kind === 'stampedPage' || (await wasSubmitted(services, params));
      if (!shown) throw notFound();
      const { vault } = services;
      return {
        status: 200,
        etag: file.sha256,
        headers: { 'X-Content-Type-Options': 'nosniff' },
        raw: { type: file.mediaType, data: vault.open(file.body), filename: vault.openText(file.name) },
      };
    },
  }),
];

/** Whether the file goes with what was submitted: reviewers see no draft's. */
async function wasSubmitted(services: Services, { no, id }: { no: string; id: string }): Promise<boolean> {
  const version = await submittedVersion(services, no);
  const content = version === null ? null : await findContent(services.db, no, version);
  return content !== null && namedFiles(openForm(services.vault, content.body)).has(id);
}

const notYours = () =>
  forbidden(
    text(
      '附件由申报人上传；盖章页也可由单位人事部门上传。',
      'Files are the applicant’s to add; the stamped page also the unit’s.',
    ),
  );
const locked = () =>
  new HttpError(409, 'FORM_LOCKED', text('现在不能添加此类附件。', 'Files of this kind cannot be added now.'));
const full = () =>
  new HttpError(
    409,
    'TOO_MANY_FILES',
    text(`附件不得超过${maxAttachments}个。`, `An application holds ${maxAttachments} files at most.`),
  );
