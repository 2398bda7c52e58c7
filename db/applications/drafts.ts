import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../connection.ts';
import { keysKeptDays, maxDrafts } from '../limits.ts';
import { prepared } from '../prepared.ts';
import { applications, contents } from '../schema.ts';
import { transaction } from '../transaction.ts';
import type { ApplicationHead, StoredFacts } from './applications.ts';
import type { SealedContent } from './contents.ts';

export type NewApplication = Omit<ApplicationHead, 'opened' | 'seenBy'> & {
  readonly facts: StoredFacts;
  readonly content: SealedContent;
};

const insertDraft = prepared(
  [
    'no',
    'world',
    'person',
    'unit',
    'programme',
    'series',
    'specialty',
    'level',
    'track',
    'employerClass',
    'office',
    'sealingAuthority',
    'acting',
    'committee',
    'destination',
    'facts',
    'body',
    'hash',
  ],
  (orm, { body, hash, ...head }) => {
    const written = orm
      .$with('written')
      .as(
        orm
          .insert(applications)
          .values(head)
          .onConflictDoNothing({ target: applications.no })
          .returning({ no: applications.no }),
      );
    return orm
      .with(written)
      .insert(contents)
      .select(
        orm
          .select({
            no: written.no,
            version: sql`1`.as('version'),
            bodyEnc: sql`${body}::bytea`.as('body_enc'),
            hash: sql`${hash}::text`.as('hash'),
            frozenAt: sql`null::timestamptz`.as('frozen_at'),
          })
          .from(written),
      );
  },
);

/**
 * Writes a draft with the first version of its content: `taken` where the number is taken, `full` where the person has too many. SQL by hand: the row of
 * the person is locked before counting, so that drafts at once do not pass the limit together.
 */
export async function insertApplication(
  db: Db,
  { content, ...draft }: NewApplication,
): Promise<'written' | 'taken' | 'full'> {
  const { committee = null, destination = null } = draft;
  return await transaction(db, async (tx, inTx) => {
    await tx`select id from people where id = ${draft.person} for no key update`;
    const [same] = await tx`select no from applications where no = ${draft.no}`;
    if (same) return 'taken';
    const drafts = await tx`
      select no from applications
       where person = ${draft.person} and plan_hash is null and discarded_at is null and created_at > clock_timestamp() - interval '1 year' limit ${maxDrafts}`;
    if (drafts.length >= maxDrafts) return 'full';
    const { count } = await insertDraft(inTx, { ...draft, committee, destination, ...content });
    return count === 1 ? 'written' : 'taken';
  });
}

/**
 * Discards a draft with its form and files; its number stays taken. `submitted` where it was submitted, or that is being decided; `missing` where there is
 * none. SQL by hand: the row is locked first, as each action does, so that nothing is submitted meanwhile.
 */
export function discardDraft(db: Db, no: string): Promise<'discarded' | 'submitted' | 'missing'> {
  return transaction(db, async (tx) => {
    const [draft] = await tx<{ submitted: boolean }[]>`
      select plan_hash is not null or exists (select 1 from intents i where i.no = a.no and i.outcome is null) as submitted
        from applications a where no = ${no} and discarded_at is null for update`;
    if (!draft) return 'missing';
    if (draft.submitted) return 'submitted';
    await tx`delete from attachments where no = ${no}`;
    await tx`delete from achievement_fingerprints where no = ${no}`;
    await tx`delete from contents where no = ${no}`;
    // A closed one takes no action, whoever read it before.
    await tx`update applications set closed = true, discarded_at = world_now(world), facts = '{}' where no = ${no}`;
    return 'discarded';
  });
}

const madeWithKnownKey = prepared(['no'], (orm, { no }) =>
  orm
    .select({ no: applications.no })
    .from(applications)
    .where(
      and(
        eq(applications.no, no),
        sql`${applications.createdAt} > clock_timestamp() - make_interval(days => ${sql.raw(String(keysKeptDays))})`,
      ),
    ),
);

/** Whether a draft was made while the idempotency key that its number follows from is still known: the same request made it. */
export async function draftOfKnownKey(db: Db, no: string): Promise<boolean> {
  return (await madeWithKnownKey(db, { no })).length > 0;
}
