import type { Problem } from './env-values.ts';

type Settings = {
  readonly demo: boolean;
  readonly crashAt: string | undefined;
  readonly oidcIssuer: string | undefined;
  readonly oidcJwksUrl: string | undefined;
};

/** What production does not take: anything of a demonstration or a test, and keys of tokens that could be changed on the way. */
export function productionProblems({ demo, crashAt, oidcIssuer, oidcJwksUrl }: Settings): readonly Problem[] {
  const refused = (variable: string, when: boolean, message: string) => (when ? [{ variable, message }] : []);
  const plain = (url: string | undefined) => url !== undefined && !url.startsWith('https:');
  const overHttps = 'must start with https:// when NODE_ENV is production';
  return [
    ...refused('DEMO', demo, 'must not be 1 when NODE_ENV is production'),
    ...refused('CRASH_AT', crashAt !== undefined, 'must not be set when NODE_ENV is production'),
    ...refused('OIDC_ISSUER', plain(oidcIssuer), overHttps),
    ...refused('OIDC_JWKS_URL', plain(oidcJwksUrl), overHttps),
  ];
}
