import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { identityOf, isRunning, type ProcessIdentity } from './process-identity.ts';

/** The process that holds a lock, and its message to others. */
type LockHolder = ProcessIdentity & { readonly about: string };

/** A lock that is held, or the running process that holds it. */
export type LockResult =
  | { readonly held: true; readonly tell: (about: string) => void; readonly release: () => void }
  | { readonly held: false; readonly by: LockHolder };

/** Takes a lock file for this process. A lock of a process that no longer runs does not count. */
export function takeLock(file: string, about: string): LockResult {
  const mine = identityOf(process.pid);
  if (!mine) throw new Error('this process cannot see its own start time');
  const draft = `${file}.${process.pid}`;
  const text = (words: string) => JSON.stringify({ ...mine, about: words });
  try {
    for (;;) {
      writeFileSync(draft, text(about), { mode: 0o644 });
      if (linked(draft, file)) return heldLock(file, text);
      const found = contents(file);
      const holder = found === undefined ? undefined : parseHolder(found);
      if (holder && isRunning(holder)) return { held: false, by: holder };
      if (found !== undefined) removeIfStill(file, found);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function heldLock(file: string, text: (about: string) => string): LockResult {
  return {
    held: true,
    tell: (about) => {
      writeFileSync(`${file}.${process.pid}`, text(about));
      renameSync(`${file}.${process.pid}`, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a dead lock. Two processes may find the same one, so the lock is read again after it was moved away, lest a new one be removed. */
function removeIfStill(file: string, dead: string): void {
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (contents(aside) !== dead) linked(aside, file);
  rmSync(aside, { force: true });
}

function contents(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function parseHolder(text: string): LockHolder | undefined {
  try {
    const { pid, started, about } = JSON.parse(text) as Partial<LockHolder>;
    return typeof pid === 'number' && typeof started === 'string' ? { pid, started, about: about ?? '' } : undefined;
  } catch {
    return undefined;
  }
}
