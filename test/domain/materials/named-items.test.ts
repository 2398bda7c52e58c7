import { describe, expect, test } from 'vitest';
import { emptyForm, type Form } from '../../../domain/materials/form.ts';
import { isNamed, isRemovable } from '../../../domain/materials/named-items.ts';

const file = '6f1c8a52-8f0e-4d3f-9a55-0c1f7f1f3b11';
const work = { id: 'a1', title: '控制器', category: 'project', role: 'lead', from: '2019-01', to: '2021-12' } as const;
const form: Form = {
  ...emptyForm,
  achievements: [{ ...work, content: '', evidence: [] }],
  statement: '述评',
};
const named = { form, files: [{ id: file }], materials: [{ key: 'paper' }] };

describe('an item', () => {
  test.each([
    'a1',
    'a1/title',
    'statement',
    'honours',
    'summary.degree',
    'achievements/a1',
    file,
    'stampedPage',
    'paper',
  ])('%s can be put right', (item) => {
    expect(isNamed(named, item)).toBe(true);
  });

  test.each(['a2', 'achievment-1', 'foo-bar', 'achievements/7', 'LN-5.4-g', ''])('%s is nowhere', (item) => {
    expect(isNamed(named, item)).toBe(false);
  });

  test.each([
    ['a1', true],
    ['statement', true],
    ['honours', false],
    ['pledge', false],
    ['a2', false],
  ])('%s can be removed: %s', (item, may) => {
    expect(isRemovable(form, item)).toBe(may);
  });
});
