import express, { type ErrorRequestHandler, type Express } from 'express';
import { cannotBeRead, notFound } from './http/errors.ts';
import { messagesOf } from './http/messages.ts';
import { asHttpError, sendProblem } from './http/reply.ts';
import { knownHost } from './http/request/known-host.ts';
import type { RouteDef, Services } from './http/route.ts';
import { documentRoute, serveDocs } from './operations/docs-routes.ts';
import { healthRoutes } from './operations/health-routes.ts';
import { requestLog } from './operations/logging.ts';
import { createMetrics } from './operations/metrics.ts';
import { damagedPlace, meetsFullDisk } from './operations/unreadable.ts';
import { languageOf, registerRoutes } from './register.ts';
import { resourceRoutes } from './resources.ts';

/** The service as an express application that does not listen yet, the classes of its messages for the server, and the routes it serves. */
export function createApp(services: Services): {
  app: Express;
  messages: ReturnType<typeof messagesOf>;
  routes: readonly RouteDef[];
} {
  const app = express();
  app.set('case sensitive routing', true).set('strict routing', true);
  app
    .set('query parser', 'simple')
    .set('trust proxy', services.env.trustedProxies)
    .set('etag', false)
    .disable('x-powered-by');
  const messages = messagesOf(app);
  const metrics = createMetrics(services.db);
  app.use(requestLog(services.log), metrics.observe);
  if (services.issuer) app.use(knownHost(services.env));
  const routes: RouteDef[] = [...healthRoutes(metrics.registry), ...resourceRoutes(services.issuer)];
  routes.push(documentRoute(() => routes));
  registerRoutes(app, routes, services);
  serveDocs(app);
  app.use(() => {
    throw notFound();
  });
  app.use(onError(services));
  return { app, messages, routes };
}

const onError =
  ({ log, deps, unreadable, full }: Services): ErrorRequestHandler =>
  (thrown, request, response, next) => {
    const damaged = damagedPlace(thrown);
    const error = damaged ? cannotBeRead(thrown) : asHttpError(thrown);
    if (damaged) {
      unreadable.note(damaged);
      deps.reportAnomaly('something stored cannot be read', { what: damaged, requestId: response.locals.requestId });
    }
    if (meetsFullDisk(thrown)) full.note('PostgreSQL');
    if (error.status >= 500)
      log.error(
        { requestId: response.locals.requestId, code: error.code, err: error.cause ?? error },
        'request failed',
      );
    if (response.headersSent) return next(thrown);
    sendProblem(error, response, languageOf(request));
  };
