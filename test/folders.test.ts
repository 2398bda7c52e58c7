import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const ROOMS = ['domain', 'config', 'workflows', 'activities', 'commands', 'db', 'api', 'ops', 'test'];

/** The most `.ts` files beside each other: with more, nobody sees at a glance what a folder holds. */
const MAX_FILES = 12;
/** Levels of folders inside a room, such as concept, programme, part. */
const MAX_LEVELS = 3;

const folders = Map.groupBy(
  ROOMS.flatMap((room) =>
    readdirSync(`${ROOT}${room}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `${room}/${file}`),
  ),
  (file) => dirname(file),
);

it('no folder has more than a dozen files in its root', () => {
  expect(folders.size).toBeGreaterThan(50);
  const full = [...folders].filter(([, files]) => files.length > MAX_FILES);
  expect(full.map(([folder, files]) => `${folder}: ${files.length}`)).toEqual([]);
});

it('no room has more than three levels of folders', () => {
  const levels = (folder: string) => folder.split('/').length - 1;
  expect([...folders.keys()].filter((folder) => levels(folder) > MAX_LEVELS)).toEqual([]);
});
