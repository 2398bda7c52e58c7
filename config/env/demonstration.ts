import type { EnvSource } from './env-values.ts';

/**
 * Why `npm start` is no demonstration by itself: in one, everyone who reaches the service can be anyone, so it must be asked for by `DEMO=1` where
 * others may reach it or the database is not its own. Null where `DEMO` is set or nothing is in the way.
 */
export function whyNoDemo(source: EnvSource = process.env): string | null {
  const { DEMO, HOST, DATABASE_URL, NODE_ENV } = source;
  if (DEMO) return null;
  if (NODE_ENV === 'production') return 'NODE_ENV is production';
  if (HOST && !isLoopback(HOST)) return `HOST is ${HOST}, where others may reach it`;
  return DATABASE_URL ? 'DATABASE_URL names a database that is not its own' : null;
}

const isLoopback = (host: string) => /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host);
