import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { childEnv, readEnv } from '../../../config/env/env.ts';
import { seed } from '../../../db/setup/seed.ts';
import { stablePorts } from '../../../ops/servers/ports.ts';
import { type Supervised, supervise } from '../../../ops/servers/process/supervise.ts';
import { waitFor } from '../../../ops/servers/wait.ts';
import { apiService, workerService } from '../../../ops/start/own-programs.ts';
import { wholeForm } from '../../api/service.ts';
import { freshDatabase } from '../../support/servers/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhicheng-topology-'));
const secret = () => randomBytes(32).toString('base64');
const running: Supervised[] = [];
const told: string[] = [];
let database: Awaited<ReturnType<typeof freshDatabase>>;
let first: string;
let second: string;

beforeAll(async () => {
  database = await freshDatabase();
  const ports = await stablePorts(join(folder, 'ports.json'), ['first', 'second']);
  [first, second] = [`http://127.0.0.1:${ports.first}`, `http://127.0.0.1:${ports.second}`];
  const settings = childEnv({
    DATABASE_URL: database.url,
    ...inject('temporal'),
    TASK_QUEUE: `topology-${randomUUID()}`,
    DATA_KEYS: `k1:${secret()}`,
    IDENTITY_KEY: secret(),
    DATA_DIR: folder,
    HOST: '127.0.0.1',
    NODE_ENV: 'test',
    DEMO: '1',
  });
  await seed(database.url, readEnv(settings));
  mkdirSync(join(folder, 'log'));
  const kit = { folders: { log: join(folder, 'log'), run: folder }, tell: (text: string) => void told.push(text) };
  const api = (name: keyof typeof ports) =>
    apiService({ ...settings, PORT: String(ports[name]) }, `http://127.0.0.1:${ports[name]}`, `API ${name}`);
  for (const service of [
    workerService(settings, 'worker first'),
    workerService(settings, 'worker second'),
    api('first'),
    api('second'),
  ]) {
    running.push(supervise(service, kit));
  }
  await Promise.all(running.map((service) => service.start()));
});

afterAll(async () => {
  for (const service of running.toReversed()) await service.stop();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** The fields of an answer that this test reads; all others are compared as they are. */
const answer = z.looseObject({
  id: z.string().optional(),
  no: z.string().optional(),
  token: z.string().optional(),
  version: z.unknown().optional(),
  stage: z.object({ key: z.string() }).optional(),
  availableActions: z
    .array(z.looseObject({ name: z.string(), checks: z.array(z.looseObject({ key: z.string() })).optional() }))
    .optional(),
  items: z.array(z.looseObject({ account: z.string(), unit: z.object({ id: z.string() }).nullable() })).optional(),
});

type Request = { readonly method?: string; readonly as?: string; readonly body?: unknown; readonly key?: string };

describe('two API and two worker processes beside servers that others started', () => {
  let world: string;
  const tokens = new Map<string, string>();

  const call = async (base: string, path: string, { method = 'POST', as, body, key = randomUUID() }: Request) => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(world ? { 'demo-clock': world } : {}),
        ...(as ? { authorization: `Bearer ${await tokenOf(base, as)}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: answer.parse(await response.json()) };
  };
  const tokenOf = async (base: string, account: string): Promise<string> => {
    const token = tokens.get(account) ?? String((await call(base, '/demo/token', { body: { account } })).body.token);
    tokens.set(account, token);
    return token;
  };
  const view = (base: string, no: string) => call(base, `/v1/applications/${no}`, { method: 'GET', as: 'zhang-wei' });
  /** What an action asks to be confirmed, as it was when it was first done: a repetition says the same. */
  const asked = new Map<string, readonly string[]>();
  const askedOf = async (base: string, no: string, { action, as }: Request & { readonly action: string }) => {
    const known = asked.get(`${no} ${action}`);
    if (known) return known;
    const { body } = await call(base, `/v1/applications/${no}`, { method: 'GET', ...(as ? { as } : {}) });
    const checks = body.availableActions?.find(({ name }) => name === action)?.checks ?? [];
    asked.set(
      `${no} ${action}`,
      checks.map(({ key }) => key),
    );
    return checks.map(({ key }) => key);
  };
  const act = async (base: string, no: string, request: Request & { readonly action: string }) => {
    const checked = await askedOf(base, no, request);
    const body = checked.length > 0 ? { checked } : {};
    return call(base, `/v1/applications/${no}/actions/${request.action}`, { body, ...request });
  };

  const draft = async (): Promise<string> => {
    world = String((await call(first, '/demo/clocks', { body: { startAt: '2024-07-01T09:00:00+08:00' } })).body.id);
    tokens.clear();
    const { items } = (await call(first, '/demo/accounts', { method: 'GET' })).body;
    const employer = items?.find(({ account }) => account === 'zhang-wei')?.unit?.id;
    const subject = { series: 'engineering', specialty: 'robotics', level: 'deputySenior', employer };
    const body = { programme: 'liaoning-diit-2024', status: 'inService', ...subject };
    const made = await call(first, '/v1/applications', { as: 'zhang-wei', body });
    expect(made.status).toBe(201);
    const no = String(made.body.no);
    const form = await call(second, `/v1/applications/${no}/form`, { method: 'PUT', as: 'zhang-wei', body: wholeForm });
    expect(form.status).toBe(200);
    return no;
  };

  it('both serve one application: what one accepts, the other shows at once and answers the same', async () => {
    const no = await draft();
    const key = randomUUID();
    const submitted = await act(first, no, { action: 'submit', as: 'zhang-wei', key });
    expect(submitted.status).toBe(200);
    expect((await view(second, no)).body).toEqual((await view(first, no)).body);
    const repeated = await act(second, no, { action: 'submit', as: 'zhang-wei', key });
    expect(repeated.status).toBe(200);
    expect(repeated.body.version).toEqual(submitted.body.version);
    expect((await act(second, no, { action: 'agree', as: 'hr-liaobei' })).status).toBe(200);
    expect((await view(first, no)).body.stage?.key).not.toBe(submitted.body.stage?.key);
  });

  it('go on with one of each killed, and the killed ones come back', async () => {
    const no = await draft();
    const submitted = await act(first, no, { action: 'submit', as: 'zhang-wei' });
    expect(submitted.status).toBe(200);
    const killed = running.filter(({ name }) => name.endsWith('first'));
    for (const service of killed) service.keepDown(3_000);
    const agreed = await act(second, no, { action: 'agree', as: 'hr-liaobei' });
    // A task that the dead worker had taken is given to the other one after 10 s; until then there is a receipt.
    expect([200, 202]).toContain(agreed.status);
    const stage = async () => (await view(second, no)).body.stage?.key;
    const moved = async () => ((await stage()) === submitted.body.stage?.key ? undefined : true);
    await waitFor('the decision', moved, { withinMs: 30_000 });
    const back = () => (told.filter((text) => text.includes('serves again')).length === 2 ? true : undefined);
    await waitFor('the killed processes', back, { withinMs: 60_000 });
    expect((await view(first, no)).body).toEqual((await view(second, no)).body);
  });
});
