import { and, eq } from 'drizzle-orm';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { programmes, programmeVersions } from '../schema.ts';

/** The programmes as they are in force, read from their rows by everything that runs. */
export type Catalogue = {
  /** By id, always the same map: a newer version takes the place of the one before it. */
  readonly programmes: ReadonlyMap<string, Programme>;
  /** Fetches the versions that were published since the last time, and only those: a version never changes. */
  refresh(): Promise<void>;
};

const newest = prepared([], (orm) =>
  orm.select({ id: programmes.id, version: programmes.version }).from(programmes).orderBy(programmes.id),
);

const bodyOf = prepared(['id', 'version'], (orm, { id, version }) =>
  orm
    .select({ body: programmeVersions.body })
    .from(programmeVersions)
    .where(and(eq(programmeVersions.programme, id), eq(programmeVersions.version, version))),
);

/** Reads the programmes of a database. */
export async function openCatalogue(db: Db): Promise<Catalogue> {
  const byId = new Map<string, Programme>();
  const refresh = async () => {
    for (const { id, version } of await newest(db, {})) {
      if (byId.get(id)?.version === version) continue;
      const [row] = await bodyOf(db, { id, version });
      if (row) byId.set(id, row.body);
    }
  };
  await refresh();
  return { programmes: byId, refresh };
}
