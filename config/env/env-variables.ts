import { isIPv4 } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import {
  dataKeys,
  fileContent,
  flag,
  hostAndPort,
  hostAndPortOrSocket,
  identityKey,
  networks,
  url,
  wholeNumber,
} from './env-values.ts';

/** One environment variable. */
export type Variable<T> = { readonly schema: z.ZodType<T>; readonly fallback?: string; readonly description: string };
const variable = <T>(schema: z.ZodType<T>, fallback: string | undefined, description: string): Variable<T> => ({
  schema,
  ...(fallback === undefined ? {} : { fallback }),
  description,
});

// The runtime that serves the metrics resolves no host names.
const ipAndPort = hostAndPort.refine((value) => isIPv4(value.split(':')[0] ?? ''), {
  message: 'must be an IP address and a port, for example 127.0.0.1:9464',
});

/** All environment variables: their schema, their default, and their description for `docs/operations.md`. */
export const VARIABLES = {
  PORT: variable(wholeNumber(0, 65_535), '3000', 'Port of the HTTP API; 0 takes a free one.'),
  HOST: variable(z.string().min(1), '127.0.0.1', 'Address the HTTP API listens on.'),
  PUBLIC_HOST: variable(
    z.string().regex(/^[a-z0-9.-]{1,253}$/i, 'must be a host name without a port'),
    undefined,
    'Name by which others reach a demonstration; requests under another name than this and those of the machine itself are refused (DNS rebinding).',
  ),
  TRUSTED_PROXIES: variable(
    networks,
    undefined,
    'Addresses or networks of the proxies before the API, separated by commas: the caller is then who they name in `X-Forwarded-For`. Unset: the caller is whoever connects, so that behind a proxy all callers without a login share one limit.',
  ),
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
  TEMPORAL_API_KEY: variable(z.string().min(1), undefined, 'API key for Temporal, always sent over TLS.'),
  TEMPORAL_TLS: variable(
    flag,
    '0',
    'Temporal is reached over TLS; 1 by itself where one of the four below or an API key is set.',
  ),
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: variable(
    fileContent,
    undefined,
    'File of the certificates (PEM) that the certificate of Temporal is checked against. Unset: those of the system.',
  ),
  TEMPORAL_TLS_CLIENT_CERT_PATH: variable(
    fileContent,
    undefined,
    'File of the certificate (PEM) by which API and worker show Temporal who they are; with the next one.',
  ),
  TEMPORAL_TLS_CLIENT_KEY_PATH: variable(fileContent, undefined, 'File of the key (PEM) of that certificate.'),
  TEMPORAL_TLS_SERVER_NAME: variable(
    z.string().min(1),
    undefined,
    'Name that the certificate of Temporal must carry, where it is not the host of the address.',
  ),
  TEMPORAL_NAMESPACE: variable(z.string().min(1), 'zhicheng', 'Temporal namespace.'),
  TASK_QUEUE: variable(z.string().min(1), 'zhicheng', 'Temporal task queue of the workers.'),
  SMTP_URL: variable(
    url('smtp:', 'smtps:'),
    undefined,
    'Mail server. Unset: mails become `.eml` files in `DATA_DIR/mail`.',
  ),
  MAIL_FROM: variable(z.string().min(3), 'zhicheng@localhost', 'Sender of mails.'),
  CLAMD: variable(
    hostAndPortOrSocket,
    undefined,
    'Where clamd listens, which scans uploads for viruses: host:port, or the path of its socket. Unset: files are not scanned.',
  ),
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
  WORKFLOW_CACHE: variable(
    wholeNumber(20, 100_000),
    '1000',
    'How many cases a worker keeps ready in memory, about half a MiB each once so many are open; a case beyond them is read again when it is acted on.',
  ),
  WAKE_SPREAD_SECONDS: variable(
    wholeNumber(0, 14_400).transform((seconds) => seconds * 1000),
    undefined,
    'Within so many seconds after a deadline the cases that share it wake and record it; what people see is right at once. Unset: 600, and 0 in clock worlds.',
  ),
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
