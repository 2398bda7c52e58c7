import { EnvError, readEnv } from '../../config/env/env.ts';
import { outliveOutput } from '../../config/outlive-output.ts';
import { prepareDatabase } from './prepare-database.ts';
import { createReport } from './report.ts';
import { prepareNamespace } from './temporal/namespace.ts';

/** `npm run migrate`: run it on existing servers before API and workers of a new version start. `npm start` runs it too. */
async function main(): Promise<void> {
  outliveOutput();
  const env = readEnv();
  const report = createReport();
  await prepareDatabase(report, env);
  await prepareNamespace(report, env);
}

main().catch((error: unknown) => {
  console.error(error instanceof EnvError ? error.message : error);
  process.exit(1);
});
