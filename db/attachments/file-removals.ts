import { asc, eq } from 'drizzle-orm';
import type { ReservedSql } from 'postgres';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { fileRemovals } from '../schema.ts';
import { transaction } from '../transaction.ts';

/** The content of a submission, still sealed. */
export type SubmittedContent = { readonly body: Buffer };

/**
 * What was submitted, and what an undecided submission is about. SQL by hand: read under the lock of another statement. A content that only a refused
 * submission froze is none of them.
 */
const submittedContents = (tx: ReservedSql, no: string) => tx<SubmittedContent[]>`
  select c.body_enc as body from contents c
   where c.no = ${no}
     and (c.version in (select (e.data ->> 'contentVersion')::integer from events e where e.no = ${no} and e.name in ('opened', 'submitted'))
       or c.version in (select i.content_version from intents i where i.no = ${no} and i.action = 'submit' and i.outcome is null))`;

/** The contents of the submissions, the present content, and the files there are. */
export type FormVersions = {
  readonly submitted: readonly SubmittedContent[];
  readonly present: SubmittedContent | undefined;
  readonly files: readonly string[];
};

/** What tells which files are no longer named. SQL by hand: read under the lock of another statement. */
export async function formVersions(tx: ReservedSql, no: string): Promise<FormVersions> {
  const [present] = await tx<SubmittedContent[]>`
    select c.body_enc as body from contents c join applications a on a.no = c.no and a.content_version = c.version where a.no = ${no}`;
  const files = await tx<{ id: string }[]>`select id from attachments where no = ${no} and kind <> 'stampedPage'`;
  return { submitted: await submittedContents(tx, no), present, files: files.map(({ id }) => id) };
}

export type FileRemoval = {
  readonly no: string;
  readonly id: string;
  readonly person: string;
  /** The files that a content names. */
  readonly namedIn: (content: SubmittedContent) => ReadonlySet<string>;
};

/**
 * Deletes a file and records who did it, unless a submission or an action rests on it (`inUse`). SQL by hand: the row of the application is locked first,
 * as each action does, so that nothing is submitted with the file meanwhile.
 */
export function removeAttachment(
  db: Db,
  { no, id, person, namedIn }: FileRemoval,
): Promise<'removed' | 'inUse' | 'missing'> {
  return transaction(db, async (tx) => {
    await tx`select no from applications where no = ${no} for update`;
    const [used] = await tx`
      select 1 from events e where e.no = ${no} and e.data ->> 'file' = ${id}
      union all
      select 1 from intents i where i.no = ${no} and i.outcome is null and position(${id}::text in i.argument) > 0`;
    const submitted = await submittedContents(tx, no);
    if (used || submitted.some((content) => namedIn(content).has(id))) return 'inUse' as const;
    const gone = await tx`
      with gone as (delete from attachments where no = ${no} and id = ${id} returning *)
      insert into file_removals (no, file, kind, name_enc, size, sha256, by_person, at)
      select g.no, g.id, g.kind, g.name_enc, g.size, g.sha256, ${person}::uuid, world_now(a.world)
        from gone g join applications a on a.no = g.no
      returning n`;
    return gone.length > 0 ? ('removed' as const) : ('missing' as const);
  });
}

/** A deleted file; the name is still sealed, `at` is business time. */
export type RemovedFile = {
  readonly id: string;
  readonly kind: string;
  readonly name: Buffer;
  readonly size: number;
  readonly sha256: string;
  readonly by: string;
  readonly at: number;
};

const ofApplication = prepared(['no'], (orm, { no }) =>
  orm
    .select({
      id: fileRemovals.file,
      kind: fileRemovals.kind,
      name: fileRemovals.nameEnc,
      size: fileRemovals.size,
      sha256: fileRemovals.sha256,
      by: fileRemovals.byPerson,
      at: fileRemovals.at,
    })
    .from(fileRemovals)
    .where(eq(fileRemovals.no, no))
    .orderBy(asc(fileRemovals.n)),
);

/** The deleted files of an application, in order. */
export function removedFiles(db: Db, no: string): Promise<RemovedFile[]> {
  return ofApplication(db, { no });
}
