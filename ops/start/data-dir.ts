import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnvError } from '../../config/env/env.ts';
import { POSTGRES_IS_IN } from '../servers/postgres/postgres-place.ts';
import { takeLock } from '../servers/process/lock.ts';
import type { ServiceFolders } from '../servers/process/service.ts';

/** A data folder that this process has for itself. */
export type DataDir = {
  readonly path: string;
  readonly folders: ServiceFolders;
  /** Records where this instance serves, for a second one. */
  readonly tell: (about: string) => void;
  readonly release: () => void;
};

/** Thrown if another instance uses the data folder; the message says which, and what to do. */
export class AlreadyRunning extends Error {}

/** Creates the data folder and locks it for this process; throws `AlreadyRunning` if another process has it, `EnvError` if it cannot be written. */
export function takeDataDir(path: string): DataDir {
  try {
    return takeFolder(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code || !/^E(ACCES|PERM|ROFS|NOSPC|NOTDIR|NOENT|EXIST)$/.test(code)) throw error;
    throw new EnvError([{ variable: 'DATA_DIR', message: `${path} cannot be written to: ${message}` }]);
  }
}

function takeFolder(path: string): DataDir {
  const folders = { log: join(path, 'log'), run: join(path, 'run') };
  if (!existsSync(path)) {
    mkdirSync(path, { recursive: true });
    // If we are root, PostgreSQL runs as another account, which must be able to enter the folder but not to list it.
    chmodSync(path, process.getuid?.() === 0 ? 0o711 : 0o700);
  }
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = takeLock(join(path, 'lock'), 'starting');
  if (!lock.held) {
    throw new AlreadyRunning(
      `Another instance uses ${path}: process ${lock.by.pid}, ${lock.by.about}.\n` +
        `Stop it (Ctrl-C where it runs, or kill ${lock.by.pid}), or give this one a folder and a port of its own: DATA_DIR=… PORT=… npm start`,
    );
  }
  return { path, folders, tell: lock.tell, release: lock.release };
}

/** Removes a data folder, and the databases that had to be placed elsewhere; nothing may be running in it. */
export function removeDataDir(path: string): void {
  const elsewhere = join(path, POSTGRES_IS_IN);
  if (existsSync(elsewhere)) rmSync(readFileSync(elsewhere, 'utf8').trim(), { recursive: true, force: true });
  rmSync(path, { recursive: true, force: true });
}

/** `DATA_KEYS` and `IDENTITY_KEY`, created at the first start and stored in `keys.json`, which only the owner can read. */
export function keptKeys(path: string): { readonly DATA_KEYS: string; readonly IDENTITY_KEY: string } {
  const file = join(path, 'keys.json');
  if (!existsSync(file)) {
    const key = () => randomBytes(32).toString('base64');
    const keys = { DATA_KEYS: `k1:${key()}`, IDENTITY_KEY: key() };
    writeFileSync(`${file}.new`, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as { DATA_KEYS: string; IDENTITY_KEY: string };
}
