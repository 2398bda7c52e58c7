import type { RequestHandler } from 'express';
import { Gauge, Histogram, Registry } from 'prom-client';
import type { Db } from '../../db/connection.ts';
import { type Backlog, backlog } from '../../db/intents/backlog.ts';

/** The figures of one API process. */
export type Metrics = { readonly registry: Registry; readonly observe: RequestHandler };

const unknown: Backlog = { openIntents: Number.NaN, oldestOpenS: Number.NaN, noticesUnsent: Number.NaN };

/** Makes the figures: requests by route template and status, and what waits in the database, asked when Prometheus asks. */
export function createMetrics(db: Db): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: 'zhicheng_http_request_duration_seconds',
    help: 'Duration of requests by route template and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const openIntents = new Gauge({ name: 'zhicheng_open_intents', help: 'Intents without an outcome.', registers });
  const unsent = new Gauge({ name: 'zhicheng_notices_unsent', help: 'Mail notices not sent yet.', registers });
  new Gauge({
    name: 'zhicheng_oldest_open_intent_seconds',
    help: 'Age of the oldest intent without an outcome; 0 where there is none.',
    registers,
    async collect() {
      // Without the database the other figures are wanted all the more.
      const waiting = await backlog(db).catch(() => unknown);
      this.set(waiting.oldestOpenS);
      openIntents.set(waiting.openIntents);
      unsent.set(waiting.noticesUnsent);
    },
  });
  const durationOf = keptByLabels(requests);
  const observe: RequestHandler = (request, response, next) => {
    const begunAt = performance.now();
    response.once('finish', () => {
      durationOf(request.method, response.locals.route ?? 'none', response.statusCode).observe(
        (performance.now() - begunAt) / 1000,
      );
    });
    next();
  };
  return { registry, observe };
}

type Labels = 'method' | 'route' | 'status';

/** The series of each set of labels, looked up in `requests` once: the library would hash the labels of every request. */
function keptByLabels(requests: Histogram<Labels>) {
  const known = new Map<string, Histogram.Internal<Labels>>();
  return (method: string, route: string, status: number) => {
    const key = `${method} ${status} ${route}`;
    const kept = known.get(key) ?? requests.labels({ method, route, status });
    known.set(key, kept);
    return kept;
  };
}
