import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ping } from '../../../api/attachments/clamd.ts';
import { until } from '../until.ts';

/** The harmless test file of virus scanners; in two parts, so that none finds it here. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** The program clamd of this machine, or null. */
export const clamdProgram =
  [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']
    .map((folder) => join(folder, 'clamd'))
    .find((path) => existsSync(path)) ?? null;

/** What a real clamd of the tests takes for a virus beside the test file, which the service knows by itself. */
export const mark = 'this stands for a virus';

/** A real clamd that knows two viruses. */
export async function startClamd(program: string): Promise<{ path: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'zhicheng-clamd-'));
  const [path, database] = [join(folder, 'socket'), join(folder, 'database')];
  mkdirSync(database);
  const signature = (name: string, text: string) => `${name}:0:*:${Buffer.from(text).toString('hex')}\n`;
  writeFileSync(join(database, 'test.ndb'), signature('Test.Eicar', eicar) + signature('Test.Mark', mark));
  const settings = join(folder, 'clamd.conf');
  writeFileSync(settings, `Foreground yes\nLocalSocket ${path}\nDatabaseDirectory ${database}\nStreamMaxLength 15M\n`);
  const process = spawn(program, ['--config-file', settings], { stdio: 'ignore' });
  const ended = once(process, 'exit');
  await until('clamd', () => ping({ path }).then(() => true));
  const stop = async () => {
    process.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { path, stop };
}

/** A server that speaks clamd's protocol and keeps what it was sent; `answer` says what it says to a file, null that it says nothing and hangs up. */
export async function speaksClamd(
  answer: (file: Buffer) => string | null,
): Promise<{ server: Server; host: string; port: number; files: Buffer[] }> {
  const files: Buffer[] = [];
  const server = createServer((socket) => {
    let heard = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      heard = Buffer.concat([heard, part]);
      reply(socket, heard, (file) => {
        files.push(file);
        return answer(file);
      });
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return { server, host: '127.0.0.1', port, files };
}

/** Answers once the whole command has come: `zINSTREAM`, then pieces with their lengths, the last one empty. */
function reply(socket: Socket, heard: Buffer, answer: (file: Buffer) => string | null): void {
  const command = heard.subarray(0, heard.indexOf(0)).toString();
  if (command === 'zPING') return void socket.end('PONG\0');
  if (command !== 'zINSTREAM') return void socket.end('UNKNOWN COMMAND\0');
  const pieces: Buffer[] = [];
  let at = heard.indexOf(0) + 1;
  while (at + 4 <= heard.length) {
    const length = heard.readUInt32BE(at);
    if (at + 4 + length > heard.length) return;
    pieces.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
    if (length > 0) continue;
    const says = answer(Buffer.concat(pieces));
    if (says === null) socket.destroy();
    else socket.end(`${says}\0`);
  }
}
