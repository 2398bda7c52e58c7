import { asc, eq, sql } from 'drizzle-orm';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { nameCorrections as corrections, people } from '../schema.ts';

/** One correction of a name; the reason and both names are sealed, `at` is business time, epoch ms. */
export type NameCorrection = {
  readonly id: string;
  readonly by: string;
  readonly at: number;
  readonly was: Buffer;
  readonly became: Buffer;
  readonly reason: Buffer;
};

const correct = prepared(
  ['id', 'person', 'by', 'at', 'became', 'reason'],
  (orm, { id, person, by, at, became, reason }) => {
    const kept = orm.$with('kept').as(
      orm
        .insert(corrections)
        .select(
          orm
            .select({
              id: sql`${id}::uuid`.as('id'),
              person: people.id,
              byPerson: sql`${by}::uuid`.as('by_person'),
              at: sql`from_ms(${at}::bigint)`.as('at'),
              wasEnc: people.nameEnc,
              becameEnc: sql`${became}::bytea`.as('became_enc'),
              reasonEnc: sql`${reason}::bytea`.as('reason_enc'),
              writtenAt: sql`clock_timestamp()`.as('written_at'),
            })
            .from(people)
            .where(eq(people.id, person)),
        )
        .onConflictDoNothing()
        .returning({ person: corrections.person }),
    );
    return orm
      .with(kept)
      .update(people)
      .set({ nameEnc: sql`${became}`, version: sql`${people.version} + 1` })
      .from(kept)
      .where(eq(people.id, kept.person));
  },
);

/** Writes a correction and the name in one statement, once for each id. */
export async function correctName(db: Db, person: string, correction: Omit<NameCorrection, 'was'>): Promise<void> {
  await correct(db, { person, ...correction });
}

const ofPerson = prepared(['person'], (orm, { person }) =>
  orm
    .select({
      id: corrections.id,
      by: corrections.byPerson,
      at: corrections.at,
      was: corrections.wasEnc,
      became: corrections.becameEnc,
      reason: corrections.reasonEnc,
    })
    .from(corrections)
    .where(eq(corrections.person, person))
    .orderBy(asc(corrections.at), asc(corrections.id)),
);

/** The corrections of a person's name, first to last. */
export function nameCorrections(db: Db, person: string): Promise<NameCorrection[]> {
  return ofPerson(db, { person });
}
