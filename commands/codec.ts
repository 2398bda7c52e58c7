import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Payload, PayloadCodec } from '@temporalio/common';
import { temporal } from './proto.ts';

const encoding = Buffer.from('binary/zhicheng');
const ivBytes = 12;
const tagBytes = 16;

/** A key of the codec; the first of the list encrypts, all decrypt. */
export type CodecKey = { readonly id: string; readonly key: Buffer };

/**
 * Compresses and encrypts every payload (AES-256-GCM, the key's id in the metadata). Histories carry no personal data to begin with;
 * this keeps codes and dates from operators too. Payloads of unknown encodings pass through untouched.
 */
export function createCodec(keys: readonly CodecKey[]): PayloadCodec {
  const current = keys[0];
  if (!current) throw new Error('no payload key is configured');
  return {
    encode: async (payloads) => payloads.map((payload) => seal(payload, current)),
    decode: async (payloads) => payloads.map((payload) => (isOurs(payload) ? open(payload, keys) : payload)),
  };
}

function isOurs(payload: Payload): boolean {
  const given = payload.metadata?.encoding;
  return given !== undefined && given !== null && Buffer.from(given).equals(encoding);
}

function seal(payload: Payload, { id, key }: CodecKey): Payload {
  const plain = deflateRawSync(temporal.api.common.v1.Payload.encode(payload).finish());
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { metadata: { encoding, key: Buffer.from(id) }, data: Buffer.concat([iv, cipher.getAuthTag(), body]) };
}

function open(payload: Payload, keys: readonly CodecKey[]): Payload {
  const id = Buffer.from(payload.metadata?.key ?? []).toString('utf8');
  const found = keys.find((each) => each.id === id);
  if (!found) throw new Error(`payload key ${id} is not configured`);
  const data = Buffer.from(payload.data ?? []);
  const decipher = createDecipheriv('aes-256-gcm', found.key, data.subarray(0, ivBytes));
  decipher.setAuthTag(data.subarray(ivBytes, ivBytes + tagBytes));
  const plain = Buffer.concat([decipher.update(data.subarray(ivBytes + tagBytes)), decipher.final()]);
  return temporal.api.common.v1.Payload.decode(inflateRawSync(plain));
}
