import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import type {
  IntegrityActionName,
  IntegrityFact,
  IntegrityRecord,
  IntegrityState,
} from '../../domain/integrity/case.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { entities, events, integrityRecords } from '../schema.ts';

/** One step of a case; `at` is business time, epoch ms. */
type StoredIntegrityStep = {
  readonly seq: number;
  readonly name: IntegrityActionName;
  readonly at: number;
  readonly role: Role;
  readonly data: IntegrityFact['data'];
};

/** A stored case: its state, and its steps in order. */
export type StoredIntegrityCase = {
  readonly n: number;
  readonly state: IntegrityState;
  readonly events: readonly StoredIntegrityStep[];
};

/** A record in the archive with the case it comes from. */
export type StoredRecord = IntegrityRecord & { readonly no: string; readonly n: number };

/** The number of a case, under which its intents, events and texts are stored. */
export const integrityNo = (application: string, n: number): string => `integrity/${application}/${n}`;

/** The place of a case among those of its application, by its number. */
export const numberOfCase = (no: string): number => Number(no.slice(no.lastIndexOf('/') + 1));

/** Reserves the number of the case that a request opens; a repeated request gets the same one. */
export async function reserveCase({ sql }: Db, no: string, request: string): Promise<number> {
  const [row] = await sql<{ n: number }[]>`select reserve_integrity_case(${no}, ${request}) as n`;
  if (!row) throw new Error('no case was reserved');
  return row.n;
}

const casesOf = prepared(['application'], (orm, { application }) => {
  const steps = orm
    .select({
      all: sql`jsonb_agg(jsonb_build_object('seq', ${events.seq}, 'name', ${events.name}, 'at', to_ms(${events.at}), 'role', ${events.role},
        'data', ${events.data}) order by ${events.seq})`,
    })
    .from(events)
    .where(eq(events.no, entities.no));
  return orm
    .select({
      no: entities.no,
      state: sql<IntegrityState>`${entities.state}`,
      events: sql<StoredIntegrityStep[]>`${steps}`,
    })
    .from(entities)
    .where(and(eq(entities.application, application), eq(entities.kind, 'integrity'), gt(entities.seq, 0)))
    .orderBy(sql`split_part(${entities.no}, '/', -1)::integer`);
});

/** The cases of an application with their steps, without those whose opening is not decided yet. */
export async function integrityCases(db: Db, application: string): Promise<StoredIntegrityCase[]> {
  const rows = await casesOf(db, { application });
  return rows.map(({ no, ...row }) => ({ n: numberOfCase(no), ...row }));
}

const recordsById = prepared(['person'], (orm, { person }) =>
  orm
    .select({ no: integrityRecords.no, n: integrityRecords.n, body: integrityRecords.body })
    .from(integrityRecords)
    .where(eq(integrityRecords.person, person))
    .orderBy(desc(sql`${integrityRecords.body} ->> 'from'`), asc(integrityRecords.no), asc(integrityRecords.n)),
);

/** The records of a person, newest first. */
export async function recordsOf(db: Db, person: string): Promise<StoredRecord[]> {
  const rows = await recordsById(db, { person });
  return rows.map(({ no, n, body }) => ({ no, n, ...body }));
}
