import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TemporalUnavailable, temporalPrograms } from '../../../../ops/servers/temporal/temporal-build.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhicheng-build-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function goThat(script: string): string {
  const file = join(folder, 'go');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

const THREE_WAYS =
  /three ways out:\n {2}1\. install Go 1\.26\.8 or newer.*\n {2}2\. set TEMPORAL_ADDRESS=.*\n {2}3\. .*docker compose up$/;

describe('the Temporal server', () => {
  it.each([
    ['there is no Go', () => join(folder, 'nothing-here')],
    ['Go is too old', () => goThat('echo go version go1.25.3 linux/amd64')],
    ['Go refuses the module for being too old itself', () => goThat('echo go.mod requires go 1.26.8 >&2; exit 1')],
  ])('cannot be built where %s, and the message names the three ways out', async (_name, go) => {
    const attempt = temporalPrograms(join(folder, 'cache'), { go: go() });
    await expect(attempt).rejects.toThrow(TemporalUnavailable);
    await expect(attempt).rejects.toThrow(THREE_WAYS);
  });

  it('is kept after it was built, and a build that failed leaves nothing behind', async () => {
    const cache = join(folder, 'cache');
    const answer = 'if [ "$1" = version ]; then echo go version go1.26.8 linux/amd64; exit; fi';
    const failing = goThat(`${answer}\necho cannot compile >&2; exit 1`);
    await expect(temporalPrograms(cache, { go: failing })).rejects.toThrow(/cannot compile/);
    const building = goThat(`${answer}\necho some/package >&2; touch "$9/server" "$9/sql"`);
    const notes: string[] = [];
    const built = await temporalPrograms(cache, { go: building, note: (text) => void notes.push(text) });
    expect(notes.at(-1)).toMatch(/1 of about/);
    expect(await temporalPrograms(cache, { go: failing })).toEqual(built);
  });
});
