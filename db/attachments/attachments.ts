import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '../connection.ts';
import { maxAttachments, maxStampedPages } from '../limits.ts';
import { prepared } from '../prepared.ts';
import { attachments } from '../schema.ts';
import { transaction } from '../transaction.ts';
import { type FormVersions, formVersions } from './file-removals.ts';

export type NewAttachment = {
  readonly id: string;
  readonly no: string;
  readonly kind: string;
  readonly name: Buffer;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly body: Buffer;
};

/** A file without its bytes; the name is still sealed. */
export type AttachmentInfo = Omit<NewAttachment, 'body' | 'no'> & { readonly createdAt: number };

/** How many bytes of files the open applications of one person may hold. */
export const maxBytesOfPerson = 1024 ** 3;

/** What stands against one more file: the application has too many, or the files of its person too many bytes; with how many it has now. */
export type OverLimit = { readonly limit: 'files' | 'bytes'; readonly used: number; readonly most: number };

/**
 * Keeps a file, or says which limit it would pass, and nothing is kept. The same id again changes nothing. Files that were submitted and that the form no
 * longer names cannot be deleted; they do not count (`replaced`). SQL by hand: the rows of the application and of the person are locked first, so that no
 * file comes into a draft that is being discarded (`missing`), and files at once do not pass the limits together.
 */
export function insertAttachment(
  db: Db,
  file: NewAttachment,
  replaced: (contents: FormVersions) => ReadonlySet<string>,
): Promise<'kept' | 'missing' | OverLimit> {
  const page = file.kind === 'stampedPage';
  return transaction(db, async (tx) => {
    const [owner] = await tx`
      select p.id from applications a join people p on p.id = a.person
       where a.no = ${file.no} and a.discarded_at is null for no key update of a, p`;
    if (!owner) return 'missing';
    const added = await tx`
      insert into attachments (id, no, kind, name_enc, media_type, size, sha256, body_enc)
      values (${file.id}, ${file.no}, ${file.kind}, ${file.name}, ${file.mediaType}, ${file.size}, ${file.sha256}, ${file.body})
      on conflict (id) do nothing returning id`;
    if (added.length === 0) return 'kept';
    const [held] = await tx<{ files: number; bytes: string }[]>`
      select count(*) filter (where f.no = ${file.no} and (f.kind = 'stampedPage') = ${page})::integer as files,
             coalesce(sum(f.size), 0) as bytes
        from attachments f join applications a on a.no = f.no
       where a.person = ${owner.id} and (not a.closed or a.no = ${file.no})`;
    const bytes = Number(held?.bytes);
    if (!page && bytes > maxBytesOfPerson)
      throw new Passed({ limit: 'bytes', used: bytes - file.size, most: maxBytesOfPerson });
    const most = page ? maxStampedPages : maxAttachments;
    let files = held?.files ?? 0;
    // Only where it matters is anything opened.
    if (files > most && !page) files -= replaced(await formVersions(tx, file.no)).size;
    if (files > most) throw new Passed({ limit: 'files', used: files - 1, most });
    return 'kept' as const;
  }).catch((error: unknown) => {
    if (error instanceof Passed) return error.over;
    throw error;
  });
}

/** Rolls back what was written over a limit. */
class Passed extends Error {
  readonly over: OverLimit;
  constructor(over: OverLimit) {
    super(over.limit);
    this.over = over;
  }
}

const info = {
  id: attachments.id,
  kind: attachments.kind,
  name: attachments.nameEnc,
  mediaType: attachments.mediaType,
  size: attachments.size,
  sha256: attachments.sha256,
};

const ofApplication = prepared(['no'], (orm, { no }) =>
  orm
    .select({ ...info, createdAt: attachments.createdAt })
    .from(attachments)
    .where(eq(attachments.no, no))
    .orderBy(asc(attachments.createdAt), asc(attachments.id)),
);

/** The files of an application, oldest first. */
export function listAttachments(db: Db, no: string): Promise<AttachmentInfo[]> {
  return ofApplication(db, { no });
}

const whole = prepared(['no', 'id'], (orm, { no, id }) =>
  orm
    .select({ ...info, no: attachments.no, body: attachments.bodyEnc })
    .from(attachments)
    .where(and(eq(attachments.no, no), eq(attachments.id, id))),
);

/** One file of an application, or null where there is none. */
export async function findAttachment(db: Db, no: string, id: string): Promise<NewAttachment | null> {
  const [row] = await whole(db, { no, id });
  return row ?? null;
}
