import { randomInt } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';

// Below the range from which systems take ports for outgoing connections, so that none of these occupies one later.
const LOWEST = 20_000;
const HIGHEST = 30_000;
const TRIES = 200;

/** Whether a port of an address can be listened on now. */
export async function portIsFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return (await listenError(port, host)) === null;
}

/** Why a port of an address cannot be used, beginning with the variable to change; null if it can. */
export async function whyNotListen(port: number, host: string): Promise<string | null> {
  const error = await listenError(port, host);
  if (error === null) return null;
  switch (error.code) {
    case 'EADDRINUSE':
      return `PORT: ${port} on ${host} is taken by another program; set PORT to a free one`;
    case 'EACCES':
      return `PORT: ${port} on ${host} is not permitted to this user; set PORT to one above 1023`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST: ${host} is not an address of this machine (${error.code})`;
    default:
      return `PORT: ${port} on ${host} cannot be listened on: ${error.message}`;
  }
}

function listenError(port: number, host: string): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

/** A loopback port for each name, the same as last time if it is still free; they are stored in `file`. */
export async function stablePorts<Name extends string>(
  file: string,
  names: readonly Name[],
): Promise<Record<Name, number>> {
  const remembered = readPorts(file);
  const taken = new Set<number>();
  const ports: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const before = remembered[name];
    const port =
      before !== undefined && !taken.has(before) && (await portIsFree(before)) ? before : await freePort(taken);
    taken.add(port);
    ports[name] = port;
  }
  writeFileSync(file, JSON.stringify({ ...remembered, ...ports }, null, 2), { mode: 0o600 });
  // One that an earlier version wrote for everybody.
  chmodSync(file, 0o600);
  return ports as Record<Name, number>;
}

async function freePort(taken: ReadonlySet<number>): Promise<number> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (!taken.has(port) && (await portIsFree(port))) return port;
  }
  throw new Error(`no free port found between ${LOWEST} and ${HIGHEST}`);
}

function readPorts(file: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  } catch {
    return {};
  }
}
