import { isGrpcServiceError, ServiceError } from '@temporalio/client';
import type { Request, Response } from 'express';
import { isUnavailable } from '../../db/connection.ts';
import { text } from '../../domain/text.ts';
import { badRequest, HttpError, problemBody, unavailable } from './errors.ts';
import type { Reply } from './route.ts';

type Exchange = { readonly request: Request; readonly response: Response; readonly personal: boolean };

/** Writes an answer; for a read, a matching `If-None-Match` gives a 304 before the body is built (RFC 9110, 13.1.2). */
export async function send(reply: Reply, { request, response, personal }: Exchange): Promise<void> {
  // A stream of events has already written its answer.
  if (response.headersSent) return;
  writeHead(reply, response, personal);
  if (isRead(request) && reply.status === 200 && matches(request.headers['if-none-match'], reply.etag)) {
    response.statusCode = 304;
    response.end();
    return;
  }
  if (reply.raw) {
    response.type(reply.raw.type);
    if (reply.raw.filename) response.attachment(reply.raw.filename).type(reply.raw.type);
    response.end(reply.raw.data);
    return;
  }
  const json: string | Buffer | undefined = reply.json ? await reply.json() : JSON.stringify(await bodyOf(reply));
  if (json !== undefined) response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(json);
}

/** Sets the headers; express's own `set` and `vary` would look up types and languages that are known here. */
function writeHead({ status, headers, etag, raw, unstored }: Reply, response: Response, personal: boolean): void {
  response.statusCode = status;
  // Files and papers, and answers with numbers and telephones, are not even kept on the reader's own disk.
  const keeping = raw || unstored ? 'no-store' : 'no-cache';
  response.setHeader('Cache-Control', personal ? `private, ${keeping}` : keeping);
  if (personal) response.setHeader('Vary', 'Authorization');
  if (etag !== undefined) response.setHeader('ETag', `"${etag}"`);
  if (headers) response.set({ ...headers });
}

/** The body of an answer, built now if it is a function. */
export const bodyOf = async ({ body }: Reply): Promise<unknown> => (typeof body === 'function' ? await body() : body);

const isRead = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

function matches(header: string | undefined, etag: string | undefined): boolean {
  if (header === undefined || etag === undefined) return false;
  if (header === `"${etag}"`) return true;
  return header
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === `"${etag}"`);
}

/** Writes an error as `application/problem+json`. */
export function sendProblem(error: HttpError, response: Response, language: 'zh' | 'en'): void {
  response
    .status(error.status)
    .set('Cache-Control', 'no-store')
    .set({ ...error.grounds.headers });
  response.removeHeader('ETag');
  response.type('application/problem+json').end(JSON.stringify(problemBody(error, language)));
}

/** Any error as an HTTP error: known errors of express and the database by their kind, all others a 500 without details. */
export function asHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  if (isUnavailable(error) || error instanceof ServiceError || isGrpcServiceError(error)) return unavailable(error);
  const { type, status } = (error ?? {}) as { type?: unknown; status?: unknown };
  if (type === 'entity.too.large') return tooLarge();
  if (error instanceof URIError || status === 400) {
    return badRequest(
      'MALFORMED_REQUEST',
      text('请求不完整或路径编码错误。', 'The request is incomplete or its path is badly encoded.'),
    );
  }
  if (status === 415)
    return new HttpError(
      415,
      'WRONG_CONTENT_TYPE',
      text('不支持该内容编码。', 'This content encoding is not supported.'),
    );
  return new HttpError(
    500,
    'INTERNAL',
    text('服务内部错误，已记录。', 'Something failed on our side; it has been logged.'),
    {
      cause: error,
    },
  );
}

/** The body is too large. */
const tooLarge = (): HttpError =>
  new HttpError(413, 'BODY_TOO_LARGE', text('请求体过大。', 'The body is larger than allowed.'));
