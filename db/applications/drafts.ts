import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../connection.ts';
import { keysKeptDays } from '../intents/housekeeping.ts';
import { prepared } from '../prepared.ts';
import { applications, contents } from '../schema.ts';
import type { ApplicationHead, StoredFacts } from './applications.ts';
import type { SealedContent } from './contents.ts';

export type NewApplication = Omit<ApplicationHead, 'opened'> & {
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

/** Writes a draft with the first version of its content; false where the number is taken. */
export async function insertApplication(db: Db, { content, ...draft }: NewApplication): Promise<boolean> {
  const { committee = null, destination = null } = draft;
  const { count } = await insertDraft(db, { ...draft, committee, destination, ...content });
  return count === 1;
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
