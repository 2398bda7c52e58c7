import { and, eq } from 'drizzle-orm';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { programmes, programmeVersions } from '../schema.ts';

/** The programmes in force, read from the database. Everything in a process reads them here. */
export type Catalogue = {
  /** By id, always the same map; a new version replaces the previous one in it. */
  readonly programmes: ReadonlyMap<string, Programme>;
  /** Reads the versions published since the last call; published ones never change. */
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
