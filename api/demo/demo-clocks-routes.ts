import { isGrpcServiceError } from '@temporalio/client';
import { finish } from '../../commands/intents/finish.ts';
import { advanceWorld } from '../../commands/worlds/worlds.ts';
import { aimWorld } from '../../db/worlds/demo-worlds.ts';
import { worldNow } from '../../db/worlds/worlds.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import { text } from '../../domain/text.ts';
import { invalid, notFound } from '../http/errors.ts';
import { anyone } from '../http/may.ts';
import { defineRoute, type Reply, type RouteDef, type Services } from '../http/route.ts';
import { advanceInput, clockParams, clockSchema } from './demo-schemas.ts';

const tag = 'demonstration';
const path = '/demo/clocks/:id';
/** How long one open intent, and the whole move, may take before the caller is asked to send it again, ms. */
const withinMs = 10_000;

/** One clock world: its time, and moving it. */
export const clockRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'get',
    path,
    summary: 'A clock world and its time.',
    tag,
    access: 'none',
    may: anyone,
    params: clockParams,
    answers: { 200: { description: 'The world', schema: clockSchema }, 404: { description: 'There is no such world' } },
    handle: async ({ services, params }) => ({ status: 200, body: await viewOf(services, params.id) }),
  }),
  defineRoute({
    method: 'post',
    path,
    summary: 'Moves a clock world forward to an instant; the same instant again carries on. Never backwards.',
    tag,
    access: 'none',
    may: anyone,
    params: clockParams,
    body: advanceInput,
    answers: {
      200: { description: 'The world is there and everything due before is done', schema: clockSchema },
      202: {
        description: 'Not there yet: open intents or workflows cannot be settled now; send it again',
        schema: clockSchema,
        headers: ['Retry-After'],
      },
      404: { description: 'There is no such world' },
    },
    handle: ({ services, params, body }) => advance(services, params.id, body.advanceTo),
  }),
];

async function advance(services: Services, id: string, toMs: number): Promise<Reply> {
  const aim = await aimWorld(services.db, id, toMs);
  if (aim === null) throw notFound();
  if (aim === 'behind') throw backwards();
  const { deps } = services;
  const whenQuiet = (no: string) =>
    finish(deps, no, { deadlineAt: Date.now() + withinMs }).catch((error: unknown) => held(services, no, error));
  const move = () => advanceWorld(deps, id, { toMs, finish: whenQuiet });
  const moved = await deps.temporal.connection
    .withDeadline(Date.now() + withinMs, move)
    .catch((error: unknown) => onTheWay(services, error));
  const world = await viewOf(services, id);
  return moved.status === 'moved'
    ? { status: 200, body: { ...world, status: 'settled', moved: moved.applications } }
    : { status: 202, headers: { 'Retry-After': '2' }, body: { ...world, status: 'held', openIntents: moved.open } };
}

/** The intent stays open, so the answer is a 202 and the courier goes on. */
function held({ log }: Services, no: string, error: unknown): void {
  log.warn({ no, err: error }, 'an intent holds its world');
}

/** Workflows that cannot move now, for instance without a worker, are moved by the next call for the same instant. */
function onTheWay({ log }: Services, error: unknown): { status: 'held'; open: number } {
  if (!isGrpcServiceError(error)) throw error;
  log.warn({ err: error }, 'a world is still on its way');
  return { status: 'held', open: 0 };
}

async function viewOf({ db }: Services, id: string): Promise<{ id: string; now: string }> {
  const now = await worldNow(db, id);
  if (now === null) throw notFound();
  return { id: id.toLowerCase(), now: toRfc3339(now) };
}

const backwards = () =>
  invalid([
    { path: '/advanceTo', message: text('时钟不能倒退', 'is before the time of the world, which never goes back') },
  ]);
