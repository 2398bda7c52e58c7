import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { resourceRoutes } from '../../../../api/resources.ts';

type Leaf = { readonly path: string; readonly schema: z.core.$ZodType };
type Def = { readonly type: string } & Record<string, unknown>;

const child = (value: unknown) => value as z.core.$ZodType;

/** All texts that a schema takes, each with its path. */
function textsOf(schema: z.core.$ZodType, path: string): readonly Leaf[] {
  const def = schema._zod.def as unknown as Def;
  const inner = def.innerType ?? def.in;
  switch (def.type) {
    case 'string':
      return [{ path, schema }];
    case 'object':
      return Object.entries(def.shape as Record<string, z.core.$ZodType>).flatMap(([key, each]) =>
        textsOf(each, `${path}/${key}`),
      );
    case 'array':
      return textsOf(child(def.element), `${path}/*`);
    case 'record':
      return [...textsOf(child(def.keyType), `${path}/key`), ...textsOf(child(def.valueType), `${path}/*`)];
    case 'union':
      return (def.options as z.core.$ZodType[]).flatMap((each) => textsOf(each, path));
    case 'lazy':
      return [];
    default:
      return inner === undefined ? [] : textsOf(child(inner), path);
  }
}

const inputs = resourceRoutes(null).flatMap(({ method, path, body }) =>
  body ? textsOf(body, `${method.toUpperCase()} ${path}`) : [],
);

const taken = (text: string) =>
  inputs.filter(({ schema }) => (schema as z.ZodType).safeParse(text).success).map(({ path }) => path);

describe('every text that the API takes', () => {
  test('is looked at here', () => {
    expect(inputs.length).toBeGreaterThan(100);
    expect(inputs.map(({ path }) => path)).toContain('PUT /v1/people/me/name');
  });

  test.each([
    '',
    ' ',
    '\n',
    '\t',
    '\u3000',
    '\u200b',
    '\u200b\u200b',
    '\u3164',
    '\u2800',
    '\u00ad',
    '\u061c',
    '\u{e0041}',
  ])('refuses %j, in which nothing is to be seen', (blank) => {
    expect(taken(blank)).toEqual([]);
  });

  test.each(['甲\uffff乙', '甲\ufffe乙', '甲\0乙', '甲\u0007乙', '甲\ud800乙'])(
    'refuses %j, which XML forbids',
    (text) => {
      expect(taken(text)).toEqual([]);
    },
  );
});

/** The texts of these inputs that are free: they take any word. */
const free = inputs.filter(({ schema }) => (schema as z.ZodType).safeParse('六轴机器人').success);

test('every free text is kept without what is invisible, composed, and with line feeds', () => {
  expect(free.length).toBeGreaterThan(40);
  for (const { path, schema } of free) {
    const kept = (schema as z.ZodType).safeParse('六轴\u200b\u3164机器\u00ad人');
    expect([path, kept.data]).toEqual([path, '六轴机器人']);
  }
  const several = free.filter(({ schema }) => (schema as z.ZodType).safeParse('六轴\n机器人').success);
  expect(several.length).toBeGreaterThan(10);
  for (const { path, schema } of several) {
    expect([path, (schema as z.ZodType).safeParse('六轴\r\n机器\v人').data]).toEqual([path, '六轴\n机器\n人']);
  }
});

test.each([
  '0411-84362018转801',
  '(0411)84362018',
  '0411-84362018、84362019',
  '13800138000',
  '+86 411 84362018',
  '（0411）84362018',
])('a telephone number may be %s', (number) => {
  const phone = inputs.filter(({ path }) => /\/(phone|telephone)$/.test(path));
  expect(phone.length).toBeGreaterThan(1);
  expect(
    phone.filter(({ schema }) => !(schema as z.ZodType).safeParse(number).success).map(({ path }) => path),
  ).toEqual([]);
});

test.each(['-----', '()()()', '1234', '转转转转1', '+', '84362018、1'])('a telephone number is not %s', (number) => {
  const phone = inputs.filter(({ path }) => /\/(phone|telephone)$/.test(path));
  expect(phone.filter(({ schema }) => (schema as z.ZodType).safeParse(number).success)).toEqual([]);
});
