import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { type DestinationStream, type Logger, pino } from 'pino';
import { pinoHttp } from 'pino-http';

/** A logger of JSON lines, to standard output unless told otherwise. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { process: 'api' },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['*.authorization', '*.cookie'],
    serializers: { err: errorOf },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Of an error what helps to find it. Its other properties may hold values out of rows or requests. */
function errorOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const { code } = error as { code?: unknown };
  return { name, message, stack, ...(code ? { code } : {}), ...(cause ? { cause: errorOf(cause) } : {}) };
}

/** Logs each request with its id, its route's template, status and duration: no URL, no query, no header, no body. */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: (_request, response) => {
      const id = randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    quietReqLogger: true,
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
    serializers: {
      req: ({ id, method }: { id: string; method: string }) => ({ id, method }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
    customProps: (_request, response) => {
      const route: unknown = (response as Response).locals?.route;
      return typeof route === 'string' ? { route } : {};
    },
    autoLogging: { ignore: (request) => /^\/(healthz|readyz|metrics)$/.test((request as Request).path) },
  });
}
