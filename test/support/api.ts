import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { RouteDef, Services } from '../../api/http/route.ts';
import { openServices } from '../../api/services.ts';
import { readEnv } from '../../config/env/env.ts';
import type { EnvSource } from '../../config/env/env-values.ts';
import { seed } from '../../db/setup/seed.ts';
import { freshDatabase } from './servers/database.ts';

/** A request to the service under test; `as` is a demonstration account, `key` an Idempotency-Key (a new one for each POST unless null). */
type Ask = {
  readonly as?: string;
  readonly token?: string;
  readonly world?: string;
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly raw?: string | Uint8Array<ArrayBuffer> | FormData;
};

/** What tests look at in answers, where they do not say more exactly what they expect. */
type AnyBody = {
  readonly id: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly message: { readonly zh: string; readonly en: string };
  readonly clauses: readonly string[];
  readonly errors: readonly { readonly path: string }[];
};

/** An answer, its body parsed where it is JSON. */
export type Answered<T = AnyBody> = { readonly status: number; readonly headers: Headers; readonly body: T };

/** The service over HTTP on a free port, with a database of its own. */
export type TestApi = {
  readonly url: string;
  readonly services: Services;
  readonly routes: readonly RouteDef[];
  ask<T = AnyBody>(method: string, path: string, options?: Ask): Promise<Answered<T>>;
  /** A token of a demonstration account in a world. */
  token(account: string, world?: string): Promise<string>;
  /** A new clock world. */
  world(startAt: string): Promise<string>;
  close(): Promise<void>;
};

/** Starts the service in demonstration mode unless the settings say otherwise. */
export async function startApi(settings: EnvSource = {}): Promise<TestApi> {
  const database = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'zhicheng-api-'));
  const env = readEnv({
    DATABASE_URL: database.url,
    ...inject('temporal'),
    TASK_QUEUE: `test-${randomUUID()}`,
    DATA_DIR: folder,
    DATA_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    IDENTITY_KEY: randomBytes(32).toString('base64'),
    LOG_LEVEL: 'silent',
    DEMO: '1',
    ...settings,
  });
  await seed(env.databaseUrl, env);
  const services = await openServices(env);
  const { app, messages, routes } = createApp(services);
  const server = createServer(messages, app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    services,
    routes,
    ...asking(url),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await services.close();
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
}

function asking(url: string): Pick<TestApi, 'ask' | 'token' | 'world'> {
  const tokens = new Map<string, string>();
  const token = async (account: string, world?: string): Promise<string> => {
    const name = `${account} ${world ?? ''}`;
    const known = tokens.get(name);
    if (known) return known;
    const { body } = await ask<{ token: string }>('POST', '/demo/token', {
      json: { account },
      ...(world ? { world } : {}),
    });
    tokens.set(name, body.token);
    return body.token;
  };
  const ask = async <T = AnyBody>(method: string, path: string, options: Ask = {}): Promise<Answered<T>> => {
    const { as, world, key, json, raw } = options;
    const bearer = options.token ?? (as === undefined ? undefined : await token(as, world));
    const headers: Record<string, string> = {
      ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
      ...(world === undefined ? {} : { 'Demo-Clock': world }),
      ...(method === 'POST' && key !== null ? { 'Idempotency-Key': key ?? randomUUID() } : {}),
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...options.headers,
    };
    const body = raw ?? (json === undefined ? undefined : JSON.stringify(json));
    const response = await fetch(`${url}${path}`, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    return { status: response.status, headers: response.headers, body: (await bodyOf(response)) as T };
  };
  const world = async (startAt: string) => (await ask('POST', '/demo/clocks', { json: { startAt } })).body.id;
  return { ask, token, world };
}

async function bodyOf(response: Response): Promise<unknown> {
  const content = await response.text();
  return /json/.test(response.headers.get('content-type') ?? '') && content !== '' ? JSON.parse(content) : content;
}
