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
/** Access tokens say so (RFC 9068), older issuers say `JWT` or nothing; an identity token or a logout token is neither. */
const types = [undefined, 'jwt', 'at+jwt', 'application/at+jwt'];
const clockToleranceS = 5;

/** How long the issuer may take to answer, and how old its keys may be while it answers, ms. */
const answerWithinMs = 5_000;
const keysKeptForMs = 20_000;

/**
 * Keys of an issuer elsewhere; found and fetched when first needed, then kept. They are fetched anew every 20 seconds, because a key may have been
 * withdrawn; while that fails, those at hand count for ten minutes more. A 503 when there are none: that is not the token's fault.
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
/** Keys at hand. */
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
    const { sub: subject, exp } = payload;
    if (!types.includes(protectedHeader.typ?.toLowerCase()) || !subject || exp === undefined) throw badToken();
    // PostgreSQL keeps no text with this character, and would refuse the whole statement.
    if (subject.includes('\0')) throw badToken();
    return { subject, expiresAt: exp * 1000 };
  };
}

/** A verifier for a service without any issuer: refuses every token. */
export const refuseAll: Verifier = () => Promise.reject(badToken());

/** The token is missing or not good. */
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
