import type { EnvSource } from './env-values.ts';

/**
 * The reason why `npm start` must not become a demonstration by default, or null. In a demonstration everyone who reaches the service can take any
 * identity, so `DEMO=1` must be set if others may reach it or if the database is not its own.
 */
export function whyNoDemo(source: EnvSource = process.env): string | null {
  const { DEMO, HOST, DATABASE_URL, NODE_ENV } = source;
  if (DEMO) return null;
  if (NODE_ENV === 'production') return 'NODE_ENV is production';
  if (HOST && !isLoopback(HOST)) return `HOST is ${HOST}, where others may reach it`;
  return DATABASE_URL ? 'DATABASE_URL names a database that is not its own' : null;
}

const isLoopback = (host: string) => /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host);
