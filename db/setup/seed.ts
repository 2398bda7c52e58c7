import type { Env } from '../../config/env/env.ts';
import { programmes } from '../../config/programmes.ts';
import { connect } from '../connection.ts';
import { publishProgramme } from '../programmes/publish.ts';
import { createVault } from '../vault.ts';
import { seedDemo } from '../worlds/demo-worlds.ts';

/** Writes the programmes of `config/` and, in demonstration mode, the invented people; what is newer in the database stays. */
export async function seed(databaseUrl: string, env: Pick<Env, 'demo' | 'dataKeys' | 'identityKey'>): Promise<void> {
  const db = connect(databaseUrl, { poolSize: 1, applicationName: 'zhicheng-seed' });
  try {
    for (const programme of programmes.values()) {
      // Who writes a programme tries it on a demonstration; applications there keep the plan they were opened with.
      await publishProgramme(db, programme, env.demo ? 'replaces' : 'refused');
    }
    if (env.demo) await seedDemo(db, createVault(env.dataKeys, env.identityKey), null);
  } finally {
    await db.close();
  }
}
