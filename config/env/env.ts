import { homedir } from 'node:os';
import { join } from 'node:path';
import { whyNoDemo } from './demonstration.ts';
import type { DataKey, EnvSource, Problem } from './env-values.ts';
import { VARIABLES, type Variable } from './env-variables.ts';
import { productionProblems } from './production-problems.ts';
import { temporalTlsOf } from './temporal-tls.ts';

/** Reports invalid variables; `message` has one line for each and starts with its name. */
export class EnvError extends Error {
  readonly variables: readonly string[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ variable, message }) => `${variable}: ${message}`).join('\n'));
    this.name = 'EnvError';
    this.variables = problems.map(({ variable }) => variable);
  }
}

const cacheHome = (source: EnvSource) => source.XDG_CACHE_HOME || join(homedir(), '.cache');

type Name = keyof typeof VARIABLES;

/** The settings of a process that may start servers of its own, which makes the settings of those servers optional. */
export type StartEnv = ReturnType<typeof readSettings>;

/** The settings of an API or worker process, whose servers and keys exist already. */
export type Env = StartEnv & {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly dataKeys: readonly DataKey[];
  readonly identityKey: Buffer;
};

const NEEDED = ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'DATA_KEYS', 'IDENTITY_KEY'] as const;
const NEEDED_IN_PRODUCTION = ['OIDC_ISSUER', 'OIDC_AUDIENCE'] as const;

/**
 * Reads the settings of `npm start`, a demonstration unless `DEMO` is 0 or `whyNoDemo` gives a reason. Throws `EnvError` naming each invalid
 * variable.
 */
export function readStartEnv(source: EnvSource = process.env): StartEnv {
  const settings = readSettings({ ...source, DEMO: source.DEMO || (whyNoDemo(source) === null ? '1' : '0') });
  // Checked here, so that it fails before any server is started.
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
    publicHost: value('PUBLIC_HOST', VARIABLES.PUBLIC_HOST),
    trustedProxies: value('TRUSTED_PROXIES', VARIABLES.TRUSTED_PROXIES) ?? [],
    dataDir: value('DATA_DIR', VARIABLES.DATA_DIR) ?? '',
    databaseUrl: value('DATABASE_URL', VARIABLES.DATABASE_URL),
    databaseOwnerUrl: value('DATABASE_OWNER_URL', VARIABLES.DATABASE_OWNER_URL),
    temporalAddress: value('TEMPORAL_ADDRESS', VARIABLES.TEMPORAL_ADDRESS),
    temporalTls: temporalTlsOf({
      wanted: value('TEMPORAL_TLS', VARIABLES.TEMPORAL_TLS) ?? false,
      ca: value('TEMPORAL_TLS_SERVER_CA_CERT_PATH', VARIABLES.TEMPORAL_TLS_SERVER_CA_CERT_PATH),
      crt: value('TEMPORAL_TLS_CLIENT_CERT_PATH', VARIABLES.TEMPORAL_TLS_CLIENT_CERT_PATH),
      key: value('TEMPORAL_TLS_CLIENT_KEY_PATH', VARIABLES.TEMPORAL_TLS_CLIENT_KEY_PATH),
      serverName: value('TEMPORAL_TLS_SERVER_NAME', VARIABLES.TEMPORAL_TLS_SERVER_NAME),
    }),
    temporalApiKey: value('TEMPORAL_API_KEY', VARIABLES.TEMPORAL_API_KEY),
    temporalNamespace: value('TEMPORAL_NAMESPACE', VARIABLES.TEMPORAL_NAMESPACE) ?? '',
    taskQueue: value('TASK_QUEUE', VARIABLES.TASK_QUEUE) ?? '',
    smtpUrl: value('SMTP_URL', VARIABLES.SMTP_URL),
    mailFrom: value('MAIL_FROM', VARIABLES.MAIL_FROM) ?? '',
    clamd: value('CLAMD', VARIABLES.CLAMD),
    demo: value('DEMO', VARIABLES.DEMO) ?? false,
    oidcIssuer: value('OIDC_ISSUER', VARIABLES.OIDC_ISSUER),
    oidcAudience: value('OIDC_AUDIENCE', VARIABLES.OIDC_AUDIENCE),
    oidcJwksUrl: value('OIDC_JWKS_URL', VARIABLES.OIDC_JWKS_URL),
    dataKeys: value('DATA_KEYS', VARIABLES.DATA_KEYS),
    identityKey: value('IDENTITY_KEY', VARIABLES.IDENTITY_KEY),
    logLevel: value('LOG_LEVEL', VARIABLES.LOG_LEVEL) ?? 'info',
    metricsAddress: value('METRICS_ADDRESS', VARIABLES.METRICS_ADDRESS),
    cachedWorkflows: value('WORKFLOW_CACHE', VARIABLES.WORKFLOW_CACHE) ?? 0,
    maxWakeSpreadMs: value('WAKE_SPREAD_SECONDS', VARIABLES.WAKE_SPREAD_SECONDS),
    continueAsNewAfterEvents: value('CONTINUE_AS_NEW_AFTER_EVENTS', VARIABLES.CONTINUE_AS_NEW_AFTER_EVENTS),
    crashAt: value('CRASH_AT', VARIABLES.CRASH_AT),
    cacheDir: value('ZHICHENG_CACHE', VARIABLES.ZHICHENG_CACHE) ?? join(cacheHome(source), 'zhicheng'),
    production: value('NODE_ENV', VARIABLES.NODE_ENV) === 'production',
  };
  for (const [one, other] of [
    ['TEMPORAL_TLS_CLIENT_CERT_PATH', 'TEMPORAL_TLS_CLIENT_KEY_PATH'],
    ['TEMPORAL_TLS_CLIENT_KEY_PATH', 'TEMPORAL_TLS_CLIENT_CERT_PATH'],
  ] as const) {
    if (source[one] && !source[other]) problems.push({ variable: other, message: `is not set, and ${one} is` });
  }
  if (settings.production) problems.push(...productionProblems(settings));
  if (problems.length > 0) throw new EnvError(problems);
  return settings;
}

/** Reads the settings of an API or worker process; throws `EnvError` naming each missing or invalid variable. */
export function readEnv(source: EnvSource = process.env): Env {
  const settings = readSettings(source);
  demand(settings.production ? [...NEEDED, ...NEEDED_IN_PRODUCTION] : NEEDED, source);
  const { databaseUrl, temporalAddress, dataKeys: keys, identityKey: identity } = settings;
  if (!databaseUrl || !temporalAddress || !keys || !identity) throw new Error('a needed variable was not demanded');
  return { ...settings, databaseUrl, temporalAddress, dataKeys: keys, identityKey: identity };
}

/** The environment of a child process: that of this process with some variables set. */
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
