import type { Express, RequestHandler } from 'express';
import swagger from 'swagger-ui-express';
import { z } from 'zod';
import { anyone } from '../http/may.ts';
import { defineRoute, type RouteDef } from '../http/route.ts';
import { openApiDocument } from './openapi.ts';

/** `/openapi.json` over all routes, itself included. */
export function documentRoute(routes: () => readonly RouteDef[]): RouteDef {
  let document: object | undefined;
  return defineRoute({
    method: 'get',
    path: '/openapi.json',
    summary: 'This document.',
    tag: 'health',
    access: 'none',
    may: anyone,
    answers: { 200: { description: 'OpenAPI 3.1', schema: z.record(z.string(), z.unknown()) } },
    handle: async () => {
      document ??= openApiDocument(routes());
      return { status: 200, body: document };
    },
  });
}

/** The page at `/docs`, to which the address itself leads. Its script sets styles, which the policy of this page allows. */
export function serveDocs(app: Express): void {
  const options = { swaggerOptions: { url: '/openapi.json' }, customSiteTitle: 'Zhicheng API' };
  app.get('/docs', (_request, response) => response.redirect(308, '/docs/'));
  app.get('/', (_request, response) => response.redirect(302, '/docs/'));
  app.use('/docs/', pagePolicy, ...[swagger.serveFiles(undefined, options)].flat(), swagger.setup(undefined, options));
}

const pagePolicy: RequestHandler = (_request, response, next) => {
  response.set(
    'Content-Security-Policy',
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  next();
};
