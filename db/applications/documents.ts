import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Level } from '../../domain/programme/facts.ts';
import { oneOf } from '../conditions.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { applications, contents, people, postingItems, postings, units } from '../schema.ts';

/** The document of a unit's latest posting of an application, still sealed, hexadecimal. */
export type UnitPosting = { readonly id: string; readonly document: string };

const latestPosting = prepared(['no'], (orm, { no }) =>
  orm
    .select({ id: postings.id, document: sql<string>`${postings.document} ->> 'sealed'` })
    .from(postingItems)
    .innerJoin(postings, eq(postings.id, postingItems.posting))
    .where(and(eq(postingItems.no, no), eq(postings.kind, 'unit'), isNotNull(postingItems.postedOn)))
    .orderBy(desc(postings.createdAt), desc(postings.id))
    .limit(1),
);

/** The unit’s latest posting of an application that an accepted action posted, or null. */
export async function findUnitPosting(db: Db, no: string): Promise<UnitPosting | null> {
  const [row] = await latestPosting(db, { no });
  return row ?? null;
}

const submittedContents = prepared(['nos'], (orm, { nos }) => {
  const submitted = sql`(${applications.snapshot} -> 'submission' ->> 'contentVersion')::integer`;
  return orm
    .select({ no: applications.no, body: contents.bodyEnc })
    .from(applications)
    .innerJoin(contents, and(eq(contents.no, applications.no), eq(contents.version, submitted)))
    .where(oneOf(applications.no, nos));
});

/** The last submitted contents of several applications, still sealed. */
export function listSubmittedContents(
  db: Db,
  nos: readonly string[],
): Promise<{ readonly no: string; readonly body: Buffer }[]> {
  return submittedContents(db, { nos });
}

/** An application on a delivery list; the name is still sealed. */
export type ListedPaper = {
  readonly no: string;
  readonly name: Buffer;
  readonly programme: string;
  readonly series: string;
  readonly specialty: string;
  readonly level: Level;
  readonly unitName: string;
};

const papers = prepared(['nos'], (orm, { nos }) =>
  orm
    .select({
      no: applications.no,
      name: people.nameEnc,
      programme: applications.programme,
      series: applications.series,
      specialty: applications.specialty,
      level: applications.level,
      unitName: units.name,
    })
    .from(applications)
    .innerJoin(people, eq(people.id, applications.person))
    .innerJoin(units, eq(units.id, applications.unit))
    .where(oneOf(applications.no, nos))
    .orderBy(asc(applications.no)),
);

/** Several applications for a delivery list. */
export function listPapers(db: Db, nos: readonly string[]): Promise<ListedPaper[]> {
  return papers(db, { nos });
}
