import type { Env } from '../../config/env/env.ts';
import type { Issuer, Verifier } from '../http/caller.ts';
import { createVerifier, localKeys, refuseAll, remoteKeys, type TokenRules } from './authentication.ts';
import { keepingTokens } from './kept-tokens.ts';

/** The verifier of this service: the built-in issuer in demonstration mode, else the configured one, else nobody can sign in. */
export function verifierFor(env: Env, issuer: Issuer | null): Verifier {
  const rules = issuer ? rulesOfDemonstration(issuer) : rulesOfIssuer(env);
  return rules ? keepingTokens(createVerifier(rules)) : refuseAll;
}

const rulesOfDemonstration = ({ issuer, audience, jwks }: Issuer): TokenRules => ({
  issuer,
  audience,
  keys: localKeys(jwks),
});

function rulesOfIssuer({ oidcIssuer, oidcAudience, oidcJwksUrl }: Env): TokenRules | null {
  if (!oidcIssuer || !oidcAudience) return null;
  const keys = remoteKeys(oidcJwksUrl ? async () => oidcJwksUrl : () => discover(oidcIssuer));
  return { issuer: oidcIssuer, audience: oidcAudience, keys };
}

/** Asks the issuer where its keys are; the issuer must give the configured name. */
async function discover(issuer: string): Promise<string> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(5000) });
  const found = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (found.issuer !== issuer || typeof found.jwks_uri !== 'string') {
    throw new Error(`${url} does not describe the issuer ${issuer}`);
  }
  return found.jwks_uri;
}
