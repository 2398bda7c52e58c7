import { createConnection } from 'node:net';

/** The address of the requests, and their texts, which each connection sends in turn. */
export type Load = { readonly port: number; readonly requests: readonly string[]; readonly status: number };

type Drive = { readonly loads: readonly Load[]; readonly connections: number; readonly seconds: number };

/** Sends requests over open connections, one at a time on each, and counts the answers; any status but the expected one is an error. */
export async function drive({ loads, connections, seconds }: Drive): Promise<number> {
  const until = performance.now() + seconds * 1000;
  const all = Array.from({ length: connections }, (_, at) => {
    const load = loads[at % loads.length];
    if (!load) throw new Error('there is nothing to ask');
    return converse(load, at, until);
  });
  const counts = await Promise.all(all);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** One connection: a request, its answer, the next request, until the time is over. */
function converse({ port, requests, status }: Load, from: number, until: number): Promise<number> {
  const texts = requests.map((request) => Buffer.from(request, 'latin1'));
  return new Promise((resolve, reject) => {
    let answers = 0;
    let held = '';
    const socket = createConnection({ port, host: '127.0.0.1', noDelay: true });
    const ask = () => {
      const text = texts[(from + answers) % texts.length];
      if (text) socket.write(text);
    };
    socket.setEncoding('latin1').on('connect', ask).on('error', reject);
    socket.on('close', () => reject(new Error('the server closed a connection')));
    socket.on('data', (chunk) => {
      held += chunk;
      const end = endOf(held);
      if (end === null || held.length < end) return;
      if (!held.startsWith(`HTTP/1.1 ${status} `))
        reject(new Error(`an answer was not ${status}: ${held.slice(0, 500)}`));
      answers += 1;
      held = held.slice(end);
      if (performance.now() < until) return ask();
      socket.removeAllListeners('close').destroy();
      resolve(answers);
    });
  });
}

/** Where an answer ends, once its head has arrived. */
function endOf(text: string): number | null {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return null;
  const at = text.indexOf('Content-Length: ');
  return head + 4 + (at < 0 || at > head ? 0 : Number.parseInt(text.slice(at + 16, at + 26), 10));
}
