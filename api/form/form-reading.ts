import { isEditable } from '../../commands/preparing/case-now.ts';
import { findingsOn, missingIn, momentOf } from '../../commands/preparing/needs/form.ts';
import { type AttachmentInfo, listAttachments } from '../../db/applications/attachments.ts';
import { findPerson, type PersonRow } from '../../db/people/people.ts';
import type { Place } from '../../db/vault.ts';
import { dateOf, toRfc3339 } from '../../domain/calendar/dates.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Seen } from '../access/on-application.ts';
import { mayKnowPerson } from '../access/readers.ts';
import { wholeApplication } from '../applications/load.ts';
import { shownFiles } from '../attachments/shown-files.ts';
import type { Reply, Services } from '../http/route.ts';
import { tagOfContent } from './form-writing.ts';
import { readableForm } from './readable-form.ts';

/** The form with its files and what it lacks, as someone may read it. */
export async function formReply(services: Services, seen: Seen): Promise<Reply> {
  const { key, roles } = seen;
  const { content, form, own } = await readableForm(services, seen);
  const { version, hash, frozen } = content;
  const row = await wholeApplication(services, key.no);
  const [files, person] = [await listAttachments(services.db, key.no), await findPerson(services.db, key.person)];
  const editable = own && isEditable(row, services.deps.calendar);
  const shown = own ? files : shownFiles(form, files, roles);
  const judged = async () => findingsOn(services, row, form, await momentOf(services, row, { version, own }));
  return {
    status: 200,
    unstored: true,
    etag: tagOfContent(
      version,
      hash,
      // What the form lacks depends on the day, on the dates in force and on what was sent and removed.
      `.${Number(editable)}.${shown.length}.${person?.version ?? 0}.${dateOf(key.nowMs)}.${key.timelineVersion}.${key.seq}`,
    ),
    body: async () => ({
      no: key.no,
      version,
      frozen,
      editable,
      applicant: applicantView(services, person, roles),
      form,
      missing: missingIn(await judged()),
      attachments: shown.map((file) => fileView(services, file)),
    }),
  };
}

function fileView({ vault }: Services, { id, kind, name, mediaType, size, sha256, createdAt }: AttachmentInfo) {
  return {
    id,
    kind,
    name: vault.openText(name, `file.name/${id}`),
    mediaType,
    size,
    sha256,
    createdAt: toRfc3339(createdAt),
  };
}

/** The applicant: the name for every reviewer, the rest only for the roles that may see it. */
function applicantView({ vault }: Services, person: PersonRow | null, roles: readonly Role[]) {
  const knows = mayKnowPerson(roles);
  const opened = (sealed: Buffer | null | undefined, place: Place) => (sealed ? vault.openText(sealed, place) : null);
  return {
    name: opened(person?.nameEnc, 'person.name') ?? '',
    identity: knows ? opened(person?.identityEnc, 'person.identity') : null,
    phone: knows ? opened(person?.phoneEnc, 'person.phone') : null,
  };
}
