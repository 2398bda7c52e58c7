import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeEnv } from '../../../config/env/env.ts';

const inClone = (path: string) => new URL(`../../../${path}`, import.meta.url);
const read = (path: string) => readFileSync(inClone(path), 'utf8');

describe('the containers', () => {
  it('run the same files of the clone as npm start', () => {
    const files = [...read('docker-compose.yml').matchAll(/command: \[node, (\S+)\]/g)].map(([, file]) => file);
    expect(files).toEqual(['ops/servers/migrate.ts', 'activities/worker.ts', 'api/server.ts']);
    for (const file of files) expect(existsSync(inClone(file ?? ''))).toBe(true);
  });

  it('set no variable that is not described', () => {
    const [, block = ''] = /&app-environment\n((?: {4}.*\n)+)/.exec(read('docker-compose.yml')) ?? [];
    const names = [...block.matchAll(/^ {4}([A-Z_]+):/gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(8);
    for (const name of names) expect(describeEnv()).toContain(`| \`${name}\` |`);
    // Whoever serves others than this machine needs both, and has only `.env` to say them.
    expect(names).toEqual(expect.arrayContaining(['PUBLIC_HOST', 'TRUSTED_PROXIES']));
  });

  it('publish nothing but the API unless a profile is asked for', () => {
    const services =
      read('docker-compose.yml')
        .split(/^services:$/m)[1]
        ?.split(/^ {2}(?=\S)/m) ?? [];
    const published = services.filter((each) => /^ {4}ports:/m.test(each) && !/^ {4}profiles: /m.test(each));
    expect(published.map((each) => each.split(':')[0])).toEqual(['api']);
  });

  it('are built from files that exist', () => {
    const copied = [...read('ops/container/Dockerfile').matchAll(/^COPY (?!--from)(?:--chmod=\d+ )?(.+) \S+$/gm)];
    expect(copied.length).toBeGreaterThan(8);
    for (const path of copied.flatMap(([, paths = '']) => paths.split(' '))) {
      expect(existsSync(inClone(path)), path).toBe(true);
    }
  });
});
