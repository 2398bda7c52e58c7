import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { programmes } from '../../config/programmes.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Plays a season as `npm run season` does; gives how it ended and what it printed. */
async function season(...args: string[]): Promise<{ code: number; words: string }> {
  const child = spawn(process.execPath, ['ops/season/main.ts', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (words += text));
  const [code] = await once(child, 'close');
  return { code: Number(code), words };
}

const markOf = (words: string) => /the same seed gives the same season: ([0-9a-f]{16})/.exec(words)?.[1];

describe('a season on the real Temporal', () => {
  it.each([...programmes.keys()])(
    '%s: every case ends, every invariant holds, and the same seed plays it again',
    {
      timeout: 300_000,
    },
    async (id) => {
      const args = [id, '--applications', '16', '--concurrency', '8'];
      const first = await season(...args, '--seed', '7');
      expect(first.words).toContain('every invariant holds');
      expect(first.code).toBe(0);
      const again = await season(...args, '--seed', '7', '--concurrency', '3');
      expect(markOf(again.words)).toBe(markOf(first.words));
      const other = await season(...args, '--seed', '8');
      expect(markOf(other.words)).not.toBe(markOf(first.words));
    },
  );

  it('says which programmes there are where it is asked for another', async () => {
    const { code, words } = await season('atlantis-2024');
    expect(code).not.toBe(0);
    expect(words).toContain('liaoning-diit-2024');
  });
});
