import { createHash, createHmac, createSecretKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { drawFrom, type Pool, poolText, seedText } from '../../../domain/session/draw/draw.ts';

const rankBy = (seed: string) => {
  const key = createSecretKey(Buffer.from(seed, 'hex'));
  return (id: string) => createHmac('sha256', key).update(id).digest('hex');
};
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const candidates = Array.from({ length: 25 }, (_, place) => ({
  id: `expert-${String(place).padStart(2, '0')}`,
  specialty: place % 2 ? 'electronics' : 'machinery',
  origin: place < 5 ? 'enterprise' : 'university',
}));
const pool: Pool = { session: 'session/1', draw: 1, members: 7, alternates: 14, quotas: [], candidates, excluded: [] };

describe('the draw of experts', () => {
  test('is the same for the same pool and seed, in whatever order the pool is read', () => {
    const seed = hash('one');
    const drawn = drawFrom(pool, rankBy(seed));
    expect(drawn?.members).toHaveLength(7);
    expect(drawn?.alternates).toHaveLength(14);
    expect(drawFrom({ ...pool, candidates: [...candidates].reverse() }, rankBy(seed))).toEqual(drawn);
    expect(poolText({ ...pool, candidates: [...candidates].reverse() })).toBe(poolText(pool));
    expect(drawFrom(pool, rankBy(hash('two')))).not.toEqual(drawn);
  });

  test('fills quotas first, and never draws an expert twice', () => {
    const quotas = [{ by: 'origin', value: 'enterprise', least: 3 }] as const;
    for (let n = 0; n < 200; n += 1) {
      const drawn = drawFrom({ ...pool, quotas }, rankBy(hash(`seed ${n}`)));
      const origins = candidates.filter(({ id }) => drawn?.members.includes(id)).map(({ origin }) => origin);
      expect(origins.filter((origin) => origin === 'enterprise').length).toBeGreaterThanOrEqual(3);
      expect(new Set([...(drawn?.members ?? []), ...(drawn?.alternates ?? [])]).size).toBe(21);
    }
  });

  test('comes to nothing where a quota cannot be filled, or there are too few experts', () => {
    const rank = rankBy(hash('one'));
    expect(drawFrom({ ...pool, quotas: [{ by: 'origin', value: 'enterprise', least: 6 }] }, rank)).toBeNull();
    expect(drawFrom({ ...pool, members: 27 }, rank)).toBeNull();
    expect(drawFrom({ ...pool, members: 25 }, rank)?.alternates).toEqual([]);
  });

  test('everything that decides it stands in the text that is hashed', () => {
    const changed: readonly Partial<Pool>[] = [
      { session: 'session/2' },
      { draw: 2 },
      { members: 9 },
      { alternates: 7 },
      { quotas: [{ by: 'origin', value: 'enterprise', least: 1 }] },
      { candidates: candidates.slice(1) },
      { excluded: [{ id: 'expert-99', reason: 'sameUnit' }] },
    ];
    const texts = changed.map((change) => poolText({ ...pool, ...change }));
    expect(new Set([poolText(pool), ...texts]).size).toBe(changed.length + 1);
    expect(seedText('p', { secret: 's', value: 'v' })).toBe('p\ns\nv\n');
  });

  // 72.23 is the value that chi-square with 24 degrees of freedom passes once in a million times.
  test('draws each of 25 experts equally often as the first of 20,000 seeds, and each equally often among the members', () => {
    const first = new Map<string, number>();
    const member = new Map<string, number>();
    for (let seed = 0; seed < 20_000; seed += 1) {
      // One member and all others as alternates is the whole order; without quotas the first seven are the members.
      const drawn = drawFrom({ ...pool, members: 1, alternates: 24 }, rankBy(hash(String(seed))));
      const order = [...(drawn?.members ?? []), ...(drawn?.alternates ?? [])];
      for (const id of order.slice(0, 1)) first.set(id, (first.get(id) ?? 0) + 1);
      for (const id of order.slice(0, 7)) member.set(id, (member.get(id) ?? 0) + 1);
    }
    const chiSquare = (counts: ReadonlyMap<string, number>, expected: number) =>
      candidates.reduce((sum, { id }) => sum + ((counts.get(id) ?? 0) - expected) ** 2 / expected, 0);
    expect(chiSquare(first, 800)).toBeLessThan(72.23);
    // Seven of 25 without putting back vary less, by (25 - 7) / (25 - 1).
    expect(chiSquare(member, 5_600) / (18 / 24)).toBeLessThan(72.23);
  }, 120_000);
});
