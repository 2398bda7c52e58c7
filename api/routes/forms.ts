import { type AttachmentInfo, listAttachments } from '../../db/attachments.ts';
import { findContent, isEditable, writeContent } from '../../db/contents.ts';
import { findPerson, type PersonRow } from '../../db/people.ts';
import { toRfc3339 } from '../../domain/dates.ts';
import type { Role } from '../../domain/facts.ts';
import { text } from '../../domain/text.ts';
import { HttpError, notFound } from '../errors.ts';
import { submittedVersion, visibleKey } from '../reading.ts';
import { defineRoute, type Services } from '../route.ts';
import { ofApplication } from '../schemas/applications.ts';
import { formSchema, formView } from '../schemas/form.ts';
import { missingFrom } from './form-completeness.ts';
import { openForm, sealForm } from './form-content.ts';
import { mayKnowPerson, mayReadForm, shownFiles } from './shown-files.ts';

const tag = 'forms';
/** How much of a content's hash stands in its ETag, hexadecimal digits. */
const tagDigits = 16;

const tagOfContent = (version: number, hash: string, more = '') => `${version}.${hash.slice(0, tagDigits)}${more}`;

function fileView({ vault }: Services, { id, kind, name, mediaType, size, sha256, createdAt }: AttachmentInfo) {
  return { id, kind, name: vault.openText(name), mediaType, size, sha256, createdAt: toRfc3339(createdAt) };
}

/** Who applies: the name for every reviewer, the rest for whom it concerns. */
function applicantView({ vault }: Services, person: PersonRow | null, roles: readonly Role[]) {
  const knows = mayKnowPerson(roles);
  const opened = (sealed: Buffer | null | undefined) => (sealed ? vault.openText(sealed) : null);
  return {
    name: opened(person?.nameEnc) ?? '',
    identity: knows ? opened(person?.identityEnc) : null,
    phone: knows ? opened(person?.phoneEnc) : null,
  };
}

/** The `If-Match` of a content: its version and the beginning of its hash; null without one. */
function ifTagOf(header: string | undefined): { version: number; hash: string } | null {
  const [, version, hash] = /^"(\d{1,9})\.([0-9a-f]{16})[^"]*"$/.exec(header ?? '') ?? [];
  return version === undefined || hash === undefined ? null : { version: Number(version), hash };
}

const locked = () =>
  new HttpError(
    409,
    'FORM_LOCKED',
    text(
      '材料已提交，退回修改前不能更改。',
      'What was submitted cannot be changed unless it is returned for revision.',
    ),
    { clauses: ['LN-5.5.3-a'] },
  );
const moved = () =>
  new HttpError(
    412,
    'VERSION_MOVED',
    text('内容已有变化，请刷新后再改。', 'The content has changed since you read it; read it again.'),
  );

const refusals = { locked, moved, missing: notFound } as const;

/** What the applicant fills in; reviewers read the version that was submitted. */
export const formRoutes = [
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/form',
    summary:
      'The form with its files: the applicant’s present one, or what was last submitted for those who review it.',
    tag,
    access: 'login',
    params: ofApplication,
    answers: { 200: { description: 'The form', schema: formView, headers: ['ETag'] } },
    handle: async ({ params, caller, services }) => {
      const { db, vault } = services;
      const { key, roles } = await visibleKey(services, params.no, caller);
      if (!mayReadForm(roles)) throw notFound();
      const own = key.person === caller.person;
      const version = own ? key.contentVersion : await submittedVersion(services, params.no);
      const content = version === null ? null : await findContent(db, params.no, version);
      if (!content) throw notFound();
      const editable = own && (await isEditable(db, params.no));
      const files = await listAttachments(db, params.no);
      const person = await findPerson(db, key.person);
      const form = openForm(vault, content.body);
      const shown = own ? files : shownFiles(form, files, roles);
      return {
        status: 200,
        etag: tagOfContent(
          content.version,
          content.hash,
          `.${Number(editable)}.${shown.length}.${person?.version ?? 0}`,
        ),
        body: () => ({
          no: params.no,
          version: content.version,
          frozen: content.frozen,
          editable,
          applicant: applicantView(services, person, roles),
          form,
          missing: missingFrom(form),
          attachments: shown.map((file) => fileView(services, file)),
        }),
      };
    },
  }),
  defineRoute({
    method: 'put',
    path: '/v1/applications/:no/form',
    summary: 'Write the form of a draft or a correction, whole; a submitted version stays and the next one begins.',
    tag,
    access: 'login',
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
    handle: async ({ params, body, caller, services, request }) => {
      const { key } = await visibleKey(services, params.no, caller);
      if (key.person !== caller.person) throw notApplicant();
      const content = sealForm(services.vault, body);
      const given = request.get('if-match');
      const ifTag = ifTagOf(given);
      if (given !== undefined && given !== '*' && !ifTag) throw moved();
      const written = await writeContent(services.db, params.no, { content, ifTag });
      if (written.status !== 'written') throw refusals[written.status]();
      return {
        status: 200,
        etag: tagOfContent(written.version, content.hash),
        body: { no: params.no, version: written.version, missing: missingFrom(body) },
      };
    },
  }),
];

const notApplicant = () =>
  new HttpError(403, 'NOT_YOURS', text('材料由申报人填写。', 'The form is the applicant’s to fill in.'), {
    clauses: ['LN-5.1-a'],
  });
