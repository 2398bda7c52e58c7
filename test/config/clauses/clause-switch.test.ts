import { afterEach, describe, expect, it } from 'vitest';
import { readArguments } from '../../../ops/clauses/arguments.ts';
import { switchedText } from '../../../ops/clauses/report.ts';
import { switchable } from '../../../ops/clauses/switch-off/plugin.ts';
import {
  allClausesSatisfied,
  clauseSatisfied,
  off,
  SWITCHED_OFF,
} from '../../../ops/clauses/switch-off/switched-off.ts';
import { Usage } from '../../../ops/command-line/usage.ts';
import { ROOT } from '../../../ops/start/own-programs.ts';

const at = (path: string) => `${ROOT}${path}`;

/** What the plugin makes of a module's name, without the root; null where it leaves it alone. */
function resolved(source: string, importer: string): string | null {
  const { resolveId } = switchable();
  if (typeof resolveId !== 'function') return expect.unreachable();
  const found: unknown = Reflect.apply(resolveId, {}, [source, at(importer), {}]);
  return typeof found === 'string' ? found.replace(ROOT, '') : null;
}

describe('a run with a rule switched off', () => {
  it('loads another domain/clause.ts, which itself knows the real one', () => {
    expect(resolved('../../clause.ts', 'domain/case/plan/deadlines.ts')).toBe('ops/clauses/switch-off/switched-off.ts');
    expect(resolved('../../../domain/clause.ts', 'ops/clauses/switch-off/switched-off.ts')).toBeNull();
  });

  it('gets the data of programmes through the switch where they leave their folder, and whole inside it', () => {
    const index = '../../config/programmes/dalian-2024/index.ts';
    expect(resolved(index, 'test/lives/dalian.ts')).toBe('config/programmes/dalian-2024/index.ts?switchable');
    expect(resolved('../../config/programmes.ts', 'test/config/a.test.ts')).toBe('config/programmes.ts?switchable');
    expect(resolved('./programmes/dalian-2024/index.ts', 'config/programmes.ts')).toBeNull();
    expect(resolved('./stages.ts', 'config/programmes/dalian-2024/index.ts')).toBeNull();
    expect(resolved('../../domain/decide.ts', 'test/domain/a.test.ts')).toBeNull();
  });

  it('finds every export of such a module again', () => {
    const { load } = switchable();
    if (typeof load !== 'function') return expect.unreachable();
    const text: unknown = Reflect.apply(load, {}, [at('config/programmes.ts?switchable')]);
    expect(text).toContain('export const programmes = off(whole.programmes);');
    expect(text).toContain('export const programme = (...given) => off(whole.programme(...given));');
  });
});

describe('a rule switched off', () => {
  const data = new Map([['p', { windows: [{ opens: '2024-07-01', closes: '2024-07-31', clauses: ['LN-4.3-a'] }] }]]);
  afterEach(() => {
    delete process.env[SWITCHED_OFF];
  });

  it('holds in code whatever was found out, and no other does', () => {
    expect(clauseSatisfied('LN-5.5.3-b', false)).toBe(false);
    process.env[SWITCHED_OFF] = 'LN-5.5.3-b';
    expect(clauseSatisfied('LN-5.5.3-b', false)).toBe(true);
    expect(clauseSatisfied('LN-4.3-a', false)).toBe(false);
    expect(clauseSatisfied('LN-4.3-a', true)).toBe(true);
    expect(allClausesSatisfied(['LN-4.3-a', 'LN-5.5.3-b'], false)).toBe(true);
    expect(allClausesSatisfied(['LN-4.3-a'], false)).toBe(false);
  });

  it('is out of the data, also of a collection of them', () => {
    expect(off(data).get('p')?.windows[0]?.opens).toBe('2024-07-01');
    process.env[SWITCHED_OFF] = 'LN-4.3-a';
    expect(off(data).get('p')?.windows[0]?.opens).toBe('2000-01-01');
  });
});

describe('what came of switching rules off', () => {
  it('is told by rule, and counted', () => {
    const results = [
      { clause: 'LN-1-a', result: 'noticed', failed: ['a'], passed: [] },
      { clause: 'LN-1-b', result: 'noticed', failed: ['b'], passed: ['c'] },
      { clause: 'LN-1-d', result: 'green', failed: [], passed: ['d'] },
    ] as const;
    expect(switchedText(results).split('\n')).toEqual([
      '1 switched off, and the tests that name them stay green: LN-1-d',
      '2 of 3 noticed by a test that names the rule, 1 of them by every such test',
    ]);
  });
});

describe('the command line of npm run clauses', () => {
  it.each<[string[], unknown]>([
    [[], { do: 'write' }],
    [['--check'], { do: 'check' }],
    [['--missing'], { do: 'missing' }],
    [['--switch-off'], { do: 'switchOff', only: [] }],
    [['--switch-off', '--only', 'LN-1-a,LN-1-b'], { do: 'switchOff', only: ['LN-1-a', 'LN-1-b'] }],
  ])('understands %j', (args, wanted) => {
    expect(readArguments(args)).toEqual(wanted);
  });

  it.each([[['--check', '--missing']], [['--only', 'LN-1-a']], [['--sometimes']], [['LN-1-a']]])(
    'tells how it is used instead of %j',
    (args) => {
      expect(() => readArguments(args)).toThrow(Usage);
    },
  );
});
