import { spawnSync } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { drawFrom, type Pool, poolText, seedText } from '../../../domain/session/draw/draw.ts';
import type { DrawProof } from '../../../domain/session/draw/proof.ts';
import { verify } from '../../../ops/verify-draw/verify-draw.mjs';

const script = 'ops/verify-draw/verify-draw.mjs';
const folder = mkdtempSync(join(tmpdir(), 'draw-'));
afterAll(() => rmSync(folder, { recursive: true }));

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const candidates = Array.from({ length: 12 }, (_, place) => ({
  id: `e${String(place).padStart(2, '0')}`,
  specialty: 'machinery',
  origin: place < 4 ? 'enterprise' : 'university',
}));

function proofOf(): DrawProof {
  const pool: Pool = {
    session: 'session/1',
    draw: 1,
    members: 5,
    alternates: 4,
    quotas: [{ by: 'origin', value: 'enterprise', least: 2 }],
    candidates,
    excluded: [{ id: 'e99', reason: 'sameUnit' }],
  };
  const [secret, value] = ['0123abcd', 'the weather of tomorrow'];
  const poolHash = hash(poolText(pool));
  const seed = hash(seedText(poolHash, { secret, value }));
  const drawn = drawFrom(pool, (id) => createHmac('sha256', Buffer.from(seed, 'hex')).update(id).digest('hex'));
  if (!drawn) throw new Error('nobody was drawn');
  return { pool, poolHash, secretHash: hash(secret), secret, value, seed, drawn };
}

function run(text: string) {
  const file = join(folder, 'proof.json');
  writeFileSync(file, text);
  const { status, stdout } = spawnSync(process.execPath, [script, file], { encoding: 'utf8' });
  return { status, stdout };
}

/** Whether the changed proof is found out: a check fails, or the file is no proof any more. */
function isFound(text: string): boolean {
  try {
    return !verify(text).right;
  } catch {
    return true;
  }
}

describe('npm run verify-draw', () => {
  const text = JSON.stringify(proofOf(), null, 1);

  test('draws the same experts from the proof, with nothing of this product', () => {
    const { status, stdout } = run(text);
    expect(status).toBe(0);
    for (const id of proofOf().drawn.members) expect(stdout).toContain(id);
    const source = readFileSync(script, 'utf8');
    expect([...source.matchAll(/from '([^']+)'/g)].map(([, name]) => name)).toEqual([
      'node:crypto',
      'node:fs',
      'node:url',
    ]);
    expect(source.split('\n').length).toBeLessThanOrEqual(80);
  });

  test('finds out one byte that is changed anywhere', () => {
    const places = [...text.matchAll(/[0-9a-zA-Z]/g)].map(({ index }) => index);
    const missed = places.filter(
      (place) => !isFound(text.slice(0, place) + (text[place] === '1' ? '2' : '1') + text.slice(place + 1)),
    );
    expect(places.length).toBeGreaterThan(800);
    expect(missed.map((place) => text.slice(place - 20, place + 20))).toEqual([]);
  });

  test('says what does not match', () => {
    const secret = run(text.replace('0123abcd', '0123abce'));
    expect(secret).toMatchObject({ status: 1, stdout: expect.stringContaining('NO   the secret has the hash') });
    expect(run(text.replace('sameUnit', 'relation')).stdout).toContain('NO   the pool has the hash');
    expect(run('{}')).toMatchObject({ status: 1, stdout: expect.stringContaining('not the proof of a draw') });
  });

  test('says how it is used, and ends as not understood where no file is named', () => {
    const [asked, bare] = [['--help'], []].map((args) =>
      spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' }),
    );
    expect([asked?.status, bare?.status]).toEqual([0, 2]);
    for (const answer of [asked, bare]) expect(answer?.stdout).toContain('Exit code: 0 everything matches');
  });
});
