import { setTimeout as pause } from 'node:timers/promises';
import type { Request } from 'express';
import type { Db } from '../../../db/connection.ts';
import { isUnavailable } from '../../../db/connection.ts';
import { findAnswer, forgetAnswer, keepAnswer, reserveAnswer } from '../../../db/intents/idempotency.ts';
import type { Vault } from '../../../db/vault.ts';
import { text } from '../../../domain/text.ts';
import { badRequest, keyReused, unavailable } from '../errors.ts';
import { bodyOf } from '../reply.ts';
import type { Reply, RequestKey } from '../route.ts';

const waitMs = 10_000;
const lookEveryMs = 100;

/** The key of a request, scoped to subject, method and path; throws a 400 if it is missing or malformed. */
export function requestKey(vault: Vault, request: Request, subject: string | null): RequestKey {
  const given = request.get('idempotency-key');
  if (given === undefined || !/^[\x21-\x7e]{8,128}$/.test(given)) {
    throw badRequest(
      given === undefined ? 'KEY_MISSING' : 'KEY_MALFORMED',
      text(
        '须在 Idempotency-Key 中给出 8 至 128 个可见 ASCII 字符的幂等键。',
        'The header Idempotency-Key is needed: 8 to 128 visible ASCII characters.',
      ),
      [{ path: 'Idempotency-Key', message: text('缺失或不正确', 'missing or not right') }],
    );
  }
  const keyHash = vault.hash(JSON.stringify(['key', subject, request.method, request.path, given]));
  return { keyHash, fingerprint: fingerprintOf(vault, request), id: idFrom(keyHash) };
}

function fingerprintOf(vault: Vault, request: Request): string {
  // A file lies on disk; its hash was made while it came in.
  const { file } = request as { file?: { spooled?: { sha256: string }; originalname?: string } };
  const content = file?.spooled ? [file.spooled.sha256, file.originalname] : [];
  return vault.hash(JSON.stringify([request.method, request.originalUrl, request.body ?? null, ...content]));
}

/** A version 8 UUID of the hash: nobody without the vault's key can guess it. */
function idFrom(hash: string): string {
  const hex = `${hash.slice(0, 12)}8${hash.slice(13, 16)}8${hash.slice(17, 32)}`;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

type Stores = { readonly db: Db; readonly vault: Vault };

/**
 * Does something once for each key. The first answer is stored, and the same request gets it again; another payload is a 422; a request that arrives while
 * the first is running waits for its answer. After a failure the key is free again. An answer that cannot be stored is sent all the same, because the
 * work is done, and repeating it does not do it twice.
 */
export async function once({ db, vault }: Stores, key: RequestKey, work: () => Promise<Reply>): Promise<Reply> {
  const { keyHash, fingerprint } = key;
  for (const until = Date.now() + waitMs; !(await reserveAnswer(db, keyHash, fingerprint)); ) {
    const kept = await findAnswer(db, keyHash);
    if (kept && kept.fingerprint !== fingerprint) throw keyReused();
    if (kept?.answer)
      return JSON.parse(vault.openText(Buffer.from(kept.answer.sealed, 'base64'), `answer/${keyHash}`)) as Reply;
    if (Date.now() > until) throw unavailable();
    await pause(lookEveryMs);
  }
  // If this fails too, the key is free again after a minute; the first error is the one to report.
  const forget = () => forgetAnswer(db, keyHash).catch(() => undefined);
  const answer = await answerOf(work).catch(async (error: unknown) => {
    await forget();
    throw error;
  });
  const sealed = vault.seal(JSON.stringify(answer), `answer/${keyHash}`).toString('base64');
  await keepAnswer(db, keyHash, { status: answer.status, sealed }).catch(async (error: unknown) => {
    await forget();
    if (!isUnavailable(error)) throw error;
  });
  return answer;
}

/** An answer with its body. */
async function answerOf(work: () => Promise<Reply>): Promise<Reply> {
  const reply = await work();
  const { status, headers, etag } = reply;
  return { status, body: await bodyOf(reply), ...(headers ? { headers } : {}), ...(etag ? { etag } : {}) };
}
