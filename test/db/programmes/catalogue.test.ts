import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programmes } from '../../../config/programmes.ts';
import { connect, type Db } from '../../../db/connection.ts';
import { openCatalogue } from '../../../db/programmes/catalogue.ts';
import { publishProgramme, VersionTaken } from '../../../db/programmes/publish.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { invented } from '../../domain/programmes/islands.ts';
import { freshDatabase } from '../../support/servers/database.ts';

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let db: Db;
beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { poolSize: 4 });
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

/** A programme of its own for each test, so that tests do not disturb each other. */
const islands = (id: string, over: Partial<Programme> = {}): Programme => ({ ...invented, id, ...over });
const renamed = (programme: Programme): Programme => ({ ...programme, name: { zh: '别的', en: 'Another' } });

describe('the catalogue of programmes', () => {
  it('has every published one exactly as it was written, in the order of its keys too', async () => {
    for (const programme of programmes.values()) await publishProgramme(db, programme, 'refused');
    const catalogue = await openCatalogue(db);
    for (const [id, programme] of programmes) {
      expect(JSON.stringify(catalogue.programmes.get(id))).toBe(JSON.stringify(programme));
    }
  });

  it('comes to a newer version at its next look, in the same map, and fetches nothing where there is none', async () => {
    const first = islands('islands-refreshed');
    await publishProgramme(db, first, 'refused');
    const catalogue = await openCatalogue(db);
    const known = catalogue.programmes.get(first.id);
    await catalogue.refresh();
    expect(catalogue.programmes.get(first.id)).toBe(known);
    await publishProgramme(db, { ...renamed(first), version: first.version + 1 }, 'refused');
    expect(catalogue.programmes.get(first.id)).toBe(known);
    await catalogue.refresh();
    expect(catalogue.programmes.get(first.id)).toMatchObject({ name: { en: 'Another' }, version: first.version + 1 });
  });
});

describe('publishing a programme', () => {
  const versions = (id: string) =>
    db.sql`select v.version, v.body -> 'name' ->> 'en' as name, p.version as newest
             from programme_versions v join programmes p on p.id = v.programme where p.id = ${id} order by v.version`;

  it('twice changes nothing, however its keys are ordered', async () => {
    const programme = islands('islands-twice');
    await publishProgramme(db, programme, 'refused');
    const turned = Object.fromEntries(Object.entries(programme).reverse()) as Programme;
    await publishProgramme(db, turned, 'refused');
    expect(await versions(programme.id)).toHaveLength(1);
  });

  it('refuses another text under a version that is there, and keeps what was published', async () => {
    const programme = islands('islands-refused');
    await publishProgramme(db, programme, 'refused');
    await expect(publishProgramme(db, renamed(programme), 'refused')).rejects.toThrow(VersionTaken);
    expect(await versions(programme.id)).toMatchObject([{ name: programme.name.en }]);
  });

  it('of another text under the same version takes its place where programmes are being written', async () => {
    const programme = islands('islands-replaced');
    await publishProgramme(db, programme, 'refused');
    await publishProgramme(db, renamed(programme), 'replaces');
    expect(await versions(programme.id)).toMatchObject([{ name: 'Another' }]);
  });

  it('keeps every version, and an older one published later does not come into force', async () => {
    const second = islands('islands-versions', { version: 2 });
    await publishProgramme(db, second, 'refused');
    await publishProgramme(db, renamed({ ...second, version: 1 }), 'refused');
    expect(await versions(second.id)).toMatchObject([
      { version: 1, newest: 2 },
      { version: 2, newest: 2 },
    ]);
  });
});
