import { isIP } from 'node:net';
import type { RequestHandler } from 'express';
import type { Env } from '../../../config/env/env.ts';
import { text } from '../../../domain/text.ts';
import { HttpError } from '../errors.ts';

/** What probes and scrapers ask, under whatever name the container has; nothing personal is in it. */
const probes = ['/healthz', '/readyz', '/metrics'];

/**
 * Refuses requests under a foreign host name. A demonstration gives tokens to everybody who reaches it, so a page in somebody's browser whose name was
 * pointed at this machine (DNS rebinding) could take one. An address cannot be pointed elsewhere, so it is served.
 */
export function knownHost({ host, publicHost }: Pick<Env, 'host' | 'publicHost'>): RequestHandler {
  const names = new Set(['localhost', host, publicHost].flatMap((name) => name?.toLowerCase() ?? []));
  return (request, _response, next) => {
    const name = nameOf(request.headers.host);
    if (names.has(name) || name.endsWith('.localhost') || isIP(name) > 0 || probes.includes(request.path))
      return next();
    throw new HttpError(
      421,
      'UNKNOWN_HOST',
      text(
        '演示服务只接受本机名称或 PUBLIC_HOST 设定的名称。',
        'A demonstration serves the names of this machine and the one set as PUBLIC_HOST.',
      ),
    );
  };
}

/** The name in a `Host` header, without port and brackets. */
const nameOf = (host = ''): string =>
  host
    .toLowerCase()
    .replace(/:\d*$/, '')
    .replace(/^\[(.*)\]$/, '$1');
