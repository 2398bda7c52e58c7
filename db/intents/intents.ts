import { and, asc, eq, isNull, lt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '../connection.ts';
import type { Claim } from '../intent.ts';
import { prepared } from '../prepared.ts';
import { entities, intents } from '../schema.ts';
import { insertText, type NewText } from '../texts.ts';
import { transaction } from '../transaction.ts';
import { type NewOutcome, type OutcomeWritten, recordOutcome } from './outcomes.ts';

/** An open intent in the operator's list. `receivedAt` is business time, epoch ms; `ageMs` is real time since it was recorded. */
export type OpenIntent = {
  readonly id: string;
  readonly no: string;
  readonly n: number;
  readonly action: string;
  readonly receivedAt: number;
  readonly ageMs: number;
  readonly tries: number;
  readonly lastError: string | null;
};

/** All data of an intent except its argument and its texts. */
export type IntentDetails = OpenIntent & {
  /** The kind of what it changes. */
  readonly kind: string;
  readonly person: string;
  readonly role: string;
  readonly scope: string | null;
  readonly lane: string;
  readonly argumentBytes: number;
  readonly claims: readonly Claim[] | null;
  readonly claimsHeld: boolean;
  readonly contentVersion: number | null;
  readonly expectedSeq: number | null;
  readonly timelineVersion: number | null;
  /** After how many ms the courier may take it; negative if it may already. */
  readonly dueInMs: number;
  /** The number of open intents of the same queue that are decided first. */
  readonly ahead: readonly string[];
  readonly outcome: unknown;
  readonly accepted: boolean | null;
};

const listed = {
  id: intents.id,
  no: intents.no,
  n: intents.n,
  action: intents.action,
  receivedAt: intents.receivedAt,
  tries: intents.tries,
  lastError: intents.lastError,
  ageMs: sql<number>`(extract(epoch from clock_timestamp() - ${intents.recordedAt}) * 1000)::float8`,
};

const oldestOpen = prepared(['most'], (orm, { most }) =>
  orm
    .select(listed)
    .from(intents)
    .where(isNull(intents.outcome))
    .orderBy(asc(intents.recordedAt), asc(intents.no), asc(intents.n))
    .limit(most),
);

/** Intents without an outcome, the oldest first, at most so many. */
export function openIntents(db: Db, most: number): Promise<OpenIntent[]> {
  return oldestOpen(db, { most });
}

const intentById = prepared(['id'], (orm, { id }) => {
  const before = alias(intents, 'before');
  const ahead = orm
    .select({ id: sql`${before.id}::text` })
    .from(before)
    .where(and(eq(before.no, intents.no), lt(before.n, intents.n), isNull(before.outcome)))
    .orderBy(asc(before.n));
  return orm
    .select({
      ...listed,
      kind: sql<string>`coalesce(${entities.kind}, 'application')`,
      person: intents.person,
      role: intents.role,
      scope: intents.scope,
      lane: intents.lane,
      argumentBytes: sql<number>`octet_length(${intents.argument})`,
      claims: intents.claims,
      claimsHeld: intents.claimsHeld,
      contentVersion: intents.contentVersion,
      expectedSeq: intents.expectedSeq,
      timelineVersion: sql<number | null>`(${intents.timeline} ->> 'version')::integer`,
      outcome: intents.outcome,
      accepted: intents.accepted,
      dueInMs: sql<number>`(extract(epoch from ${intents.tryAt} - clock_timestamp()) * 1000)::float8`,
      ahead: sql<string[]>`array${ahead}`,
    })
    .from(intents)
    .leftJoin(entities, eq(entities.no, intents.no))
    .where(eq(intents.id, id));
});

/** One intent, open or finished; null if there is none. */
export async function findIntent(db: Db, id: string): Promise<IntentDetails | null> {
  const [row] = await intentById(db, { id });
  return row ?? null;
}

const clearKey = prepared(['id'], (orm, { id }) =>
  orm.update(intents).set({ keyHash: null }).where(eq(intents.id, id)),
);

/** Frees the key of an intent, so that the same request is a new one. */
export async function forgetIntentKey(db: Db, id: string): Promise<void> {
  await clearKey(db, { id });
}

const setDue = prepared(['id'], (orm, { id }) =>
  orm
    .update(intents)
    .set({ tryAt: sql`clock_timestamp()` })
    .where(and(eq(intents.id, id), isNull(intents.outcome))),
);

/** Makes an open intent due now, so that the courier takes it next; false if it is not open. */
export async function makeDue(db: Db, id: string): Promise<boolean> {
  const { count } = await setDue(db, { id });
  return count > 0;
}

/** Writes a refusal and its sealed reason; neither if the intent already has an outcome. */
export async function refuseWithText(db: Db, refusal: NewOutcome, text: NewText): Promise<OutcomeWritten['status']> {
  return transaction(db, async (_, tx) => {
    const { status } = await recordOutcome(tx, refusal);
    if (status === 'written') await insertText(tx, text);
    return status;
  });
}
