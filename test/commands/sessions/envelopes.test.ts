import { expect, it } from 'vitest';
import {
  isPair,
  newKeyPair,
  openKey,
  openVote,
  sealedVoteBytes,
  sealKey,
  sealVote,
} from '../../../commands/sessions/ballot/envelopes.ts';
import { choices } from '../../../domain/session/ballot/tally.ts';

const keys = [newKeyPair(), newKeyPair()] as const;
const [first, second] = keys;
const publicKeys = [first.publicKey, second.publicKey] as const;

it('gives every vote an envelope of one length, and never the same twice', () => {
  const sealed = choices.flatMap((vote) => Array.from({ length: 20 }, () => sealVote(vote, publicKeys)));
  expect(new Set(sealed.map(({ length }) => length))).toEqual(new Set([sealedVoteBytes]));
  expect(new Set(sealed.map((each) => each.toString('hex'))).size).toBe(sealed.length);
  for (const vote of choices) expect(openVote(sealVote(vote, publicKeys), keys)).toBe(vote);
});

it('opens with both keys alone, in their places', () => {
  const sealed = sealVote('agree', publicKeys);
  const stranger = newKeyPair();
  for (const wrong of [
    [first, stranger],
    [stranger, second],
    [first, first],
    [second, second],
    [second, first],
  ] as const)
    expect(() => openVote(sealed, wrong)).toThrow();
  const broken = Buffer.from(sealed);
  broken[40] = (broken[40] ?? 0) ^ 1;
  expect(() => openVote(broken, keys)).toThrow();
});

it('seals a released key for the other custodian alone, and knows which keys belong together', () => {
  const released = sealKey(first.privateKey, second.publicKey);
  expect(Buffer.from(openKey(released, second))).toEqual(Buffer.from(first.privateKey));
  expect(() => openKey(released, first)).toThrow();
  expect(isPair(first)).toBe(true);
  expect(isPair({ ...first, privateKey: second.privateKey })).toBe(false);
  expect(isPair({ ...first, privateKey: Buffer.alloc(31) })).toBe(false);
});
