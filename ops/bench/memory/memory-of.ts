import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { childrenOf } from '../meters.ts';

/** MiB of each service with its own processes, and of the process that watches them: memory shared by several counts in parts (PSS). */
export type Memory = Readonly<Record<string, number>>;

/** Reads it for the services that run from a data folder. */
export function memoryOf(dataDir: string, supervisor: number): Memory {
  const run = join(dataDir, 'run');
  const services = readdirSync(run).map((file) => {
    const { pid } = JSON.parse(readFileSync(join(run, file), 'utf8')) as { pid: number };
    return [
      file.replace('.json', ''),
      pssOf(pid) + childrenOf(pid).reduce((sum, each) => sum + pssOf(each), 0),
    ] as const;
  });
  return { supervisor: pssOf(supervisor), ...Object.fromEntries(services) };
}

/** 0 for a process that has just ended. */
function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
