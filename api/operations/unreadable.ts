import { LRUCache } from 'lru-cache';
import { isDamaged } from '../../db/connection.ts';
import { CannotOpen } from '../../db/vault.ts';
import type { Services } from '../http/route.ts';

/** How long what could not be read is shown after it was last asked for, ms: whoever repairs it has nothing to acknowledge. */
const shownForMs = 86_400_000;
/** More than any operator reads. */
const maxShown = 1_000;

/** Counts what this process could not read in the last day, though it is stored. */
export function countUnreadable(): Services['unreadable'] {
  const known = new LRUCache<string, true>({ max: maxShown, ttl: shownForMs });
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
