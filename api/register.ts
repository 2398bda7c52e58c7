import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { worldNow } from '../db/worlds/worlds.ts';
import type { Refusal } from '../domain/refusal.ts';
import { text } from '../domain/text.ts';
import { authenticate } from './access/authenticate.ts';
import type { Caller } from './http/caller.ts';
import { existsAlready, HttpError, invalid, notFound, refused } from './http/errors.ts';
import { maxJsonBytes, maxProblems, maxPublicJsonBytes } from './http/limits.ts';
import { send } from './http/reply.ts';
import { once, requestKey } from './http/request/idempotency.ts';
import { readJson } from './http/request/json-body.ts';
import { networkOf, pointsOf } from './http/request/rate-limit.ts';
import { checkBody, checkQuery, parseParams } from './http/request/validation.ts';
import type { Asking, Context, Found, RouteDef, Services } from './http/route.ts';

const readBytes = express.raw({ type: () => true, limit: maxJsonBytes });
const readPublicBytes = express.raw({ type: () => true, limit: maxPublicJsonBytes });

/** Serves the routes; a path that exists answers other methods with 405. */
export function registerRoutes(app: Express, routes: readonly RouteDef[], services: Services): void {
  const polledFirst = routes.toSorted((a, b) => Number(b.polled ?? false) - Number(a.polled ?? false));
  for (const route of polledFirst) app[route.method](route.path, serve(route, services));
  for (const path of new Set(routes.map((route) => route.path))) {
    const methods = routes.filter((route) => route.path === path).map((route) => route.method.toUpperCase());
    app.all(path, () => {
      throw methodNotAllowed(methods);
    });
  }
}

/**
 * The order of the checks: who asks, whether the path can name anything, whether they may; then query, body and key, and whether they may by what the
 * body says; then the handler. Of a request that nobody may make the body is not read.
 */
function serve(route: RouteDef, services: Services): RequestHandler {
  const { may } = route;
  return async (request: Request, response: Response) => {
    response.locals.route = route.path;
    const params = parseParams(route.params, request.params);
    const no = params.good && may.application ? may.application(params.value) : null;
    const visit = await authenticate(services, request, { access: route.access, no });
    if (!params.good) throw notFound();
    const onlyNew = request.get('if-none-match')?.trim() === '*';
    if (onlyNew && route.method === 'put' && !route.creates) throw existsAlready();
    const asking = { ...visit, services, params: params.value };
    const before = may.check ? granted(await may.check(asking)) : true;
    const query = checkQuery(route.query, request);
    const body = await bodyOf(route, { services, caller: visit.caller }, request, response).catch(
      async (error: unknown) => {
        throw await withEverything(route, error, {
          context: { services, params: params.value, granted: before },
          request,
        });
      },
    );
    const key = route.idempotency ? requestKey(services.vault, request, visit.caller.subject) : null;
    const context = {
      ...asking,
      granted: may.checkBody ? granted(await may.checkBody({ ...asking, body })) : before,
      query,
      body,
      key,
      now: businessNow(services, visit.world),
      expectedSeq: expectedSeq(request),
      onlyNew,
      language: languageOf(request),
      request,
    } as Context<unknown, unknown, unknown>;
    const work = () => route.handle(context);
    const reply = key && route.idempotency === 'stored' ? await once(services, key, work) : await work();
    await send(reply, { request, response, personal: visit.caller.subject !== null || route.access === 'login' });
  };
}

/** What the rule of a route found the caller to be; throws its refusal, or a 404 where for the caller there is nothing. */
function granted<G extends object | true>(found: Found<G>): G {
  if (found === null) throw notFound();
  if (found !== true && isRefusal(found)) throw refused(found);
  return found;
}

const isRefusal = (found: object): found is Refusal => 'code' in found && 'readings' in found;

type Refused = { readonly context: Parameters<NonNullable<RouteDef['alsoWrong']>>[0]; readonly request: Request };

/** The refusal of a body by its schema, with what else the route finds in it. */
async function withEverything(
  { alsoWrong }: RouteDef,
  error: unknown,
  { context, request }: Refused,
): Promise<unknown> {
  if (!alsoWrong || !(error instanceof HttpError) || error.code !== 'INVALID_DATA') return error;
  const errors = [...(error.grounds.errors ?? []), ...(await alsoWrong(context, request.body))];
  return invalid(errors.slice(0, maxProblems), error.grounds);
}

type Sender = Pick<Asking<unknown, Caller>, 'services' | 'caller'>;

/** The checked body. What somebody without a login sends is short, and counted for the address before it is parsed. */
async function bodyOf(route: RouteDef, sender: Sender, request: Request, response: Response): Promise<unknown> {
  if (route.method === 'get') return undefined;
  if (route.upload) {
    if (!request.is(route.upload.type)) throw wrongType(route.upload.type);
    await run(route.upload.read, request, response);
    return checkBody(route.body, { ...request.body });
  }
  await run(route.access === 'login' ? readBytes : readPublicBytes, request, response);
  const bytes: unknown = request.body;
  const given = Buffer.isBuffer(bytes) && bytes.length > 0;
  if (route.access === 'public' && sender.caller.subject === null)
    await countBody(sender.services, request, given ? bytes.length : 0);
  if (given && !request.is('application/json')) throw wrongType('application/json');
  request.body = given ? readJson(bytes) : undefined;
  return checkBody(route.body, request.body);
}

function countBody({ vault, countAnonymousBody }: Services, { ip = '' }: Request, bytes: number): Promise<void> {
  return countAnonymousBody(vault.hash(`address:${networkOf(ip)}`), pointsOf(bytes));
}

const run = (middleware: RequestHandler, request: Request, response: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    middleware(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
  });

/** The business time of a world, read from the database at the first call and then the same for the whole request. */
function businessNow({ db }: Services, world: string | null): () => Promise<number> {
  let asked: Promise<number> | undefined;
  return () => {
    asked ??= worldNow(db, world).then((now) => {
      if (now === null) throw notFound();
      return now;
    });
    return asked;
  };
}

/** Only the `seq` before the first `.` of an `If-Match` counts; `*` is ignored, a malformed tag is refused. */
function expectedSeq(request: Request): number | undefined {
  const given = request.get('if-match');
  if (given === undefined || given === '*') return undefined;
  const [, seq] = /^"(\d{1,9})(?:\.[^"]*)?"$/.exec(given) ?? [];
  if (seq !== undefined) return Number(seq);
  throw new HttpError(400, 'INVALID_HEADER', text('If-Match 不正确。', 'If-Match is not an ETag of ours.'), {
    errors: [{ path: 'If-Match', message: text('不正确', 'not right') }],
  });
}

/** The language of `detail`: Chinese unless English is preferred. */
export const languageOf = (request: Request): 'zh' | 'en' =>
  request.headers['accept-language'] !== undefined && request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh';

const wrongType = (type: string) =>
  new HttpError(415, 'WRONG_CONTENT_TYPE', text(`请求体须为 ${type}。`, `The body must be ${type}.`), {
    headers: { Accept: type },
  });

const methodNotAllowed = (methods: readonly string[]) =>
  new HttpError(405, 'METHOD_NOT_ALLOWED', text('此路径不支持该方法。', 'This path does not take that method.'), {
    headers: { Allow: methods.join(', ') },
  });
