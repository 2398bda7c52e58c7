import type { Env } from '../../config/env/env.ts';
import { checkedProgramme, programmes } from '../../config/programmes.ts';
import { connect } from '../connection.ts';
import { publishProgramme } from '../programmes/publish.ts';
import { createVault } from '../vault.ts';
import { seedDemo } from '../worlds/demo-worlds.ts';

/** Writes the programmes of `config/` and, in demonstration mode, the invented people; newer versions in the database stay. */
export async function seed(databaseUrl: string, env: Pick<Env, 'demo' | 'dataKeys' | 'identityKey'>): Promise<void> {
  const db = connect(databaseUrl, { poolSize: 1, applicationName: 'zhicheng-seed' });
  try {
    for (const programme of programmes.values()) {
      // Authors of a programme try it in a demonstration, so there a changed text replaces the old one; applications keep the plan of their opening.
      await publishProgramme(db, checkedProgramme(programme), env.demo ? 'replaces' : 'refused');
    }
    if (env.demo) await seedDemo(db, createVault(env.dataKeys, env.identityKey), null);
  } finally {
    await db.close();
  }
}
