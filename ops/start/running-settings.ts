import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Env, readEnv, readStartEnv } from '../../config/env/env.ts';
import type { EnvSource } from '../../config/env/env-values.ts';
import { certificateFiles } from '../servers/certificate.ts';
import { temporalVariables } from '../servers/temporal/temporal.ts';
import { keptKeys } from './data-dir.ts';

const HOST = '127.0.0.1';

/**
 * The settings of a running service, for a tool: those of the environment, or, if `DATABASE_URL` is not set, those that `npm start` wrote into its data
 * folder. Throws `EnvError` with the settings that are in neither.
 */
export function readRunningEnv(source: EnvSource = process.env): Env {
  if (source.DATABASE_URL) return readEnv(source);
  const { dataDir, temporalAddress } = readStartEnv(source);
  const ports = join(dataDir, 'ports.json');
  const password = join(dataDir, 'postgres-password');
  // The keys are only read, so that a folder where nothing was ever started gets none.
  if (![ports, password, join(dataDir, 'keys.json')].every((file) => existsSync(file))) return readEnv(source);
  const { postgres, frontend } = JSON.parse(readFileSync(ports, 'utf8')) as Record<string, number>;
  const secret = encodeURIComponent(readFileSync(password, 'utf8').trim());
  return readEnv({
    ...source,
    ...keptKeys(dataDir),
    DATABASE_URL: `postgres://postgres:${secret}@${HOST}:${postgres}/zhicheng`,
    ...(temporalAddress ? {} : temporalVariables(`${HOST}:${frontend}`, certificateFiles(dataDir))),
  });
}
