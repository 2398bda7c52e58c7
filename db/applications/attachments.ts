import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { attachments } from '../schema.ts';

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

/** How many files one application may hold. */
export const maxAttachments = 100;

/**
 * Keeps a file; `full` where the application holds too many. The same id again changes nothing. SQL by hand: drizzle has no insert from a condition
 * without a table.
 */
export async function insertAttachment({ sql }: Db, file: NewAttachment): Promise<'kept' | 'full'> {
  const rows = await sql`
    insert into attachments (id, no, kind, name_enc, media_type, size, sha256, body_enc)
    select ${file.id}, ${file.no}, ${file.kind}, ${file.name}, ${file.mediaType}, ${file.size}, ${file.sha256}, ${file.body}
     where (select count(*) from attachments where no = ${file.no} and id <> ${file.id}) < ${maxAttachments}
    on conflict (id) do update set no = excluded.no returning id`;
  return rows.length === 1 ? 'kept' : 'full';
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
