import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createApp } from '../../api/app.ts';
import { applicationView } from '../../api/applications/applications-schemas.ts';
import { accountList } from '../../api/demo/demo-schemas.ts';
import type { RouteDef, Services } from '../../api/http/route.ts';
import { dossierView } from '../../api/materials/dossiers-schemas.ts';
import { openServices } from '../../api/services.ts';
import { readEnv } from '../../config/env/env.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import type { Delivered } from '../../domain/case/check-results.ts';
import { at, type BackendOptions, TestBackend } from '../support/backend.ts';

/** An answer as a test reads it; `as` checks the body by the schema the OpenAPI document publishes. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly as: <T>(schema: z.ZodType<T>) => T;
};
/** The view of an application, as its schema describes it. */
export type View = z.infer<typeof applicationView>;

const withId = z.object({ id: z.string() });
const withNo = z.object({ no: z.string() });
const withToken = z.object({ token: z.string() });

export type CallOptions = { readonly key?: string; readonly headers?: Readonly<Record<string, string>> };

/** `programmes` stand in place of the printed ones, for instance with a list that another notice would give. */
export type ServiceOptions = BackendOptions & { readonly programmes?: Services['programmes'] };

/** The real API on a port of its own, before a real worker, PostgreSQL and Temporal. */
export class TestService {
  readonly backend: TestBackend;
  readonly services: Services & { refreshProgrammes(): Promise<void>; close(): Promise<void> };
  readonly routes: readonly RouteDef[];
  readonly url: string;
  private readonly server: Server;
  private readonly dataDir: string;
  private static ofProcess: Promise<TestService> | undefined;

  private constructor(
    backend: TestBackend,
    parts: Pick<TestService, 'services' | 'routes' | 'url'> & { server: Server; dataDir: string },
  ) {
    this.backend = backend;
    this.services = parts.services;
    this.routes = parts.routes;
    this.url = parts.url;
    this.server = parts.server;
    this.dataDir = parts.dataDir;
  }

  /** The service that the test files of a process share; nobody closes it. Whoever stops its worker, publishes dates or looks at all its database opens one. */
  static shared(): Promise<TestService> {
    TestService.ofProcess ??= TestService.open();
    return TestService.ofProcess;
  }

  static async open({ programmes, ...options }: ServiceOptions = {}): Promise<TestService> {
    const backend = await TestBackend.open(options);
    const dataDir = mkdtempSync(join(tmpdir(), 'zhicheng-api-'));
    const opened = await openServices(readEnv({ ...backend.env, DEMO: '1', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }));
    const services = programmes ? { ...opened, programmes } : opened;
    const { app, messages, routes } = createApp(services);
    const server = createServer(messages, app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return new TestService(backend, { services, routes, url, server, dataDir });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await this.services.close();
    await this.backend.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** A clock world that begins at this wall-clock time in Beijing, with the demonstration's people. */
  async world(startAt: string): Promise<ApiWorld> {
    const made = await call(this, 'POST', '/demo/clocks', { startAt: toRfc3339(at(startAt)) });
    return new ApiWorld(this, made.as(withId).id);
  }
}

/** A clock world over HTTP. */
export class ApiWorld {
  readonly service: TestService;
  readonly id: string;
  private readonly clients = new Map<string, Promise<ApiClient>>();

  constructor(service: TestService, id: string) {
    this.service = service;
    this.id = id;
  }

  /** Someone of the demonstration, logged in. */
  as(account: string): Promise<ApiClient> {
    const known = this.clients.get(account) ?? this.login(account);
    this.clients.set(account, known);
    return known;
  }

  private async login(account: string): Promise<ApiClient> {
    const headers = { 'Demo-Clock': this.id };
    const login = await call(this.service, 'POST', '/demo/token', { account }, { headers });
    return new ApiClient(this.service, { ...headers, Authorization: `Bearer ${login.as(withToken).token}` });
  }

  /** Someone who is not logged in. */
  get anyone(): ApiClient {
    return new ApiClient(this.service, { 'Demo-Clock': this.id });
  }

  async moveTo(wallClock: string): Promise<void> {
    const { status, body } = await call(this.service, 'POST', `/demo/clocks/${this.id}`, {
      advanceTo: toRfc3339(at(wallClock)),
    });
    if (status !== 200) throw new Error(`the world is held: ${JSON.stringify(body)}`);
  }

  /** The unit of a demonstration person. */
  async unitOf(account: string): Promise<string> {
    const { items } = (await this.anyone.get('/demo/accounts')).as(accountList);
    return String(items.find((each) => each.account === account)?.unit?.id);
  }

  /** A draft of this person, ready to be submitted, for an emerging specialty at deputy-senior level. */
  async draft(account: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const client = await this.as(account);
    const employer = await this.unitOf(account);
    const made = await client.post('/v1/applications', {
      programme: 'liaoning-diit-2024',
      series: 'engineering',
      specialty: 'robotics',
      level: 'deputySenior',
      employer,
      status: 'inService',
      ...more,
    });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    const { no } = made.as(withNo);
    const written = await client.put(`/v1/applications/${no}/form`, formOf(account));
    if (written.status !== 200) throw new Error(JSON.stringify(written.body));
    return no;
  }
}

/** Where an API listens. */
export type Address = { readonly url: string };

/** Requests of one person in one world. */
export class ApiClient {
  private readonly service: Address;
  readonly headers: Readonly<Record<string, string>>;

  constructor(service: Address, headers: Readonly<Record<string, string>>) {
    this.service = service;
    this.headers = headers;
  }

  get(path: string, options: CallOptions = {}): Promise<Answer> {
    return call(this.service, 'GET', path, undefined, this.with(options));
  }

  post(path: string, body?: unknown, options: CallOptions = {}): Promise<Answer> {
    return call(this.service, 'POST', path, body, this.with({ key: randomUUID(), ...options }));
  }

  put(path: string, body: unknown, options: CallOptions = {}): Promise<Answer> {
    return call(this.service, 'PUT', path, body, this.with(options));
  }

  delete(path: string): Promise<Answer> {
    return call(this.service, 'DELETE', path, undefined, this.with({}));
  }

  /** The view of an application. */
  async view(no: string): Promise<View> {
    return (await this.get(`/v1/applications/${no}`)).as(applicationView);
  }

  /** Does an action on an application. */
  act(no: string, action: string, body: unknown = {}, options: CallOptions = {}): Promise<Answer> {
    return this.post(`/v1/applications/${no}/actions/${action}`, body, options);
  }

  /** Does an action, confirming whatever the view, where one may see it, says it asks; what the body says itself stands. */
  async tries(no: string, action: string, body: object = {}): Promise<Answer> {
    const seen = await this.get(`/v1/applications/${no}`);
    const actions = seen.status === 200 ? seen.as(applicationView).availableActions : [];
    const open = actions.find(({ name }) => name === action);
    const checks = open?.checks ? { checked: open.checks.map(({ key }) => key) } : {};
    const document = action === 'postPublicity' ? { document: paper } : {};
    const dossier = open?.dossier ? { delivered: await this.wholeDossier(no) } : {};
    return this.act(no, action, { ...checks, ...document, ...dossier, ...body });
  }

  /** The same, and expects that it was done; gives the view after it. */
  async does(no: string, action: string, body: object = {}): Promise<View> {
    const answer = await this.tries(no, action, body);
    if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.as(applicationView);
  }

  /** The paper dossier of an application as it must be, by its check list. */
  async wholeDossier(no: string): Promise<Delivered[]> {
    const { lines } = (await this.get(`/v1/applications/${no}/dossier`)).as(dossierView);
    return lines.flatMap(({ needed, key, copies, signed }) =>
      needed ? [{ key, copies, signed: signed.map((slot) => slot.key) }] : [],
    );
  }

  private with(options: CallOptions): CallOptions {
    return { ...options, headers: { ...this.headers, ...options.headers } };
  }
}

async function call(
  service: Address,
  method: string,
  path: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<Answer> {
  const form = body instanceof FormData;
  const response = await fetch(`${service.url}${path}`, {
    method,
    headers: {
      ...(body === undefined || form ? {} : { 'Content-Type': 'application/json' }),
      ...(options.key ? { 'Idempotency-Key': options.key } : {}),
      ...options.headers,
    },
    ...(body === undefined ? {} : { body: form ? body : typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = /json/.test(response.headers.get('content-type') ?? '');
  const read: unknown = json ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body: read, as: (schema) => parsed(schema, read) };
}

function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (!result.success) throw new Error(`${result.error.message} in ${JSON.stringify(body)}`);
  return result.data;
}

/** What a unit's publicity says beside the applications, whole by every notice. */
export const paper = {
  decidingMeeting: '总经理办公会议',
  contactPerson: '高洁',
  telephone: '024-12345678',
  contents: ['基本情况', '工作经历', '主要工作业绩', '获奖情况'],
};

/** A form with nothing missing. */
export const wholeForm = {
  summary: {
    gender: 'female',
    bornOn: '1982-03-14',
    education: '大学本科',
    degree: '工学硕士',
    currentTitle: '工程师',
    currentTitleSince: '2017-09-30',
    position: '机器人研发部主任',
  },
  achievements: [
    {
      id: 'a1',
      title: '六轴工业机器人控制器研制',
      category: 'project',
      role: 'lead',
      from: '2019-01',
      to: '2021-12',
      content: '负责总体方案与控制算法。',
      proofs: [
        { kind: 'contract', sealedOn: '2019-01-15', roleShown: 'lead' },
        { kind: 'acceptance', sealedOn: '2021-12-20' },
      ],
      conditions: ['1'],
    },
  ],
  contribution: '主持两项省级项目。',
  secrets: 'none',
  pledge: {
    version: 'liaoning-diit-2024',
    text: '本人承诺：所提供的个人信息和申报材料真实准确，对因提供有关信息、证件不实或违反有关规定造成的后果，责任自负，并按有关规定接受相关处罚',
  },
};

/** The same form with works of one's own: nobody uses what another has done (LN-5.2.3-a). */
export const formOf = (account: string) => ({
  ...wholeForm,
  achievements: wholeForm.achievements.map((each) => ({ ...each, title: `${each.title}（${account}）` })),
});
