// SQL by hand: meters of PostgreSQL, which are no tables of the schema.
import { readdirSync, readFileSync } from 'node:fs';
import postgres from 'postgres';
import { processes, type Stage } from './stage.ts';

/** The counters at one moment: CPU seconds of each process, commits of the databases, bytes of WAL. */
export type Reading = {
  readonly at: number;
  readonly cpu: Readonly<Record<string, number>>;
  readonly ownCommits: number;
  readonly temporalCommits: number;
  readonly walBytes: number;
};

/** Reads the meters; `unsent` asks how many mails wait. */
export type Meters = {
  readonly read: () => Promise<Reading>;
  readonly unsent: () => Promise<number>;
  readonly close: () => Promise<void>;
};

const ticksPerSecond = 100;
/** The load generator, which does not count. */
export const generator = 'load generator';

/** Opens the meters of a stage. A statement outside a transaction is one commit, so commits of our database count our statements. */
export function openMeters(stage: Stage): Meters {
  const admin = postgres(stage.database('postgres'), { max: 1, onnotice: () => {} });
  const own = postgres(stage.database('zhicheng'), { max: 1, onnotice: () => {} });
  const read = async (): Promise<Reading> => {
    const at = performance.now();
    const cpu = cpuOf(stage);
    // PostgreSQL's processes report their counters at most once a second, so the figures are exact to about a second.
    const rows = await admin<{ datname: string; commits: string }[]>`
      select datname, xact_commit as commits from pg_stat_database where datname is not null`;
    const commits = (name: RegExp) =>
      rows.filter(({ datname }) => name.test(datname)).reduce((sum, row) => sum + Number(row.commits), 0);
    const [wal] = await admin<{ bytes: string }[]>`select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as bytes`;
    return {
      at,
      cpu,
      ownCommits: commits(/^zhicheng$/),
      temporalCommits: commits(/^temporal/),
      walBytes: Number(wal?.bytes ?? 0),
    };
  };
  const unsent = async () => {
    const [row] = await own<{ unsent: number }[]>`
      select count(*)::integer as unsent from notices where sent_at is null`;
    return row?.unsent ?? 0;
  };
  return { read, unsent, close: async () => void (await Promise.all([admin.end(), own.end()])) };
}

function cpuOf(stage: Stage): Record<string, number> {
  const all = [...processes.servers, ...processes.bare, ...processes.service];
  const used = all.map((name) => [name, cpuSeconds(stage.pid(name))] as const);
  const { user, system } = process.cpuUsage();
  return { ...Object.fromEntries(used), [generator]: (user + system) / 1e6 };
}

/** CPU seconds of a process and of its children, ended ones included. */
export function cpuSeconds(pid: number | undefined): number {
  if (pid === undefined) return 0;
  return [pid, ...childrenOf(pid)].reduce((sum, each) => sum + ticksOf(each), 0) / ticksPerSecond;
}

/** The running child processes of a process. */
export function childrenOf(pid: number): number[] {
  const found = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return found.map(Number).filter((each) => Number(statOf(each)[1]) === pid);
}

function ticksOf(pid: number): number {
  return statOf(pid)
    .slice(11, 15)
    .reduce((sum, field) => sum + Number(field), 0);
}

/** The fields of `/proc/<pid>/stat` after the name, which may contain blanks; empty if the process has just ended. */
function statOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
