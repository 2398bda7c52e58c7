import type { JSONWebKeySet } from 'jose';
import type { Grant } from '../../domain/access/access.ts';

/** Someone with a token and a row in `people`; grants are read from the database at every request. */
export type Person = {
  readonly person: string;
  readonly world: string | null;
  readonly subject: string;
  readonly grants: readonly Grant[];
};

/** Someone with a valid token who is not in `people` yet: may only register (`PUT /v1/people/me`). */
export type Newcomer = {
  readonly person: null;
  readonly world: null;
  readonly subject: string;
  readonly grants: readonly [];
};

/** A caller without a person. */
export type Anonymous = {
  readonly person: null;
  readonly world: null;
  readonly subject: null;
  readonly grants: readonly [];
};

/** Who makes a request. */
export type Caller = Person | Newcomer | Anonymous;

/** A request without a token. */
export const anonymous: Anonymous = { person: null, world: null, subject: null, grants: [] };

/** A valid token without a person. */
export const newcomer = (subject: string): Newcomer => ({ person: null, world: null, subject, grants: [] });

/** The subject of a valid token, and when it expires, epoch ms. */
export type Verified = { readonly subject: string; readonly expiresAt: number };
/** Verifies the bearer token of a request; throws a 401 that does not say why it is invalid. */
export type Verifier = (token: string) => Promise<Verified>;

/** The built-in issuer of the demonstration; it signs tokens only for the seeded people. */
export type Issuer = {
  readonly issuer: string;
  readonly audience: string;
  readonly jwks: JSONWebKeySet;
  /** A token of a person's subject; `expiresIn` in seconds. */
  sign(subject: string): Promise<{ token: string; expiresIn: number }>;
};
