import { and, desc, eq, lt, max, sql } from 'drizzle-orm';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { applications, contents, events, intents } from '../schema.ts';
import { transaction } from '../transaction.ts';

/** An encrypted content with its keyed hash. */
export type SealedContent = { readonly body: Buffer; readonly hash: string };

/** One version of what an applicant fills in, still sealed; a frozen one was submitted and never changes. */
export type StoredContent = {
  readonly version: number;
  readonly body: Buffer;
  readonly hash: string;
  readonly frozen: boolean;
};

const frozen = sql<boolean>`${contents.frozenAt} is not null`;

const contentOfVersion = prepared(['no', 'version'], (orm, { no, version }) =>
  orm
    .select({ version: contents.version, body: contents.bodyEnc, hash: contents.hash, frozen })
    .from(contents)
    .where(and(eq(contents.no, no), eq(contents.version, version))),
);

/** A version of a content, or null where there is none. */
export async function findContent(db: Db, no: string, version: number): Promise<StoredContent | null> {
  const [row] = await contentOfVersion(db, { no, version });
  return row ?? null;
}

const hashOfReturned = prepared(['no', 'stage'], (orm, { no, stage }) => {
  const ofStage = and(eq(events.no, no), eq(events.stage, stage));
  const lastReturn = orm
    .select({ seq: max(events.seq) })
    .from(events)
    .where(and(ofStage, eq(events.name, 'returned')));
  const before = orm
    .select({ version: sql`(${events.data} ->> 'contentVersion')::integer` })
    .from(events)
    .where(and(eq(events.no, no), eq(events.name, 'submitted'), lt(events.seq, lastReturn)))
    .orderBy(desc(events.seq))
    .limit(1);
  return orm
    .select({ hash: contents.hash })
    .from(contents)
    .where(and(eq(contents.no, no), eq(contents.version, before)));
});

/** The hash of the content that a stage returned last; null if it returned none. */
export async function returnedContent(db: Db, no: string, stage: string): Promise<string | null> {
  const [row] = await hashOfReturned(db, { no, stage });
  return row?.hash ?? null;
}

/** `locked`: nothing may be changed now; `versionConflict`: the content has changed since the writer read it. */
export type ContentWritten =
  | { readonly status: 'written'; readonly version: number }
  | { readonly status: 'locked' | 'versionConflict' | 'missing' };

/** Whether the applicant may change the content: in a draft, or while the case waits for the applicant, its deadline has not passed, and no submission is pending. */
const editable = sql<boolean>`
  (${applications.planHash} is null or (${applications.phase} = 'awaiting' and ${applications.outcome} is null and not ${applications.closed}
    and coalesce(${applications.dueAt} > world_now(${applications.world}), true)))
  and not exists (select 1 from ${intents} where ${intents.no} = ${applications.no} and ${intents.action} = 'submit' and ${intents.outcome} is null)`;

// A submission takes the same row lock, so it submits exactly what was read.
const lockHead = prepared(['no'], (orm, { no }) =>
  orm.select({ version: applications.contentVersion }).from(applications).where(eq(applications.no, no)).for('update'),
);
const currentContent = prepared(['no', 'version'], (orm, { no, version }) =>
  orm
    .select({ hash: contents.hash, frozen, editable })
    .from(contents)
    .innerJoin(applications, eq(applications.no, contents.no))
    .where(and(eq(contents.no, no), eq(contents.version, version))),
);
const replaceContent = prepared(['no', 'version', 'body', 'hash'], (orm, { no, version, body, hash }) =>
  orm
    .update(contents)
    .set({ bodyEnc: sql`${body}`, hash: sql`${hash}` })
    .where(and(eq(contents.no, no), eq(contents.version, version))),
);
const insertContent = prepared(['no', 'version', 'body', 'hash'], (orm, { body, ...content }) =>
  orm.insert(contents).values({ ...content, bodyEnc: body }),
);
const raiseVersion = prepared(['no', 'version'], (orm, { no, version }) =>
  orm
    .update(applications)
    .set({ contentVersion: sql`${version}` })
    .where(eq(applications.no, no)),
);

/** Writes the content: in place until it is submitted, afterwards as the next version. `ifTag` is the version and hash that the writer read. */
export async function writeContent(
  db: Db,
  no: string,
  change: {
    readonly content: SealedContent;
    readonly ifTag: { readonly version: number; readonly hash: string } | null;
  },
): Promise<ContentWritten> {
  return transaction(db, async (_, tx) => {
    const [head] = await lockHead(tx, { no });
    if (!head) return { status: 'missing' } as const;
    const [now] = await currentContent(tx, { no, version: head.version });
    if (!now?.editable) return { status: 'locked' } as const;
    if (change.ifTag && (change.ifTag.version !== head.version || !now.hash.startsWith(change.ifTag.hash))) {
      return { status: 'versionConflict' } as const;
    }
    if (!now.frozen) {
      await replaceContent(tx, { no, version: head.version, ...change.content });
      return { status: 'written', version: head.version } as const;
    }
    const version = head.version + 1;
    await insertContent(tx, { no, version, ...change.content });
    await raiseVersion(tx, { no, version });
    return { status: 'written', version } as const;
  });
}
