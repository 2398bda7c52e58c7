import { isIPv4 } from 'node:net';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { whyNoDemo } from './demonstration.ts';
import { type DataKey, dataKeys, flag, hostAndPort, identityKey, url, wholeNumber } from './env-values.ts';

export type { DataKey } from './env-values.ts';

/** The environment a source of variables is read from: `process.env`, or an object in a test. */
export type EnvSource = Readonly<Record<string, string | undefined>>;

/** Variables that have one wrong value or more; `message` has one line for each and starts with its name. */
export class EnvError extends Error {
  readonly variables: readonly string[];
  constructor(problems: readonly { readonly variable: string; readonly message: string }[]) {
    super(problems.map(({ variable, message }) => `${variable}: ${message}`).join('\n'));
    this.name = 'EnvError';
    this.variables = problems.map(({ variable }) => variable);
  }
}

type Variable<T> = { readonly schema: z.ZodType<T>; readonly fallback?: string; readonly description: string };
const variable = <T>(schema: z.ZodType<T>, fallback: string | undefined, description: string): Variable<T> => ({
  schema,
  ...(fallback === undefined ? {} : { fallback }),
  description,
});

// The runtime that serves the metrics looks no names up.
const ipAndPort = hostAndPort.refine((value) => isIPv4(value.split(':')[0] ?? ''), {
  message: 'must be an IP address and a port, for example 127.0.0.1:9464',
});

const cacheHome = (source: EnvSource) => source.XDG_CACHE_HOME || join(homedir(), '.cache');

const VARIABLES = {
  PORT: variable(wholeNumber(0, 65_535), '3000', 'Port of the HTTP API; 0 takes a free one.'),
  HOST: variable(z.string().min(1), '127.0.0.1', 'Address the HTTP API listens on.'),
  DATA_DIR: variable(
    z
      .string()
      .min(1)
      .transform((path) => resolve(path)),
    '.data',
    'Folder of everything `npm start` keeps (databases, keys, logs, mail without a mail server). One instance a folder.',
  ),
  DATABASE_URL: variable(
    url('postgres:', 'postgresql:'),
    undefined,
    'PostgreSQL 18 of the application. Unset: `npm start` brings its own. `npm run api` and `npm run worker` need it.',
  ),
  DATABASE_OWNER_URL: variable(
    url('postgres:', 'postgresql:'),
    undefined,
    'The same database for its owner, under whom migrations and seeds run, and who makes the role of `DATABASE_URL`. Unset: `DATABASE_URL` does all. For `npm run migrate` and `npm start` alone.',
  ),
  TEMPORAL_ADDRESS: variable(
    hostAndPort,
    undefined,
    'Temporal frontend. Unset: `npm start` builds and runs its own. `npm run api` and `npm run worker` need it.',
  ),
  TEMPORAL_NAMESPACE: variable(z.string().min(1), 'zhicheng', 'Temporal namespace.'),
  TASK_QUEUE: variable(z.string().min(1), 'zhicheng', 'Temporal task queue of the workers.'),
  SMTP_URL: variable(
    url('smtp:', 'smtps:'),
    undefined,
    'Mail server. Unset: mails become `.eml` files in `DATA_DIR/mail`.',
  ),
  MAIL_FROM: variable(z.string().min(3), 'zhicheng@localhost', 'Sender of mails.'),
  DEMO: variable(
    flag,
    '0',
    'Demonstration mode: seeded people, a built-in issuer that gives everyone every token, clock worlds. `npm start` turns it on where it is not set, `HOST` is loopback and `DATABASE_URL` is not set; refused with `NODE_ENV=production`.',
  ),
  OIDC_ISSUER: variable(
    url('https:', 'http:'),
    undefined,
    'Issuer of the tokens the API accepts; needed in production.',
  ),
  OIDC_AUDIENCE: variable(z.string().min(1), undefined, 'Audience the tokens must carry; needed in production.'),
  OIDC_JWKS_URL: variable(
    url('https:', 'http:'),
    undefined,
    'Keys of the issuer. Unset: found through `OIDC_ISSUER/.well-known/openid-configuration`.',
  ),
  DATA_KEYS: variable(
    dataKeys,
    undefined,
    'AES-256-GCM keys for personal data, `id:base64,id:base64`; the first encrypts, all decrypt. `npm start` makes one in `DATA_DIR/keys.json`.',
  ),
  IDENTITY_KEY: variable(
    identityKey,
    undefined,
    'HMAC key that turns an identity number into a person’s key, base64; never changes. `npm start` makes one in `DATA_DIR/keys.json`.',
  ),
  LOG_LEVEL: variable(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    'info',
    'Least level that is logged.',
  ),
  METRICS_ADDRESS: variable(ipAndPort, undefined, 'Where a worker serves its Prometheus metrics. Unset: nowhere.'),
  CONTINUE_AS_NEW_AFTER_EVENTS: variable(
    wholeNumber(10, 50_000),
    undefined,
    'Events after which a workflow continues as new. Unset: when Temporal suggests it. For tests.',
  ),
  CRASH_AT: variable(
    z.string().min(1),
    undefined,
    'For tests: the step after which the process kills itself; refused with `NODE_ENV=production`.',
  ),
  ZHICHENG_CACHE: variable(
    z
      .string()
      .min(1)
      .transform((path) => resolve(path)),
    undefined,
    'Folder that keeps the built Temporal server between clones. Unset: `zhicheng` in `XDG_CACHE_HOME` or `~/.cache`.',
  ),
  NODE_ENV: variable(
    z.enum(['production', 'development', 'test'], 'must be production, development or test'),
    'development',
    '`production` refuses demonstration mode and demands OIDC; `development` and `test` are the only other values.',
  ),
} as const;

type Name = keyof typeof VARIABLES;

/** Every setting of a process that may start servers of its own: what such servers would bring is optional. */
export type StartEnv = ReturnType<typeof readSettings>;

/** Every setting of an API or worker process, whose servers and keys exist already. */
export type Env = StartEnv & {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly dataKeys: readonly DataKey[];
  readonly identityKey: Buffer;
};

const NEEDED = ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'DATA_KEYS', 'IDENTITY_KEY'] as const;
const NEEDED_IN_PRODUCTION = ['OIDC_ISSUER', 'OIDC_AUDIENCE'] as const;

type Problem = { readonly variable: string; readonly message: string };

/**
 * Reads the settings of `npm start`: a demonstration unless `DEMO` says otherwise or `whyNoDemo` has a reason. Throws `EnvError` naming what is wrong.
 */
export function readStartEnv(source: EnvSource = process.env): StartEnv {
  const settings = readSettings({ ...source, DEMO: source.DEMO || (whyNoDemo(source) === null ? '1' : '0') });
  // Said before any server is started, not by the API after all of them.
  if (settings.production) demand(NEEDED_IN_PRODUCTION, source);
  return settings;
}

function demand(names: readonly Name[], source: EnvSource): void {
  const missing = names.filter((name) => !source[name]);
  if (missing.length > 0) throw new EnvError(missing.map((name) => ({ variable: name, message: 'is not set' })));
}

function readSettings(source: EnvSource) {
  const problems: Problem[] = [];
  const value = <T>(name: Name, { schema, fallback }: Variable<T>): T | undefined => {
    const text = source[name] || fallback;
    if (text === undefined) return undefined;
    const result = schema.safeParse(text);
    if (!result.success) problems.push({ variable: name, message: result.error.issues[0]?.message ?? 'is not valid' });
    return result.data;
  };
  const settings = {
    port: value('PORT', VARIABLES.PORT) ?? 0,
    host: value('HOST', VARIABLES.HOST) ?? '',
    dataDir: value('DATA_DIR', VARIABLES.DATA_DIR) ?? '',
    databaseUrl: value('DATABASE_URL', VARIABLES.DATABASE_URL),
    databaseOwnerUrl: value('DATABASE_OWNER_URL', VARIABLES.DATABASE_OWNER_URL),
    temporalAddress: value('TEMPORAL_ADDRESS', VARIABLES.TEMPORAL_ADDRESS),
    temporalNamespace: value('TEMPORAL_NAMESPACE', VARIABLES.TEMPORAL_NAMESPACE) ?? '',
    taskQueue: value('TASK_QUEUE', VARIABLES.TASK_QUEUE) ?? '',
    smtpUrl: value('SMTP_URL', VARIABLES.SMTP_URL),
    mailFrom: value('MAIL_FROM', VARIABLES.MAIL_FROM) ?? '',
    demo: value('DEMO', VARIABLES.DEMO) ?? false,
    oidcIssuer: value('OIDC_ISSUER', VARIABLES.OIDC_ISSUER),
    oidcAudience: value('OIDC_AUDIENCE', VARIABLES.OIDC_AUDIENCE),
    oidcJwksUrl: value('OIDC_JWKS_URL', VARIABLES.OIDC_JWKS_URL),
    dataKeys: value('DATA_KEYS', VARIABLES.DATA_KEYS),
    identityKey: value('IDENTITY_KEY', VARIABLES.IDENTITY_KEY),
    logLevel: value('LOG_LEVEL', VARIABLES.LOG_LEVEL) ?? 'info',
    metricsAddress: value('METRICS_ADDRESS', VARIABLES.METRICS_ADDRESS),
    continueAsNewAfterEvents: value('CONTINUE_AS_NEW_AFTER_EVENTS', VARIABLES.CONTINUE_AS_NEW_AFTER_EVENTS),
    crashAt: value('CRASH_AT', VARIABLES.CRASH_AT),
    cacheDir: value('ZHICHENG_CACHE', VARIABLES.ZHICHENG_CACHE) ?? join(cacheHome(source), 'zhicheng'),
    production: value('NODE_ENV', VARIABLES.NODE_ENV) === 'production',
  };
  if (settings.production && settings.demo) {
    problems.push({ variable: 'DEMO', message: 'must not be 1 when NODE_ENV is production' });
  }
  if (settings.production && settings.crashAt) {
    problems.push({ variable: 'CRASH_AT', message: 'must not be set when NODE_ENV is production' });
  }
  if (problems.length > 0) throw new EnvError(problems);
  return settings;
}

/** Reads the settings of an API or worker process; throws `EnvError` naming each variable missing or wrong. */
export function readEnv(source: EnvSource = process.env): Env {
  const settings = readSettings(source);
  demand(settings.production ? [...NEEDED, ...NEEDED_IN_PRODUCTION] : NEEDED, source);
  const { databaseUrl, temporalAddress, dataKeys: keys, identityKey: identity } = settings;
  if (!databaseUrl || !temporalAddress || !keys || !identity) throw new Error('a needed variable was not demanded');
  return { ...settings, databaseUrl, temporalAddress, dataKeys: keys, identityKey: identity };
}

/** The environment for a child process: this one's, with some variables set. */
export function childEnv(set: EnvSource): NodeJS.ProcessEnv {
  return { ...process.env, ...set };
}

/** The table of all variables for `docs/operations.md`, as Markdown. */
export function describeEnv(): string {
  const rows = Object.entries(VARIABLES).map(
    ([name, { fallback, description }]: [string, Variable<unknown>]) =>
      `| \`${name}\` | ${fallback === undefined ? '' : `\`${fallback}\``} | ${description} |`,
  );
  return ['| variable | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}
