import { describe, expect, test } from 'vitest';
import { isPrintable, isVisible, plainText } from '../../domain/plain-text.ts';

describe('plain text', () => {
  test.each([
    ['composed characters', 'e\u0301', 'é'],
    ['the line ends of Windows and of Word', 'a\r\nb\vc\rd\u2028e', 'a\nb\nc\nd\ne'],
    [
      'no zero-width space, joiner, soft hyphen, filler or byte order mark',
      '张\u200b三\u2060\u00ad\u3164\ufeff\uffa0\u115f',
      '张三',
    ],
    ['no tag characters', 'a\u{e0041}', 'a'],
    ['no variation selector after a letter', 'a\ufe0f', 'a'],
    ['the variant of a Chinese character', '葛\u{e0100}飾', '葛\u{e0100}飾'],
    ['what lies outside the basic plane', '𠮷田𪚥', '𠮷田𪚥'],
  ])('has %s', (_what, typed, plain) => {
    expect(plainText(typed)).toBe(plain);
  });

  test.each(['', ' ', '\n', '\u3000', '\u00a0', '\u2800', '\u200b\u200b', '\u3164', '\u061c', '\u00ad', '\u{e0041}'])(
    '%j has nothing to be seen',
    (typed) => {
      expect(isVisible(plainText(typed))).toBe(false);
    },
  );

  test.each(['张三', '-', '。', '1', '㊣'])('%j can be seen', (typed) => {
    expect(isVisible(plainText(typed))).toBe(true);
  });

  test.each(['a\0b', 'a\u0007b', 'a\u009fb', 'a\uffffb', 'a\ufffeb', 'a\ufdd0b', 'a\ud800b', 'a\u202eb', 'a\u2066b'])(
    '%j cannot be printed',
    (typed) => {
      expect(isPrintable(plainText(typed))).toBe(false);
    },
  );

  test('keeps tabs and line feeds', () => {
    expect(isPrintable('a\tb\nc')).toBe(true);
  });
});
