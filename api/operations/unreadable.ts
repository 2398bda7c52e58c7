import { LRUCache } from 'lru-cache';
import { isDamaged, isFull } from '../../db/connection.ts';
import { CannotOpen } from '../../db/vault.ts';
import type { Services } from '../http/route.ts';

/** How long what could not be read is shown after it was last asked for, ms: whoever repairs it has nothing to acknowledge. */
const shownForMs = 86_400_000;
/** How long a full disk is shown after a request met it, ms. */
const fullShownForMs = 600_000;
/** More than any operator reads. */
const maxShown = 1_000;

/** Counts what this process could not read in the last day, though it is stored. */
export const countUnreadable = (): Services['unreadable'] => counted(shownForMs);

/** Counts what could not be written in the last ten minutes because a disk is full. */
export const countFull = (): Services['full'] => counted(fullShownForMs);

function counted(ttl: number): Services['unreadable'] {
  const known = new LRUCache<string, true>({ max: maxShown, ttl });
  return {
    note: (what) => void known.set(what, true),
    count: () => {
      known.purgeStale();
      return known.size;
    },
  };
}

/** What is damaged, where an error or one of its causes says so: the place of a sealed value, or the page of which PostgreSQL complains. Neither holds personal data. */
export function damagedPlace(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof CannotOpen) return error.place;
  return isDamaged(error) ? error.message : damagedPlace(error.cause);
}

/** Whether an error or one of its causes says that the disk of PostgreSQL is full. */
export const meetsFullDisk = (error: unknown): boolean =>
  error instanceof Error && (isFull(error) || meetsFullDisk(error.cause));
