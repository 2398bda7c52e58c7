import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { actionDescriptions } from '../../../api/actions/action-descriptions.ts';
import { programmes } from '../../../config/programmes.ts';
import { type ActName, acts } from '../../../domain/case/commands/acts.ts';
import { stageActions } from '../../../domain/lifecycle/actions.ts';
import { startApi, type TestApi } from '../../support/api.ts';

type Operation = { readonly summary: string; readonly description: string; readonly tags: readonly string[] };
type Schema = Record<string, unknown>;
type OpenApi = {
  readonly info: { readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, Schema> };
};

let api: TestApi;
let document: OpenApi;
beforeAll(async () => {
  api = await startApi();
  document = (await api.ask<OpenApi>('GET', '/openapi.json')).body;
});
afterAll(() => api.close());

const operations = () => Object.values(document.paths).flatMap((methods) => Object.values(methods));

/** Every schema of the document that has an example, with where it stands. */
function withExample(node: unknown, at: string): { at: string; schema: Schema }[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'example' in node && ('type' in node || 'anyOf' in node) ? [{ at, schema: node as Schema }] : [];
  const below = Object.entries(node).filter(([key]) => key !== 'example');
  return [...own, ...below.flatMap(([key, value]) => withExample(value, `${at}/${key}`))];
}

it('has examples that its own schemas take, for the form, a draft and the members among others', () => {
  const definitions = JSON.parse(
    JSON.stringify(document.components.schemas).replaceAll('#/components/schemas/', '#/$defs/'),
  );
  const found = withExample(document, '');
  const refused = found.flatMap(({ at, schema }) => {
    const { example, ...rest } = JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/'));
    return z.fromJSONSchema({ ...rest, $defs: definitions }).safeParse(example).success ? [] : [at];
  });
  expect(refused).toEqual([]);
  const named = found.map(({ at }) => at.split('/').at(-1));
  expect(named).toEqual(expect.arrayContaining(['Form', 'NewApplication', 'MembersInput', 'EligibilityInput']));
});

it('has no body whose example the service would refuse', () => {
  const bodies = api.routes.flatMap(({ path, body }) => {
    const example = body?.meta()?.example;
    return body && example !== undefined ? [{ path, body, example }] : [];
  });
  expect(bodies.length).toBeGreaterThanOrEqual(4);
  expect(bodies.filter(({ body, example }) => !body.safeParse(example).success).map(({ path }) => path)).toEqual([]);
});

it('has a draft and a form as examples that the service takes, the form with nothing missing', async () => {
  const world = await api.world('2024-07-08T09:00:00+08:00');
  const { body: accounts } = await api.ask<{ items: { account: string; unit?: { id: string } }[] }>(
    'GET',
    '/demo/accounts',
    { world },
  );
  const employer = accounts.items.find(({ account }) => account === 'zhang-wei')?.unit?.id;
  const exampleOf = (name: string) => document.components.schemas[name]?.example as object;
  const as = { as: 'zhang-wei', world };
  const draft = { ...exampleOf('NewApplication'), employer };
  const made = await api.ask<{ no: string }>('POST', '/v1/applications', { ...as, json: draft });
  expect(made.status).toBe(201);
  const at = `/v1/applications/${made.body.no}`;
  expect((await api.ask('PUT', `${at}/form`, { ...as, json: exampleOf('Form') })).status).toBe(200);
  const { body } = await api.ask('GET', `${at}/completeness`, as);
  expect(body, JSON.stringify(body)).toMatchObject({ complete: true });
});

it('says of every group of routes what it is about', () => {
  const used = new Set(operations().flatMap(({ tags }) => tags));
  expect(document.tags.map(({ name }) => name).sort()).toEqual([...used].sort());
  for (const { description } of document.tags) expect(description).toMatch(/^\p{Lu}.+\.$/u);
});

it('says of every action in its own words what it does, and of whom in each notice', () => {
  const summaries = operations().map(({ summary }) => summary);
  expect(new Set(summaries).size).toBe(summaries.length);
  const unnamed = [...programmes.values()].flatMap((programme) =>
    programme.stages.flatMap((stage) =>
      stageActions(stage).flatMap(({ name, roles }) => {
        if (!(name in acts)) return [];
        const { does } = actionDescriptions[name as ActName];
        const told = (role: string) => does.includes(role) || role === 'objector' || /^The applicant\b/.test(does);
        return roles.filter((role) => !told(role)).map((role) => `${programme.id} ${stage.key} ${name} ${role}`);
      }),
    ),
  );
  expect(unnamed).toEqual([]);
});

it('names no single programme where three are published', () => {
  expect(document.info.description).not.toMatch(/the 2024 programme/i);
});
