import type { Db } from '../connection.ts';

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

/** What is known of a file without opening it; the name is still sealed. */
export type AttachmentInfo = Omit<NewAttachment, 'body' | 'no'> & { readonly createdAt: number };

/** How many files one application may hold. */
export const maxAttachments = 100;

/** Keeps a file; `full` where the application holds too many. The same id again changes nothing. */
export async function insertAttachment({ sql }: Db, file: NewAttachment): Promise<'kept' | 'full'> {
  const rows = await sql`
    insert into attachments (id, no, kind, name_enc, media_type, size, sha256, body_enc)
    select ${file.id}, ${file.no}, ${file.kind}, ${file.name}, ${file.mediaType}, ${file.size}, ${file.sha256}, ${file.body}
     where (select count(*) from attachments where no = ${file.no} and id <> ${file.id}) < ${maxAttachments}
    on conflict (id) do update set no = excluded.no returning id`;
  return rows.length === 1 ? 'kept' : 'full';
}

/** The files of an application, oldest first. */
export async function listAttachments({ sql }: Db, no: string): Promise<AttachmentInfo[]> {
  const rows = await sql<(AttachmentInfo & { createdAt: string })[]>`
    select id, kind, name_enc as name, media_type as "mediaType", size, sha256, to_ms(created_at) as "createdAt"
      from attachments where no = ${no} order by created_at, id`;
  return rows.map((row) => ({ ...row, createdAt: Number(row.createdAt) }));
}

/** One file of an application, or null where there is none. */
export async function findAttachment({ sql }: Db, no: string, id: string): Promise<NewAttachment | null> {
  const [row] = await sql<NewAttachment[]>`
    select id, no, kind, name_enc as name, media_type as "mediaType", size, sha256, body_enc as body
      from attachments where no = ${no} and id = ${id}`;
  return row ?? null;
}
