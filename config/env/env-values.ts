import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';

/** The source of environment variables: `process.env`, or an object in a test. */
export type EnvSource = Readonly<Record<string, string | undefined>>;

/** What is wrong with a variable. */
export type Problem = { readonly variable: string; readonly message: string };

/** One AES-256-GCM key with its id, which is stored with everything it encrypts. */
export type DataKey = { readonly id: string; readonly key: Buffer };

/** 0 or 1. */
export const flag = z.enum(['0', '1'], 'must be 0 or 1').transform((value) => value === '1');
/** A URL with one of the schemes (written with their colon). */
export const url = (...schemes: readonly string[]) =>
  z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), {
    message: `must be a URL that starts with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`,
  });
/** `host:port`. */
export const hostAndPort = z.string().regex(/^[^\s/:]+:\d{1,5}$/, 'must be host:port, for example 127.0.0.1:7233');
/** Addresses and networks of this kind: `10.0.0.1,192.168.0.0/16`. */
export const networks = z
  .string()
  .transform((text) => text.split(',').map((each) => each.trim()))
  .refine((list) => list.every(isNetwork), { message: 'must be addresses or networks, for example 10.0.0.0/8,::1' });

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128))
  );
}

/** A whole number between two bounds, both included. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= min && value <= max, { message: `must be from ${min} to ${max}` });

/** `host:port`, or the path of a socket of this machine. */
export const hostAndPortOrSocket = z
  .string()
  .refine((value) => value.startsWith('/') || hostAndPort.safeParse(value).success, {
    message: 'must be host:port, for example 127.0.0.1:3310, or the whole path of a socket',
  })
  .transform((value): { readonly path: string } | { readonly host: string; readonly port: number } => {
    if (value.startsWith('/')) return { path: value };
    const [host = '', port] = value.split(':');
    return { host, port: Number(port) };
  });

/** What stands in a file, by its path. */
export const fileContent = z.string().transform((path, context): Buffer => {
  try {
    return readFileSync(path);
  } catch (error) {
    context.addIssue({ code: 'custom', message: `cannot be read: ${(error as Error).message}` });
    return z.NEVER;
  }
});

const KEY_BYTES = 32;
const decodeKey = (text: string) => Buffer.from(text, 'base64');

/** An HMAC key in base64. */
export const identityKey = z
  .string()
  .transform(decodeKey)
  .refine((key) => key.length >= KEY_BYTES, { message: `must be base64 of ${KEY_BYTES} bytes or more` });

/** AES-256-GCM keys, `id:base64` separated by commas. */
export const dataKeys = z
  .string()
  .transform((text): readonly DataKey[] =>
    text.split(',').map((part) => {
      const [id = '', key = ''] = part.trim().split(':');
      return { id, key: decodeKey(key) };
    }),
  )
  .refine((keys) => keys.every(({ id, key }) => /^[\w-]{1,32}$/.test(id) && key.length === KEY_BYTES), {
    message: `must be id:base64 of exactly ${KEY_BYTES} bytes, several separated by commas, the first one current`,
  })
  .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, { message: 'has the same key id twice' });
