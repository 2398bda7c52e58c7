import { LRUCache } from 'lru-cache';
import type { Db } from './connection.ts';

/**
 * A cache, for each database, of the most recently read values of rows that never change. Only because they never change may they be cached: no write of
 * another process can make them wrong.
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
