import { randomInt } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';

// Below the range from which systems take ports for outgoing connections, so that none of those is in the way later.
const LOWEST = 20_000;
const HIGHEST = 30_000;
const TRIES = 200;

/** Whether a port of an address can be listened on now. */
export function portIsFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A loopback port for each name, the same as last time as far as it is still free; `file` remembers them. */
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
  writeFileSync(file, JSON.stringify({ ...remembered, ...ports }, null, 2));
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
