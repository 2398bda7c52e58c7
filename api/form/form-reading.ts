import { isEditable } from '../../commands/preparing/case-now.ts';
import { openForm } from '../../commands/preparing/form-content.ts';
import { findingsOn, missingIn, momentOf } from '../../commands/preparing/submission/form.ts';
import type { ApplicationRow } from '../../db/applications/applications.ts';
import { listEvents } from '../../db/applications/events.ts';
import { type AttachmentInfo, listAttachments } from '../../db/attachments/attachments.ts';
import { findPerson, type PersonRow } from '../../db/people/people.ts';
import type { Place } from '../../db/vault.ts';
import { documentOf } from '../../domain/access/identity-document.ts';
import { dateOf, toRfc3339 } from '../../domain/calendar/dates.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Seen } from '../access/on-application.ts';
import { mayKnowPerson, readsObjections } from '../access/readers.ts';
import { wholeApplication } from '../applications/load.ts';
import { openSealedTexts } from '../applications/view-texts.ts';
import { shownFiles } from '../attachments/file-rights.ts';
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
      removed: await removedFrom(services, row, { body: content.body, roles }),
      missing: missingIn(await judged()),
      attachments: shown.map((file) => fileView(services, file)),
    }),
  };
}

/** The items removed from an application, with the reasons as far as these roles read them. */
async function removedFrom(
  services: Services,
  { no, snapshot }: ApplicationRow,
  { body, roles }: { readonly body: Buffer; readonly roles: readonly Role[] },
) {
  const items = [...new Set(snapshot?.removedItems ?? [])];
  if (items.length === 0) return [];
  const { achievements } = openForm(services.vault, no, body);
  const events = await listEvents(services.db, no, { after: 0, limit: snapshot?.seq ?? 0 });
  const removals = events.filter((event) => event.name === 'itemRemoved');
  const conclusions = events.filter((event) => event.name === 'objectionConcluded');
  const because = items.map((item) => {
    const removal = removals.findLast(({ data }) => data.item === item)?.data;
    const concluded = conclusions.find(({ data }) => data.objection === removal?.objection)?.data;
    return { item, text: removal?.text ?? concluded?.text };
  });
  // The reason may mention who objected.
  const texts = readsObjections(roles) ? because.map(({ text }) => text) : [];
  const wordings = await openSealedTexts(services, no, texts);
  return because.map(({ item, text }) => {
    const reason = wordings.get(text ?? '')?.reason;
    const title = achievements.find(({ id }) => id === item)?.title ?? null;
    return { item, title, ...(reason === undefined ? {} : { reason }) };
  });
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
  const identity = knows ? opened(person?.identityEnc, 'person.identity') : null;
  const document = identity === null ? null : documentOf(identity);
  return {
    name: opened(person?.nameEnc, 'person.name') ?? '',
    identityType: document?.type ?? null,
    identity: document?.number ?? null,
    phone: knows ? opened(person?.phoneEnc, 'person.phone') : null,
  };
}
