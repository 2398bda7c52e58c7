import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

const prefix = 'zhicheng-uploads-';
/** A key that only this process has: what a crash leaves behind nobody can read. */
const key = randomBytes(32);
const cipher = 'aes-256-ctr';
let folder: string | undefined;

/** The private folder of this process, made at the first upload. */
function ownFolder(): string {
  if (folder) return folder;
  const made = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  folder = made;
  return made;
}

/** Removes the folders of this user's processes that do not run any more. A folder of its own number, but not its own, is from a process before it. */
export function removeLeftFolders(): void {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    if (join(tmpdir(), name) === folder) continue;
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    if (pid !== process.pid && runs(pid)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // It is another user's.
    }
  }
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Where the bytes of an upload lie, encrypted, until they are kept or refused. */
export type Spooled = { readonly path: string; readonly iv: Buffer; readonly size: number; readonly sha256: string };

/** Writes a stream to a file of its own; removes it if the stream breaks off. */
export async function spool(stream: Readable): Promise<Spooled> {
  const path = join(ownFolder(), randomBytes(16).toString('hex'));
  const iv = randomBytes(16);
  const hash = createHash('sha256');
  let size = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  try {
    await pipeline(stream, counted, createCipheriv(cipher, key, iv), file);
  } catch (error) {
    await unspool({ path });
    throw error;
  }
  return { path, iv, size, sha256: hash.digest('hex') };
}

/** The bytes of an upload. */
export const readSpooled = ({ path, iv }: Spooled): Promise<Buffer> =>
  buffer(createReadStream(path).pipe(createDecipheriv(cipher, key, iv)));

/** Removes an upload. */
export const unspool = ({ path }: Pick<Spooled, 'path'>): Promise<void> => rm(path, { force: true });
