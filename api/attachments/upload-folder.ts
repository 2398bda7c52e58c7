import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
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

/** The private folder of this process, made at the first upload, and again where something has cleaned it away. */
function ownFolder(): string {
  if (folder && existsSync(folder)) return folder;
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

/** The folder of uploads cannot be written or read: the disk is full, it is read-only, or broken. */
export class DiskError extends Error {}

/** The failure of a call to the system (`ENOSPC`, `EROFS`, …) as one of the disk; anything else, such as a sender who goes away, as it is. */
const ofDisk = (error: unknown): unknown =>
  typeof (error as NodeJS.ErrnoException).syscall === 'string'
    ? new DiskError('uploads cannot be written to disk', { cause: error })
    : error;

/** Writes a stream to a file of its own; removes it if the stream breaks off. */
export async function spool(stream: Readable): Promise<Spooled> {
  try {
    return await written(stream, join(ownFolder(), randomBytes(16).toString('hex')));
  } catch (error) {
    // What still comes is read and dropped, so that the sender gets the answer.
    stream.resume();
    throw ofDisk(error);
  }
}

async function written(stream: Readable, path: string): Promise<Spooled> {
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
export async function readSpooled({ path, iv }: Spooled): Promise<Buffer> {
  const decipher = createDecipheriv(cipher, key, iv);
  try {
    const [data] = await Promise.all([buffer(decipher), pipeline(createReadStream(path), decipher)]);
    return data;
  } catch (error) {
    throw ofDisk(error);
  }
}

/** Removes an upload. */
export const unspool = ({ path }: Pick<Spooled, 'path'>): Promise<void> => rm(path, { force: true });
