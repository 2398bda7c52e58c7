import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { sharedRules } from '../../activities/bundle.ts';

const folder = new URL('../../workflows/', import.meta.url);

it('shares all rules that workflows import among the cases of a worker', async () => {
  const sources = await Promise.all((await readdir(folder)).map((name) => readFile(new URL(name, folder), 'utf8')));
  const imported = sources.flatMap((source) =>
    [...source.matchAll(/^import (?!type )[^;]*? from '\.\.\/domain\/([^']+)'/gm)].map(([, path = '']) => path),
  );
  expect([...new Set(imported)].sort()).toEqual([...sharedRules].sort());
});
