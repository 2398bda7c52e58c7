import fc from 'fast-check';

/** The part of the OpenAPI document that requests are made from. */
type Schema = {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly $ref?: string;
};
type Parameter = { readonly name: string; readonly in: string; readonly schema?: Schema };
type Operation = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
};
export type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
};

/** One request to be sent. */
export type FuzzRequest = {
  readonly method: string;
  readonly template: string;
  readonly path: string;
  readonly as: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
};

/** Values that mean something in the service, by the name of the field or parameter. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

const nasty = [
  '',
  ' ',
  '\u0000',
  '张\u0007',
  '\ud800',
  "'; drop table people; --",
  '../../etc/passwd',
  '%',
  '0',
  '-1',
  '1e309',
  '9999-12-31',
  '2024-02-30',
  '0001-01-01T00:00:00Z',
  '00000000-0000-0000-0000-000000000000',
  'x'.repeat(5000),
  '{"a":1}',
  '\u202e',
];

const anything = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.uuid(),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Requests for the operations of a document: mostly of the right shape and with values that exist, often with something wrong in them. */
export function requestsOf(
  document: Document,
  known: Known,
  accounts: readonly (string | undefined)[],
): fc.Arbitrary<FuzzRequest> {
  const operations = Object.entries(document.paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ template, method: method.toUpperCase(), operation })),
  );
  return fc.constantFrom(...operations).chain(({ template, method, operation }) =>
    fc
      .record({
        params: ofParameters(operation, 'path', known),
        query: ofParameters(operation, 'query', known),
        as: fc.constantFrom(...accounts),
        headers: headers(operation, known),
        body: bodyOf(operation, { document, known }),
      })
      .map(({ params, query, as, headers: given, body }) => ({
        method,
        template,
        path: address(template, params, query),
        as,
        headers: { ...given, ...(body && !('Content-Type' in given) ? { 'Content-Type': body.type } : {}) },
        body: method === 'GET' ? undefined : body?.bytes,
      })),
  );
}

const named = (name: string, known: Known) => {
  const values = known[name] ?? known['*'] ?? [''];
  return fc.oneof({ arbitrary: fc.constantFrom(...values), weight: 4 }, { arbitrary: anything, weight: 1 });
};

function ofParameters(
  { parameters = [] }: Operation,
  place: string,
  known: Known,
): fc.Arbitrary<Record<string, unknown>> {
  const model = parameters
    .filter((parameter) => parameter.in === place)
    .map(({ name, schema }) => [
      name,
      schema?.enum ? fc.oneof(fc.constantFrom(...schema.enum), anything) : named(name, known),
    ]);
  return fc.record(Object.fromEntries(model), place === 'path' ? {} : { requiredKeys: [] });
}

function address(template: string, params: Record<string, unknown>, query: Record<string, unknown>): string {
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encode(params[name]));
  const search = Object.entries(query).map(([name, value]) => `${encode(name)}=${encode(value)}`);
  return search.length > 0 ? `${path}?${search.join('&')}` : path;
}

const encode = (value: unknown): string => {
  const plain = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return encodeURIComponent(plain.toWellFormed()).replaceAll('.', '%2E') || '%20';
};

function headers({ parameters = [] }: Operation, known: Known): fc.Arbitrary<Record<string, string>> {
  const key = fc.oneof(
    { arbitrary: fc.uuid(), weight: 6 },
    fc.constantFrom('', 'short', 'same-key-always', 'ü'.repeat(9)),
  );
  const clocks = (known['Demo-Clock'] ?? []).map(String);
  const always = fc.record({
    ...(parameters.some(({ name }) => name === 'Idempotency-Key') ? { 'Idempotency-Key': key } : {}),
    'Demo-Clock': fc.oneof({ arbitrary: fc.constantFrom(...clocks), weight: 12 }, fc.constantFrom('', 'nothing')),
  });
  const sometimes = fc.constantFrom<Record<string, string>>(
    { 'If-Match': '"1"' },
    { 'If-Match': '"1.x"' },
    { 'If-Match': '*' },
    { 'If-Match': '"99999999999"' },
    { 'If-None-Match': '*' },
    { 'If-None-Match': ',,' },
    { 'Content-Type': 'text/plain' },
    { 'Content-Type': 'application/json; charset=utf-7' },
    { 'Content-Type': 'multipart/form-data' },
    { 'Accept-Language': ';;;q=9' },
    { 'Last-Event-ID': '99999999999999' },
    { Authorization: 'Bearer a.b.c' },
  );
  return fc
    .tuple(always, fc.option(sometimes, { freq: 4, nil: {} }))
    .map(([needed, more]) => latin({ ...(needed as Record<string, string>), ...more }));
}

/** What `fetch` will take as headers. */
function latin(given: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value && /^[\x20-\xff]+$/.test(value) ? [[name, value]] : [])),
  );
}

type Body = { readonly type: string; readonly bytes: string | Uint8Array<ArrayBuffer> };
type Source = { readonly document: Document; readonly known: Known };

function bodyOf({ requestBody }: Operation, source: Source): fc.Arbitrary<Body | undefined> {
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? ['application/json', {}];
  const shaped = content?.schema ? valueFor(content.schema, source, 0) : fc.constant({});
  const json = fc
    .oneof({ arbitrary: shaped, weight: 8 }, { arbitrary: anything, weight: 1 })
    .map((value) => JSON.stringify(value) ?? '');
  const broken = fc.oneof(
    fc.constantFrom('{', '[]]', '{"a":1,"a":2}', `${'['.repeat(60)}`, 'null', '"', '{"__proto__":{}}'),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Uint8Array.from(bytes)),
  );
  return fc.option(
    fc.oneof({ arbitrary: json, weight: 9 }, { arbitrary: broken, weight: 1 }).map((bytes) => ({ type, bytes })),
    { nil: undefined, freq: 15 },
  );
}

/** Values for a schema: of its shape, sometimes with an unknown property or something else in the place of a part. */
function valueFor(schema: Schema, source: Source, depth: number): fc.Arbitrary<unknown> {
  if (depth > 6) return fc.constant(null);
  const right = rightValueFor(schema, source, depth);
  return fc.oneof({ arbitrary: right, weight: 25 }, { arbitrary: anything, weight: 1 });
}

function rightValueFor(schema: Schema, source: Source, depth: number): fc.Arbitrary<unknown> {
  const name = schema.$ref?.split('/').at(-1);
  if (name !== undefined) return valueFor(source.document.components?.schemas?.[name] ?? {}, source, depth + 1);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return fc.oneof(...choices.map((choice) => valueFor(choice, source, depth + 1)));
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  if (type === 'object') return objectOf(schema, source, depth);
  if (type === 'array') return fc.array(valueFor(schema.items ?? {}, source, depth + 1), { maxLength: 3 });
  if (type === 'integer' || type === 'number') return fc.oneof(fc.integer({ min: 0, max: 60 }), fc.double());
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  return named('*', source.known);
}

function objectOf({ properties = {} }: Schema, source: Source, depth: number): fc.Arbitrary<unknown> {
  const model = Object.entries(properties).map(([name, property]) => [
    name,
    source.known[name] ? named(name, source.known) : valueFor(property, source, depth + 1),
  ]);
  const whole = fc.record(Object.fromEntries(model));
  const partial = fc.record(Object.fromEntries(model), { requiredKeys: [] });
  const more = whole.map((value) => ({ ...value, somethingElse: 1 }));
  return fc.oneof({ arbitrary: whole, weight: 12 }, { arbitrary: partial, weight: 4 }, { arbitrary: more, weight: 1 });
}
