import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ApplicationFailure, type Payload, type PayloadCodec, type SerializationContext } from '@temporalio/common';
import { unsealedMark, unsealedType } from '../../workflows/messages.ts';
import { temporal } from './proto.ts';

const encoding = Buffer.from('binary/zhicheng');
/** Messages of Temporal have a key of their own, derived from the data key, so that nothing sealed for a row can be sent as a message. */
const purpose = 'zhicheng temporal payloads';
const keyBytes = 32;
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
 * How a payload that was not sealed with our key for this workflow is treated. In a client it is an error. In a worker an error would fail the workflow
 * task, which Temporal retries for ever, so anybody could block a case by sending garbage; there the payload becomes a mark, which the receiver refuses.
 */
export type Unsealed = 'refuse' | 'mark';

/**
 * Seals every payload (AES-256-GCM), and compresses larger ones first. The workflow it belongs to, the key's id and the compression are authenticated with
 * it, so that it is valid for no other workflow. Histories have no personal data; this hides codes and dates from operators too.
 */
export function createCodec(keys: readonly CodecKey[], unsealed: Unsealed): PayloadCodec {
  const ready = keys.map(({ id, key }) => ({ id, name: Buffer.from(id), key: derived(key) }));
  const current = ready[0];
  if (!current) throw new Error('no payload key is configured');
  const decoded = (payload: Payload, workflow: string): Payload => {
    try {
      return open(payload, ready, workflow);
    } catch (error) {
      if (unsealed === 'mark') return mark;
      throw ApplicationFailure.create({
        type: unsealedType,
        nonRetryable: true,
        message: `a payload of ${workflow || 'no workflow'} is not sealed with our key for it: ${(error as Error).message}`,
      });
    }
  };
  return {
    encode: async (payloads, context) => payloads.map((payload) => seal(payload, current, workflowOf(context))),
    decode: async (payloads, context) => payloads.map((payload) => decoded(payload, workflowOf(context))),
  };
}

const mark: Payload = {
  metadata: { encoding: Buffer.from('json/plain') },
  data: Buffer.from(JSON.stringify({ [unsealedMark]: true })),
};

const derived = (key: Buffer): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', key, '', purpose, keyBytes)));

const workflowOf = (context: SerializationContext | undefined): string => context?.workflowId ?? '';

type ReadyKey = { readonly id: string; readonly name: Buffer; readonly key: KeyObject };

type Sealing = { readonly name: Buffer; readonly how: Buffer; readonly workflow: string };

/** What is authenticated beside the content; each part with its end, so that no two ways to divide it are the same. */
const bound = ({ name, how, workflow }: Sealing): Buffer =>
  Buffer.from(JSON.stringify([name.toString('utf8'), how.toString('utf8'), workflow]));

function seal(payload: Payload, { name, key }: ReadyKey, workflow: string): Payload {
  const written = temporal.api.common.v1.Payload.encode(payload).finish();
  const large = written.length >= compressFromBytes;
  const how = large ? compressed : plainly;
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(bound({ name, how, workflow }));
  const body = [cipher.update(large ? deflateRawSync(written, compression) : written), cipher.final()];
  return {
    metadata: { encoding, key: name, compression: how },
    data: Buffer.concat([iv, cipher.getAuthTag(), ...body]),
  };
}

function open({ metadata, data }: Payload, keys: readonly ReadyKey[], workflow: string): Payload {
  const given = Buffer.from(metadata?.encoding ?? []);
  if (!given.equals(encoding)) throw new Error(`its encoding is ${given.toString('utf8') || 'not named'}`);
  const name = Buffer.from(metadata?.key ?? []);
  const found = keys.find((each) => each.name.equals(name));
  if (!found) throw new Error(`payload key ${name.toString('utf8')} is not configured`);
  const how = Buffer.from(metadata?.compression ?? []);
  const bytes = Buffer.from(data ?? []);
  const decipher = createDecipheriv('aes-256-gcm', found.key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
  decipher.setAAD(bound({ name, how, workflow }));
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  const written = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
  return temporal.api.common.v1.Payload.decode(how.equals(plainly) ? written : inflateRawSync(written));
}
