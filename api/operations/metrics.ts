import type { RequestHandler } from 'express';
import { Gauge, Histogram, Registry } from 'prom-client';
import { droppedLogLines } from '../../config/log-output.ts';
import type { Db } from '../../db/connection.ts';
import { type Backlog, backlog } from '../../db/intents/backlog.ts';

/** The metrics of one API process. */
export type Metrics = { readonly registry: Registry; readonly observe: RequestHandler };

const unknown: Backlog = {
  openIntents: Number.NaN,
  oldestOpenS: Number.NaN,
  noticesUnsent: Number.NaN,
  lostWorkflows: Number.NaN,
};

/** Makes the metrics: requests by route template and status, and open work in the database, which is read when Prometheus asks. */
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
  const figures = [
    ['openIntents', 'zhicheng_open_intents', 'Intents without an outcome.'],
    ['noticesUnsent', 'zhicheng_notices_unsent', 'Mail notices not sent yet.'],
    ['lostWorkflows', 'zhicheng_lost_workflows', 'Open cases whose workflow does not run: npm run intent -- lost.'],
    [
      'oldestOpenS',
      'zhicheng_oldest_open_intent_seconds',
      'Age of the oldest intent without an outcome; 0 where there is none.',
    ],
  ] as const;
  // One read for all metrics of a scrape; each waits for it, since otherwise it would show the result of the previous scrape.
  let asked: Promise<Backlog> | null = null;
  const waiting = () => {
    // The other metrics are still reported if the database fails.
    asked ??= backlog(db)
      .catch(() => unknown)
      .finally(() => {
        asked = null;
      });
    return asked;
  };
  for (const [figure, name, help] of figures) {
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set((await waiting())[figure]);
      },
    });
  }
  new Gauge({
    name: 'zhicheng_log_lines_dropped',
    help: 'Log lines that this process dropped since it began, because they could not be written.',
    registers,
    collect() {
      this.set(droppedLogLines());
    },
  });
  const durationOf = keptByLabels(requests);
  const observe: RequestHandler = (request, response, next) => {
    const begunAt = performance.now();
    response.on('close', () => {
      if (!response.writableFinished) return;
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
