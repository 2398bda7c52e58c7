import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { type Logger, pino } from 'pino';
import { pinoHttp } from 'pino-http';

/** A logger that writes JSON lines to standard output. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: { process: 'api' },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['*.authorization', '*.cookie'],
  });
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
