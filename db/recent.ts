import type { Db } from './connection.ts';

/**
 * Keeps the values last asked for that never change in their rows, so many for each database. A process that writes elsewhere cannot make
 * them wrong, which is the one reason why they may be kept.
 */
export class Recent<V> {
  private readonly kept = new WeakMap<Db['sql'], Map<string, V>>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  get({ sql }: Pick<Db, 'sql'>, key: string): V | undefined {
    const values = this.kept.get(sql);
    const value = values?.get(key);
    if (!values || value === undefined) return undefined;
    // The last asked for stands last.
    values.delete(key);
    values.set(key, value);
    return value;
  }

  keep({ sql }: Pick<Db, 'sql'>, key: string, value: V): void {
    const values = this.kept.get(sql) ?? new Map<string, V>();
    this.kept.set(sql, values);
    values.delete(key);
    values.set(key, value);
    const [oldest] = values.keys();
    if (values.size > this.most && oldest !== undefined) values.delete(oldest);
  }
}
