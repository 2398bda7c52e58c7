import type { Db } from '../connection.ts';
import { Recent } from '../recent.ts';
import { transaction } from '../transaction.ts';
import type { SealedContent } from './applications.ts';

/** One version of what an applicant fills in, still sealed; a frozen one was submitted and never changes. */
export type StoredContent = {
  readonly version: number;
  readonly body: Buffer;
  readonly hash: string;
  readonly frozen: boolean;
};

/** A version of a content, or null where there is none. */
export async function findContent({ sql }: Db, no: string, version: number): Promise<StoredContent | null> {
  const [row] = await sql<StoredContent[]>`
    select version, body_enc as body, hash, frozen_at is not null as frozen from contents where no = ${no} and version = ${version}`;
  return row ?? null;
}

/** `locked`: nothing may be changed now; `moved`: another version stands than the one the writer read. */
export type ContentWritten =
  | { readonly status: 'written'; readonly version: number }
  | { readonly status: 'locked' | 'moved' | 'missing' };

/** Makes a version final: what is written after it begins the next one. */
export async function freezeContent({ sql }: Db, no: string, version: number): Promise<void> {
  await sql`update contents set frozen_at = clock_timestamp() where no = ${no} and version = ${version} and frozen_at is null`;
}

/** Makes a version final if it still says what was read; false where it was written over since. */
export async function freezeAsRead(
  { sql }: Db,
  no: string,
  read: Pick<StoredContent, 'version' | 'hash'>,
): Promise<boolean> {
  const rows = await sql`
    update contents set frozen_at = coalesce(frozen_at, clock_timestamp())
     where no = ${no} and version = ${read.version} and hash = ${read.hash} returning version`;
  return rows.length === 1;
}

/** Whether the applicant may change the content: a draft, or a road that waits for the applicant and has not fallen due, with no submission on its way. */
const editable = (sql: Db['sql']) => sql`
  (a.plan_hash is null or (a.phase = 'awaiting' and a.outcome is null and not a.closed and coalesce(a.due_at > world_now(a.world), true)))
  and not exists (select 1 from intents i where i.no = a.no and i.action = 'submit' and i.outcome is null)`;

/** Writes the content: in place while it is not frozen, as the next version once it is. `ifTag` is the version and hash the writer read. */
export async function writeContent(
  db: Db,
  no: string,
  change: {
    readonly content: SealedContent;
    readonly ifTag: { readonly version: number; readonly hash: string } | null;
  },
): Promise<ContentWritten> {
  return transaction(db, async (tx) => {
    // The row lock is the one a submission takes, so that what is submitted is what was read.
    const [head] = await tx<{ version: number; editable: boolean }[]>`
      select a.content_version as version, ${editable(tx)} as editable from applications a where a.no = ${no} for update of a`;
    if (!head) return { status: 'missing' } as const;
    const [now] = await tx<{ hash: string; frozen: boolean; editable: boolean }[]>`
      select c.hash, c.frozen_at is not null as frozen, ${editable(tx)} as editable
        from contents c join applications a on a.no = c.no where c.no = ${no} and c.version = ${head.version}`;
    if (!now?.editable) return { status: 'locked' } as const;
    if (change.ifTag && (change.ifTag.version !== head.version || !now.hash.startsWith(change.ifTag.hash))) {
      return { status: 'moved' } as const;
    }
    const { body, hash } = change.content;
    if (!now.frozen) {
      await tx`update contents set body_enc = ${body}, hash = ${hash} where no = ${no} and version = ${head.version}`;
      return { status: 'written', version: head.version } as const;
    }
    await tx`insert into contents (no, version, body_enc, hash) values (${no}, ${head.version + 1}, ${body}, ${hash})`;
    await tx`update applications set content_version = ${head.version + 1} where no = ${no}`;
    return { status: 'written', version: head.version + 1 } as const;
  });
}

/** A sealed text is written once and never changed. */
const texts = new Recent<StoredText>(1_000);
type StoredText = { readonly id: string; readonly no: string; readonly body: Buffer };

/** Sealed texts of an application by their ids: reasons and wordings that never travel. */
export async function findTexts(
  db: Db,
  no: string | readonly string[],
  ids: readonly string[],
): Promise<readonly StoredText[]> {
  const known = ids.flatMap((id) => texts.get(db, id) ?? []);
  const missing = ids.filter((id) => !known.some((text) => text.id === id));
  const found = missing.length > 0 ? await readTexts(db, missing) : [];
  for (const text of found) texts.keep(db, text.id, text);
  const nos = [no].flat();
  return [...known, ...found].filter((text) => nos.includes(text.no));
}

function readTexts({ sql }: Db, ids: readonly string[]): Promise<StoredText[]> {
  return sql<StoredText[]>`select id, no, body_enc as body from texts where id = any(${ids as string[]}::uuid[])`;
}
