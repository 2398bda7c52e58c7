import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { isPair } from '../../../commands/sessions/ballot/envelopes.ts';
import { ballotKey } from '../../../ops/operator/ballot-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhicheng-key-'));
afterAll(() => rmSync(folder, { recursive: true }));
const out = join(folder, 'key.json');

it('npm run ballot-key makes a pair that belongs together, prints the public key alone, and overwrites nothing', async () => {
  const made = await ballotKey(['--out', out]);
  const kept = JSON.parse(readFileSync(out, 'utf8')) as { publicKey: string; privateKey: string };
  const bytes = (key: string) => Buffer.from(key, 'base64');
  expect(isPair({ publicKey: bytes(kept.publicKey), privateKey: bytes(kept.privateKey) })).toBe(true);
  expect(statSync(out).mode & 0o777).toBe(0o600);
  expect(made.code).toBe(0);
  expect(made.out).toContain(kept.publicKey);
  expect(made.out).not.toContain(kept.privateKey);
  expect(await ballotKey(['--out', out])).toMatchObject({ code: 1, err: expect.stringContaining('is there already') });
  expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(kept);
});

it.each([[[]], [['--out']], [['--output', 'x']], [['key.json']]])('does not understand %j', async (args) => {
  expect(await ballotKey(args)).toMatchObject({
    code: 2,
    err: expect.stringContaining('npm run ballot-key -- --help'),
  });
});
