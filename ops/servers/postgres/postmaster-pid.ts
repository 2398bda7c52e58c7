import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startOf } from '../process/process-identity.ts';
import { waitFor } from '../wait.ts';

const LAST_SESSIONS_WITHIN_MS = 60_000;
const SHARED_MEMORY_LINE = 6;

/**
 * Removes the `postmaster.pid` of a killed PostgreSQL if its process number would mislead the next start: it belongs to a zombie or, after a restart of the
 * machine, to another program. Waits first until its last session has ended.
 */
export async function removeMisleadingPidFile(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  // On other systems PostgreSQL's own check must suffice.
  if (process.platform !== 'linux' || !existsSync(file)) return;
  const lines = readFileSync(file, 'utf8').split('\n');
  if (isPostgres(Number(lines[0]))) return;
  const sharedMemory = lines[SHARED_MEMORY_LINE]?.trim().split(/\s+/)[1];
  const left = () => (sharedMemory !== undefined && attached(sharedMemory) > 0 ? undefined : true);
  await waitFor('the end of the last sessions of the killed PostgreSQL', left, { withinMs: LAST_SESSIONS_WITHIN_MS });
  rmSync(file, { force: true });
}

function isPostgres(pid: number): boolean {
  return startOf(pid) !== undefined && readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
}

/** Processes attached to a piece of System V shared memory. */
function attached(id: string): number {
  const rows = readFileSync('/proc/sysvipc/shm', 'utf8').split('\n');
  const row = rows.map((text) => text.trim().split(/\s+/)).find((columns) => columns[1] === id);
  // Columns: key, id, permissions, size, creator, last user, attached.
  return Number(row?.[6] ?? 0);
}
