import { connect } from 'node:net';
import { text as textOf } from 'node:stream/consumers';

/** Where clamd listens: a TCP port, or a socket of this machine. */
export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string };

/** How long clamd may take for one file, ms. */
const answerWithinMs = 20_000;

/** Asks clamd for the name of the virus in a file; null where it finds none. Throws where it does not answer, or answers anything else. */
export async function scan(address: ClamdAddress, data: Buffer): Promise<string | null> {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const answer = await ask(address, ['zINSTREAM\0', size, data, Buffer.alloc(4)]);
  const found = /^stream: (?:OK|(.+) FOUND)$/s.exec(answer);
  if (!found) throw new Error(`clamd answered: ${answer.slice(0, 200) || 'nothing'}`);
  return found[1] ?? null;
}

/** Throws where clamd does not answer. */
export async function ping(address: ClamdAddress): Promise<void> {
  const answer = await ask(address, ['zPING\0']);
  if (answer !== 'PONG') throw new Error(`clamd answered: ${answer.slice(0, 200) || 'nothing'}`);
}

/** Sends a command of clamd's protocol and reads the answer, both ended by a zero byte; clamd then closes the connection. */
async function ask(address: ClamdAddress, parts: readonly (string | Buffer)[]): Promise<string> {
  const socket = connect({ ...address, signal: AbortSignal.timeout(answerWithinMs) });
  try {
    for (const part of parts) socket.write(part);
    return (await textOf(socket)).replace(/\0$/, '');
  } finally {
    socket.destroy();
  }
}
