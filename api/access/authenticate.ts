import type { Request } from 'express';
import type { ApplicationKey } from '../../db/applications/applications.ts';
import { findCaller } from '../../db/people/callers.ts';
import { worldNow } from '../../db/worlds/worlds.ts';
import { text } from '../../domain/text.ts';
import { anonymous, type Caller, newcomer } from '../http/caller.ts';
import { badRequest, HttpError } from '../http/errors.ts';
import type { Access, Services } from '../http/route.ts';
import { badToken } from './authentication.ts';

const worldId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The caller, the clock world, and when the token expires (real epoch ms; null without one). A person belongs to one world: a token used in another
 * world is a 401. `application` is the small row of the application that the route names, read in the same statement as the caller.
 */
export type Visit = {
  readonly caller: Caller;
  readonly world: string | null;
  readonly expiresAt: number | null;
  readonly application: ApplicationKey | null;
};
type Known = Omit<Visit, 'world'>;

/** What a route needs: whether there must be a caller, and the number of the application in its path, if there is one. */
type Wanted = { readonly access: Access; readonly no: string | null };

const unknown: Known = { caller: anonymous, expiresAt: null, application: null };

/** Establishes the caller and the world of a request, as far as the route needs them. */
export async function authenticate(services: Services, request: Request, { access, no }: Wanted): Promise<Visit> {
  if (access === 'none') return { ...unknown, world: null };
  const world = clockHeader(services, request);
  const judged = access === 'clock' ? unknown : callerOf(services, request, no);
  const known = await Promise.resolve(judged).catch(async (error: unknown) => {
    await mustExist(services, world);
    throw error;
  });
  const { caller } = known;
  if (caller.world !== world) await mustExist(services, world);
  if ((access === 'token' || access === 'login') && caller.subject === null) throw badToken();
  if (access === 'login' && caller.person === null) throw notIntroduced();
  if (caller.person !== null && caller.world !== world) throw otherWorld();
  return { ...known, world };
}

/** A missing world is reported before the token is checked, because no token can be valid in it. */
async function mustExist({ db }: Services, world: string | null): Promise<void> {
  if (world === null || (await worldNow(db, world)) !== null) return;
  throw new HttpError(
    404,
    'UNKNOWN_WORLD',
    text(
      'Demo-Clock 所指的时钟世界不存在，请先 POST /demo/clocks 创建。',
      'There is no such clock world as Demo-Clock names; make one with POST /demo/clocks.',
    ),
  );
}

/** The world of a `Demo-Clock` header; null without one. Throws a 400 where it is malformed or there is no demonstration. */
function clockHeader({ env }: Pick<Services, 'env'>, request: Request): string | null {
  const given = request.get('demo-clock');
  if (given === undefined) return null;
  if (env.demo && worldId.test(given)) return given.toLowerCase();
  throw badRequest(
    'INVALID_HEADER',
    env.demo
      ? text('Demo-Clock 不是时钟世界的编号。', 'Demo-Clock is not the id of a clock world.')
      : text('非演示模式，不接受 Demo-Clock。', 'Demo-Clock is accepted in demonstration mode only.'),
    [{ path: 'Demo-Clock', message: text('不正确', 'not right') }],
  );
}

async function callerOf({ db, verifier }: Services, request: Request, no: string | null): Promise<Known> {
  const header = request.get('authorization');
  if (header === undefined) return unknown;
  const [, token] = /^Bearer ([\w-]+(?:\.[\w-]*){2})$/i.exec(header) ?? [];
  if (token === undefined || token.length > 8192) throw badToken();
  const { subject, expiresAt } = await verifier(token);
  const { holder, application } = await findCaller(db, { subject, no });
  return { caller: holder ? { ...holder, subject } : newcomer(subject), expiresAt, application };
}

const notIntroduced = () =>
  new HttpError(
    403,
    'NOT_INTRODUCED',
    text('请先填写个人信息（PUT /v1/people/me）。', 'Introduce yourself first: PUT /v1/people/me.'),
  );

const otherWorld = () =>
  new HttpError(
    401,
    'OTHER_WORLD',
    text('该登录属于另一时钟世界。', 'This token belongs to a person of another clock world.'),
    { headers: { 'WWW-Authenticate': 'Bearer' } },
  );
