import { and, desc, eq } from 'drizzle-orm';
import type { Filing } from '../../domain/session/committee/filing.ts';
import type { CommitteeKey } from '../committees/committee-years.ts';
import { inWorld } from '../conditions.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { committeeFilings as filings } from '../schema.ts';

/** A filing as it was kept. */
export type StoredFiling = Filing & { readonly id: string };

const insertFiling = prepared(
  [
    ...['id', 'world', 'programme', 'committee', 'number', 'formedBy', 'levels', 'members'],
    ...['filedOn', 'filedUntil', 'byPerson'],
  ] as const,
  (orm, filing) => orm.insert(filings).values(filing).onConflictDoNothing({ target: filings.id }),
);

/** Keeps a filing; the same id again changes nothing. */
export async function writeFiling(
  db: Db,
  key: CommitteeKey,
  { by, ...filing }: StoredFiling & { readonly by: string },
): Promise<void> {
  await insertFiling(db, { ...key, ...filing, byPerson: by });
}

const ofCommittee = prepared(
  ['programme', 'committee', 'world', 'limit'],
  (orm, { programme, committee, world, limit }) =>
    orm
      .select({
        id: filings.id,
        number: filings.number,
        formedBy: filings.formedBy,
        levels: filings.levels,
        members: filings.members,
        filedOn: filings.filedOn,
        filedUntil: filings.filedUntil,
      })
      .from(filings)
      .where(and(eq(filings.programme, programme), eq(filings.committee, committee), inWorld(filings.world, world)))
      .orderBy(desc(filings.filedOn), desc(filings.id))
      .limit(limit),
);

/** The filings of a committee, the newest first. */
export const filingsOf = (db: Db, key: CommitteeKey, limit: number): Promise<StoredFiling[]> =>
  ofCommittee(db, { ...key, limit });

/** The filing that counts: the newest; null where none is kept. */
export async function newestFiling(db: Db, key: CommitteeKey): Promise<StoredFiling | null> {
  const [newest] = await filingsOf(db, key, 1);
  return newest ?? null;
}
