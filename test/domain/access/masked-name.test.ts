import { expect, it } from 'vitest';
import { maskedName } from '../../../domain/access/masked-name.ts';

it.each([
  ['张伟', '张＊'],
  ['欧阳修文', '欧＊＊＊'],
  ['阿卜杜拉·买买提', '阿＊＊＊'],
  ['𠮷野', '𠮷＊'],
  ['李', '李'],
])('%s is shown as %s', (name, shown) => {
  expect(maskedName(name)).toBe(shown);
});
