// Runs on the machine's own Node before anything is installed, so it has no dependencies and no syntax newer than Node 20.
// It installs the packages of the lock file and runs the given program on the Node 24 among them.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const NODE = join(MODULES, '.bin', 'node');
const STAMP = join(MODULES, '.zhicheng-installed');
const INSTALLING = join(MODULES, '.zhicheng-installing');
const ENTRIES = {
  // The supervisor needs little memory.
  start: ['--max-semi-space-size=1', 'ops/start/start.ts'],
  test: ['ops/start/check.ts', 'test'],
  'test:long': ['ops/start/check.ts', 'test:long'],
  migrate: ['ops/servers/migrate.ts'],
  demo: ['ops/demo/main.ts'],
  intent: ['ops/operator/intent.ts'],
  grant: ['ops/operator/grant.ts'],
  'ballot-key': ['ops/operator/ballot-key.ts'],
  bench: ['ops/bench/main.ts'],
  clauses: ['ops/clauses/main.ts'],
  season: ['ops/season/main.ts'],
};

/** What the programs do that take no arguments; their settings are variables of the environment. */
const WITHOUT_ARGUMENTS = {
  start: ['npm start', 'starts everything on this machine: PostgreSQL, Temporal, the worker and the API'],
  migrate: ['npm run migrate', 'brings the database and the Temporal namespace of the settings up to this version'],
  'api/server.ts': ['npm run api', 'starts one API process on the servers of the settings'],
  'activities/worker.ts': ['npm run worker', 'starts one worker process on the servers of the settings'],
};

/** Ends where something was said to a program that takes nothing, so that `--help` starts or changes nothing. */
function takeNoArguments(entry, [first]) {
  if (first === undefined || !WITHOUT_ARGUMENTS[entry]) return;
  const [command, what] = WITHOUT_ARGUMENTS[entry];
  if (first !== '--help' && first !== '-h') {
    console.error(`${command} takes no arguments, and got ${first}\nHow it is used: ${command} -- --help`);
    process.exit(2);
  }
  console.log(`${command}   ${what}\n\nIt takes no arguments; all settings, such as PORT, are in docs/operations.md.`);
  process.exit(0);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

// What determines an installation: the lock file, and the patches that are applied after it.
function lockHash() {
  const patches = join(ROOT, 'patches');
  const files = existsSync(patches) ? readdirSync(patches).sort() : [];
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  for (const file of files) hash.update(file).update(readFileSync(join(patches, file)));
  return hash.digest('hex');
}

function isStamped() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockHash();
}

// Compares npm's record of the installation with the lock file, so that an `npm install` by hand counts too.
function agreesWithLock() {
  const written = join(MODULES, '.package-lock.json');
  if (!existsSync(written)) return false;
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(readFileSync(written, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    return found[path] ? found[path].version === entry.version : entry.optional === true || entry.peer === true;
  });
}

function npm(args) {
  // npm names its own script, which needs no shell and no search in PATH.
  const script = process.env.npm_execpath;
  const [command, first] = script && /npm-cli\.[cm]?js$/.test(script) ? [process.execPath, [script]] : ['npm', []];
  return spawnSync(command, [...first, ...args], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function waitForOtherInstall() {
  for (let reported = false; ; reported = true) {
    try {
      mkdirSync(MODULES, { recursive: true });
      writeFileSync(INSTALLING, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const pid = existsSync(INSTALLING) ? Number(readFileSync(INSTALLING, 'utf8')) : 0;
      if (pid > 0 && !isAlive(pid)) rmSync(INSTALLING, { force: true });
      else if (!reported) console.log(`  … process ${pid} is installing the dependencies, waiting`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

async function install() {
  if (isStamped()) return;
  await waitForOtherInstall();
  try {
    if (isStamped()) return;
    if (!agreesWithLock()) {
      console.log('  … installing the dependencies that package-lock.json names');
      const begun = Date.now();
      // Not `npm ci`: it refuses a lock file that lacks an entry for some other platform's optional package, which npm itself
      // leaves out when it writes the file. `--no-save` keeps package.json and package-lock.json as they are.
      const { status, error } = npm(['install', '--no-save', '--include=dev', '--include=optional']);
      if (error) fail(`npm cannot be run (${error.message}); it comes with Node, see https://nodejs.org`);
      if (status !== 0) fail(`npm install ended with ${status}; see its messages above`);
      if (!agreesWithLock())
        fail('npm did not install what package-lock.json names: is package.json newer than the lock file?');
      console.log(`  ✓ dependencies ${((Date.now() - begun) / 1000).toFixed(1)} s`);
    } else if (npm(['run', '--silent', 'postinstall']).status !== 0) {
      fail('a patch of patches/ does not apply: remove node_modules and start again');
    }
    writeFileSync(STAMP, lockHash());
  } finally {
    rmSync(INSTALLING, { force: true });
  }
}

function checkNode24() {
  const found = spawnSync(NODE, ['--version'], { encoding: 'utf8' });
  if (found.status === 0 && /^v24\./.test(found.stdout)) return;
  rmSync(STAMP, { force: true });
  fail(
    `The Node 24 of the npm package "node" is missing or does not run (${NODE}).\n` +
      'Its install script may have been blocked: allow it (npm approve-scripts node, or npm config set ignore-scripts false),\n' +
      'remove node_modules and run the command again.',
  );
}

function handOver(args) {
  const child = spawn(NODE, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, TZ: 'UTC' } });
  // The started program decides when to end: Ctrl-C reaches it directly, other signals are passed on.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

async function main() {
  const [entry = 'start', ...rest] = process.argv.slice(2);
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    fail(
      `Node ${OLDEST_NODE} or newer is needed to begin with, this is ${process.versions.node}: see https://nodejs.org`,
    );
  }
  takeNoArguments(entry, rest);
  await install();
  checkNode24();
  handOver([...(ENTRIES[entry] ?? [entry]), ...rest]);
}

main().catch((error) => fail(error.stack));
