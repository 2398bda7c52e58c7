import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { type DestinationStream, type Logger, pino } from 'pino';
import { logOutput } from '../../config/log-output.ts';

/** A logger of JSON lines, to standard output by default. */
export function createLogger(level: string, destination: DestinationStream = logOutput()): Logger {
  const options = {
    level,
    base: { process: 'api' },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['*.authorization', '*.cookie'],
    serializers: { err: errorOf },
  };
  return pino(options, destination);
}

/** The parts of an error that help to find it. Its other properties may have values from rows or requests. */
function errorOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const { code } = error as { code?: unknown };
  return { name, message, stack, ...(code ? { code } : {}), ...(cause ? { cause: errorOf(cause) } : {}) };
}

/** Requests that machines send every few seconds. */
const unlogged = /^\/(healthz|readyz|metrics)$/;

/** Logs each request with its id, its route's template, status and duration: no URL, no query, no header, no body, so that there is nothing to redact. */
export function requestLog(log: Logger): RequestHandler {
  const lines = log.child({}, { redact: [] });
  return (request, response, next) => {
    const id = randomUUID();
    response.locals.requestId = id;
    response.setHeader('X-Request-Id', id);
    if (!unlogged.test(request.path)) {
      const begunAt = performance.now();
      response.on('close', () => logRequest(lines, { request, response, id, begunAt }));
    }
    next();
  };
}

type Ended = { readonly request: Request; readonly response: Response; readonly id: string; readonly begunAt: number };

function logRequest(lines: Logger, { request, response, id, begunAt }: Ended): void {
  const route: unknown = response.locals.route;
  const line = {
    reqId: id,
    req: { method: request.method },
    route: typeof route === 'string' ? route : undefined,
    res: { statusCode: response.statusCode },
    responseTime: Math.round(performance.now() - begunAt),
  };
  const ended = response.writableEnded ? 'request completed' : 'request aborted';
  if (response.statusCode >= 500) lines.error(line, ended);
  else lines.info(line, ended);
}
