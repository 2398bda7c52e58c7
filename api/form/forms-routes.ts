import { isEditable } from '../../commands/preparing/case-now.ts';
import { openForm } from '../../commands/preparing/form-content.ts';
import { findingsOn, missingIn, momentOf } from '../../commands/preparing/needs/form.ts';
import { type AttachmentInfo, listAttachments } from '../../db/applications/attachments.ts';
import { findContent } from '../../db/applications/contents.ts';
import { findPerson, type PersonRow } from '../../db/people/people.ts';
import { dateOf, toRfc3339 } from '../../domain/calendar/dates.ts';
import type { Role } from '../../domain/programme/facts.ts';
import { ofApplication } from '../applications/applications-schemas.ts';
import { submittedVersion, visibleKey, wholeApplication } from '../applications/load.ts';
import { mayKnowPerson, mayReadForm, shownFiles } from '../attachments/shown-files-routes.ts';
import { notFound } from '../http/errors.ts';
import { defineRoute, type Services } from '../http/route.ts';
import { formSchema, formView } from './form-schemas.ts';
import { ifTagOf, notApplicant, tagOfContent, writeForm } from './form-writing-routes.ts';

const tag = 'forms';
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
      const row = await wholeApplication(services, params.no);
      const editable = own && isEditable(row, services.deps.calendar);
      const files = await listAttachments(db, params.no);
      const person = await findPerson(db, key.person);
      const form = openForm(vault, content.body);
      const judged = async () =>
        findingsOn(services, row, form, await momentOf(services, row, { version: content.version, own }));
      const shown = own ? files : shownFiles(form, files, roles);
      return {
        status: 200,
        etag: tagOfContent(
          content.version,
          content.hash,
          // What the form lacks depends on the day, on the dates in force and on what was sent and removed.
          `.${Number(editable)}.${shown.length}.${person?.version ?? 0}.${dateOf(key.nowMs)}.${key.timelineVersion}.${key.seq}`,
        ),
        body: async () => ({
          no: params.no,
          version: content.version,
          frozen: content.frozen,
          editable,
          applicant: applicantView(services, person, roles),
          form,
          missing: missingIn(await judged()),
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
      if (key.person !== caller.person) throw notApplicant(services.programmes.get(key.programme));
      const ifTag = ifTagOf(request.get('if-match'));
      const { version, etag } = await writeForm(services, key, { form: body, ifTag });
      const row = await wholeApplication(services, params.no);
      const findings = await findingsOn(services, row, body, { asOf: dateOf(row.nowMs) });
      return { status: 200, etag, body: { no: params.no, version, missing: missingIn(findings) } };
    },
  }),
];
