import {
  createLocalJWKSet,
  createRemoteJWKSet,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
  jwtVerify,
  type RemoteJWKSet,
} from 'jose';
import { JOSEError, JWKSTimeout } from 'jose/errors';
import { text } from '../../domain/text.ts';
import type { Verifier } from '../http/caller.ts';
import { HttpError, unavailable } from '../http/errors.ts';

/** What tokens must carry, and where the keys are. */
export type TokenRules = { readonly issuer: string; readonly audience: string; readonly keys: JWTVerifyGetKey };

/** Signatures that are accepted; never `none`, never a shared secret. */
const algorithms = ['ES256', 'ES384', 'PS256', 'RS256', 'EdDSA'];
/** The types of access tokens: `at+jwt` (RFC 9068), or `JWT` or nothing from older issuers; an identity token or a logout token is refused. */
const types = ['jwt', 'at+jwt', 'application/at+jwt'];
const isTypeOfAccess = (typ: unknown): boolean =>
  typ === undefined || (typeof typ === 'string' && types.includes(typ.toLowerCase()));
const clockToleranceS = 5;

/** How long the issuer may take to answer, and for how long its keys are cached while it answers, ms. */
const answerWithinMs = 5_000;
const keysKeptForMs = 20_000;

/**
 * The keys of an external issuer, fetched when first needed and cached. They are fetched again every 20 seconds, because a key may have been withdrawn;
 * while that fails, the cached ones count for ten minutes more. Without any keys the answer is a 503, since the token may be valid.
 */
export function remoteKeys(findUrl: () => Promise<string>): JWTVerifyGetKey {
  let keys: RemoteJWKSet | undefined;
  let renewAt = 0;
  let renewed: Promise<void> | undefined;
  const renew = async (known: RemoteJWKSet) => {
    if (Date.now() >= renewAt) {
      renewAt = Date.now() + keysKeptForMs;
      renewed = known.reload().catch(() => undefined);
    }
    await renewed;
  };
  return async (header, token) => {
    try {
      keys ??= createRemoteJWKSet(new URL(await findUrl()), { timeoutDuration: answerWithinMs });
      await renew(keys);
      return await keys(header, token);
    } catch (error) {
      throw isAboutToken(error) ? error : unavailable(error);
    }
  };
}
/** The cached keys. */
export const localKeys = (keys: JSONWebKeySet): JWTVerifyGetKey => createLocalJWKSet(keys);

/** A verifier that accepts the tokens of one issuer for one audience. */
export function createVerifier({ issuer, audience, keys }: TokenRules): Verifier {
  return async (token) => {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms,
      clockTolerance: clockToleranceS,
      requiredClaims: ['exp', 'sub'],
    }).catch((error: unknown) => {
      throw error instanceof HttpError ? error : badToken(error);
    });
    const { sub, exp } = payload;
    // The issuer's key signs whatever JSON it is given: a list with a subject in it would be read as that subject.
    const subject: unknown = sub;
    if (!isTypeOfAccess(protectedHeader.typ) || typeof subject !== 'string' || subject === '' || exp === undefined)
      throw badToken();
    // PostgreSQL accepts no text with this character and would refuse the whole statement.
    if (subject.includes('\0')) throw badToken();
    return { subject, expiresAt: exp * 1000 };
  };
}

/** A verifier for a service without any issuer: refuses every token. */
export const refuseAll: Verifier = () => Promise.reject(badToken());

/** The token is missing or invalid. */
export function badToken(cause?: unknown): HttpError {
  return new HttpError(
    401,
    'NOT_SIGNED_IN',
    text('请先登录，或登录已失效。', 'Sign in first; the token is missing, expired or not good.'),
    { headers: { 'WWW-Authenticate': 'Bearer' }, cause },
  );
}

function isAboutToken(error: unknown): boolean {
  return error instanceof JOSEError && !(error instanceof JWKSTimeout) && error.code !== 'ERR_JOSE_GENERIC';
}
