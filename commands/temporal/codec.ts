import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Payload, PayloadCodec } from '@temporalio/common';
import { temporal } from './proto.ts';

const encoding = Buffer.from('binary/zhicheng');
const ivBytes = 12;
const tagBytes = 16;
/** Smaller payloads are not compressed: setting up the compressor costs more than it saves. */
const compressFromBytes = 1024;
/** Small buffers, made anew for each payload; any reader copes with them. */
const compression = { level: 3, windowBits: 13, memLevel: 6 };
const compressed = Buffer.from('deflate');
const plainly = Buffer.from('none');

/** A key of the codec; the first of the list encrypts, all decrypt. */
export type CodecKey = { readonly id: string; readonly key: Buffer };

/**
 * Encrypts every payload (AES-256-GCM, the key's id in the metadata), compressed before where that pays. Histories carry no personal data to begin with;
 * this keeps codes and dates from operators too. Payloads of unknown encodings pass through untouched.
 */
export function createCodec(keys: readonly CodecKey[]): PayloadCodec {
  const ready = keys.map(({ id, key }) => ({ id, name: Buffer.from(id), key: createSecretKey(key) }));
  const current = ready[0];
  if (!current) throw new Error('no payload key is configured');
  return {
    encode: async (payloads) => payloads.map((payload) => seal(payload, current)),
    decode: async (payloads) => payloads.map((payload) => (isOurs(payload) ? open(payload, ready) : payload)),
  };
}

type ReadyKey = { readonly id: string; readonly name: Buffer; readonly key: KeyObject };

function isOurs(payload: Payload): boolean {
  const given = payload.metadata?.encoding;
  return given !== undefined && given !== null && Buffer.from(given).equals(encoding);
}

function seal(payload: Payload, { name, key }: ReadyKey): Payload {
  const written = temporal.api.common.v1.Payload.encode(payload).finish();
  const large = written.length >= compressFromBytes;
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = [cipher.update(large ? deflateRawSync(written, compression) : written), cipher.final()];
  const metadata = { encoding, key: name, compression: large ? compressed : plainly };
  return { metadata, data: Buffer.concat([iv, cipher.getAuthTag(), ...body]) };
}

/** A payload that does not say how it was compressed is of the time when all were. */
function open(payload: Payload, keys: readonly ReadyKey[]): Payload {
  const id = Buffer.from(payload.metadata?.key ?? []).toString('utf8');
  const found = keys.find((each) => each.id === id);
  if (!found) throw new Error(`payload key ${id} is not configured`);
  const data = Buffer.from(payload.data ?? []);
  const decipher = createDecipheriv('aes-256-gcm', found.key, data.subarray(0, ivBytes));
  decipher.setAuthTag(data.subarray(ivBytes, ivBytes + tagBytes));
  const written = Buffer.concat([decipher.update(data.subarray(ivBytes + tagBytes)), decipher.final()]);
  const isPlain = plainly.equals(Buffer.from(payload.metadata?.compression ?? []));
  return temporal.api.common.v1.Payload.decode(isPlain ? written : inflateRawSync(written));
}
