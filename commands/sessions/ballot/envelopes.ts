import sodium from 'libsodium-wrappers';
import { type Choice, choices } from '../../../domain/session/ballot/tally.ts';

await sodium.ready;

/** The keys of one custodian, 32 bytes each. */
export type KeyPair = { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array };
/** The public keys of the two custodians, by their places. */
export type PublicKeys = readonly [Uint8Array, Uint8Array];

/** Length of a key in bytes. */
const keyBytes = sodium.crypto_box_PUBLICKEYBYTES;
/** Length of every sealed vote in bytes, whatever the vote. */
export const sealedVoteBytes = 1 + 2 * sodium.crypto_box_SEALBYTES;

/** A new key pair. */
export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  return { publicKey, privateKey };
}

/** Whether a private key is the one to a public key. */
export const isPair = ({ publicKey, privateKey }: KeyPair): boolean =>
  privateKey.length === keyBytes &&
  publicKey.length === keyBytes &&
  sodium.memcmp(sodium.crypto_scalarmult_base(privateKey), publicKey);

/** A vote in two envelopes: the inner one opens for the second custodian, the outer one for the first, so that neither opens it alone. */
export function sealVote(vote: Choice, [first, second]: PublicKeys): Buffer {
  const inner = sodium.crypto_box_seal(Uint8Array.of(choices.indexOf(vote)), second);
  return Buffer.from(sodium.crypto_box_seal(inner, first));
}

/** Opens a vote with both keys; throws where it is not a vote that was sealed for them. */
export function openVote(sealed: Uint8Array, [first, second]: readonly [KeyPair, KeyPair]): Choice {
  const inner = sodium.crypto_box_seal_open(sealed, first.publicKey, first.privateKey);
  const [place = -1] = sodium.crypto_box_seal_open(inner, second.publicKey, second.privateKey);
  const vote = choices[place];
  if (!vote) throw new Error('an envelope without a vote');
  return vote;
}

/** A released private key, sealed for the other custodian alone. */
export const sealKey = (privateKey: Uint8Array, forPublicKey: Uint8Array): Buffer =>
  Buffer.from(sodium.crypto_box_seal(privateKey, forPublicKey));

/** Opens the released key of the other custodian. */
export const openKey = (sealed: Uint8Array, { publicKey, privateKey }: KeyPair): Uint8Array =>
  sodium.crypto_box_seal_open(sealed, publicKey, privateKey);

/** Overwrites keys in memory once they are no longer needed. */
export function wipe(...keys: readonly Uint8Array[]): void {
  for (const key of keys) sodium.memzero(key);
}
