import { LRUCache } from 'lru-cache';
import type { Db } from './connection.ts';

/**
 * Keeps the values last asked for that never change in their rows, so many for each database. A process that writes elsewhere cannot make
 * them wrong, which is the one reason why they may be kept.
 */
export class Recent<V extends object> {
  private readonly caches = new WeakMap<Db['sql'], LRUCache<string, V>>();
  private readonly max: number;

  constructor(max: number) {
    this.max = max;
  }

  get({ sql }: Pick<Db, 'sql'>, key: string): V | undefined {
    return this.caches.get(sql)?.get(key);
  }

  keep({ sql }: Pick<Db, 'sql'>, key: string, value: V): void {
    const cache = this.caches.get(sql) ?? new LRUCache<string, V>({ max: this.max });
    this.caches.set(sql, cache.set(key, value));
  }
}
