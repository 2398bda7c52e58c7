import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Env, readEnv, readStartEnv } from '../../config/env/env.ts';
import type { EnvSource } from '../../config/env/env-values.ts';
import { keptKeys } from './data-dir.ts';

const HOST = '127.0.0.1';

/**
 * The settings of a service that runs already, for a tool beside it: those of the environment, and where `DATABASE_URL` is not set those that
 * `npm start` wrote into its data folder. Throws `EnvError` naming what is found in neither.
 */
export function readRunningEnv(source: EnvSource = process.env): Env {
  if (source.DATABASE_URL) return readEnv(source);
  const { dataDir, temporalAddress } = readStartEnv(source);
  const ports = join(dataDir, 'ports.json');
  const password = join(dataDir, 'postgres-password');
  // Only read: a folder where nothing was ever started gets no keys from here.
  if (![ports, password, join(dataDir, 'keys.json')].every((file) => existsSync(file))) return readEnv(source);
  const { postgres, frontend } = JSON.parse(readFileSync(ports, 'utf8')) as Record<string, number>;
  const secret = encodeURIComponent(readFileSync(password, 'utf8').trim());
  return readEnv({
    ...source,
    ...keptKeys(dataDir),
    DATABASE_URL: `postgres://postgres:${secret}@${HOST}:${postgres}/zhicheng`,
    TEMPORAL_ADDRESS: temporalAddress ?? `${HOST}:${frontend}`,
  });
}
