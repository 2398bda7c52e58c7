import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { type DestinationStream, type Logger, pino } from 'pino';

/** A logger of JSON lines, to standard output by default. */
export function createLogger(level: string, destination: DestinationStream = standardOutput()): Logger {
  const options = {
    level,
    base: { process: 'api' },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['*.authorization', '*.cookie'],
    serializers: { err: errorOf },
  };
  return pino(options, destination);
}

/** After how many bytes, and at the latest after how many ms, log lines are written. */
const writtenAtOnce = 8_192;
const writtenEveryMs = 250;

/**
 * Standard output, written in large pieces. pino writes the rest when the process ends, also by an error, but not when it is killed. Where it
 * cannot be written the process ends and says so: nobody would find out what such a service does.
 */
function standardOutput(): DestinationStream {
  const output = pino.destination({ dest: 1, sync: false, minLength: writtenAtOnce, periodicFlush: writtenEveryMs });
  output.on('error', (error: Error) => {
    // Otherwise pino would try to write the rest at exit, again and again.
    output.destroy();
    console.error(`the log cannot be written to standard output: ${error.message}`);
    process.exit(1);
  });
  return output;
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
      response.once('close', () => logRequest(lines, { request, response, id, begunAt }));
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
