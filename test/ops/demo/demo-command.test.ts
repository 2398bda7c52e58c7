import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Usage } from '../../../ops/command-line/usage.ts';
import { readArguments } from '../../../ops/demo/arguments.ts';
import { lives } from '../../../ops/demo/lives.ts';
import { summaryOf } from '../../../ops/demo/summary.ts';

const base = 'http://127.0.0.1:3000';
const read = (...args: string[]) => readArguments(args, { base, lives });
const names = Object.keys(lives);

function demo(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const cwd = fileURLToPath(new URL('../../../', import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, ['ops/demo/main.ts', ...args], { cwd }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

describe('npm run demo', () => {
  it('prints with --help how it is used, with every life, and ends well', async () => {
    const { code, out, err } = await demo('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const [name, { title }] of Object.entries(lives)) expect(out).toMatch(new RegExp(`${name} .*${title.zh}`));
  });

  it('ends with 2 and the names of the lives where one is asked for that is not there', async () => {
    const { code, err } = await demo('--only', 'nobody');
    expect(code).toBe(2);
    expect(err).toMatch(/^There is no life "nobody"; there are .*returned-thrice/);
    expect(err).toContain('npm run demo -- --help');
  });

  it('plays all lives, or those named or numbered, in their own order', () => {
    expect(read()).toEqual({ base, only: names });
    expect(read('--only', 'posted-late,certificate')).toEqual({ base, only: ['certificate', 'posted-late'] });
    expect(read('--only', '6', '--only', 'certificate')).toEqual({ base, only: ['certificate', 'last-second'] });
    for (const wrong of ['0', '99', '', 'Certificate']) expect(() => read('--only', wrong)).toThrow(Usage);
  });

  it('numbers each life in its title by its place, which is the number that names it', () => {
    const numbers = Object.values(lives).map(({ title }) => /^(\d+)\. /.exec(title.en)?.[1]);
    expect(numbers).toEqual(names.map((_, index) => String(index + 1)));
  });

  it('sums up in one line of each language, with those by name that did not end as expected', () => {
    const end = (name: string, mark: '✓' | '✗' | '–' = '✓') => ({ name, mark });
    expect(summaryOf([end('a'), end('b')])).toEqual({
      zh: '2 个申报经历中 2 个结果与预期一致',
      en: '2 of 2 lives ended as expected',
    });
    expect(summaryOf([end('a'), end('b', '✗'), end('c', '✗'), end('d', '–')])).toEqual({
      zh: '4 个申报经历中 1 个结果与预期一致；不符：b、c；未演示：d',
      en: '1 of 4 lives ended as expected; not as expected: b, c; not played: d',
    });
  });
});
