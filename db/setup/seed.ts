import type { Env } from '../../config/env/env.ts';
import { programmes } from '../../config/programmes.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { connect, type Db } from '../connection.ts';
import { transaction } from '../transaction.ts';
import { createVault } from '../vault.ts';
import { seedDemo } from '../worlds/demo-worlds.ts';

/** Writes the programmes of `config/` and, in demonstration mode, the invented people; what is newer in the database stays. */
export async function seed(databaseUrl: string, env: Pick<Env, 'demo' | 'dataKeys' | 'identityKey'>): Promise<void> {
  const db = connect(databaseUrl, { poolSize: 1, applicationName: 'zhicheng-seed' });
  try {
    for (const programme of programmes.values()) await publish(db, programme);
    if (env.demo) await seedDemo(db, createVault(env.dataKeys, env.identityKey), null);
  } finally {
    await db.close();
  }
}

/** A version is never lowered, and a published timeline is never changed: another one is another version. */
async function publish(db: Db, programme: Programme): Promise<void> {
  const { id, version, timeline } = programme;
  await transaction(db, async (tx) => {
    await tx`
      insert into programmes (id, version, timeline_version, body)
      values (${id}, ${version}, ${timeline.version}, ${JSON.stringify(programme)}::jsonb)
      on conflict (id) do update
         set version = excluded.version, body = excluded.body,
             timeline_version = greatest(programmes.timeline_version, excluded.timeline_version)
       where programmes.version <= excluded.version`;
    await tx`
      insert into timelines (programme, version, body) values (${id}, ${timeline.version}, ${JSON.stringify(timeline)}::jsonb)
      on conflict do nothing`;
  });
}
