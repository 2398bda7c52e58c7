import { z } from 'zod';
import { drawsOf, type StoredDraw } from '../../../db/sessions/draws/draws.ts';
import { notFound } from '../../http/errors.ts';
import { defineRoute, type RouteDef, type Services } from '../../http/route.ts';
import type { SeenSession } from '../find-shown.ts';
import { givesValue, readsSession, runsSession, seesSession } from '../session-access.ts';
import { ofSession } from '../sessions-schemas.ts';
import { commit } from './commit.ts';
import { notNow, planOf } from './draw-refusals.ts';
import { drawItems, proofOf, viewOfDraw } from './draw-view.ts';
import { drawInput, drawList, drawProof, drawView, ofDraw, revealInput, valueInput } from './draws-schemas.ts';
import { reveal, value } from './reveal.ts';

const tag = 'sessions';
const access = 'login' as const;
const path = '/v1/sessions/:id/draws';

/** The draw of the experts of a session, in three steps of two parties (docs/draw.md). */
export const drawRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'post',
    path,
    summary: 'Freezes the pool of a draw and publishes its hash with that of a secret; the office of the committee.',
    tag,
    access,
    may: runsSession,
    idempotency: 'stored',
    params: ofSession,
    body: drawInput,
    answers: {
      201: { description: 'The draw with its pool', schema: drawView },
      409: { description: 'Experts are not drawn now, a draw counts already, or another was made at the same time' },
      422: { description: 'Nobody can be drawn like that, with the rule' },
    },
    handle: async ({ services, granted, body, caller }) => {
      const n = await commit(services, granted, body, caller);
      return { status: 201, body: await viewOfDraw(services, granted, await drawOf(services, granted, n)) };
    },
  }),
  defineRoute({
    method: 'get',
    path,
    summary: 'The draws of a session, also those that were never revealed; its offices and auditors.',
    tag,
    access,
    may: readsSession,
    params: ofSession,
    answers: { 200: { description: 'The draws, first to last', schema: drawList } },
    handle: async ({ services, granted }) => {
      const draws = await drawsOf(services.db, granted.session.no);
      return { status: 200, body: { items: await drawItems(services, granted, draws) } };
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/:n`,
    summary: 'One draw with its frozen pool: who may be drawn, and who may not and why; its offices and auditors.',
    tag,
    access,
    may: readsSession,
    params: ofDraw,
    answers: { 200: { description: 'The draw', schema: drawView } },
    handle: async ({ services, granted, params: { n } }) => ({
      status: 200,
      body: await viewOfDraw(services, granted, await drawOf(services, granted, n)),
    }),
  }),
  defineRoute({
    method: 'post',
    path: `${path}/:n/value`,
    summary: 'Gives the second value of a draw, once; the second party that the programme names.',
    tag,
    access,
    may: givesValue,
    idempotency: 'stored',
    params: ofDraw,
    body: valueInput,
    answers: {
      200: { description: 'The draw', schema: drawView },
      409: { description: 'A value was given, or the draw is not open' },
    },
    handle: async ({ services, granted, params: { n }, body, caller }) => {
      await value(services, granted, { draw: await newestOf(services, granted, n), value: body.value, caller });
      return { status: 200, body: await viewOfDraw(services, granted, await drawOf(services, granted, n)) };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/:n/reveal`,
    summary: 'Tells the secret of a draw, which draws the experts; the office of the committee.',
    tag,
    access,
    may: runsSession,
    idempotency: 'stored',
    params: ofDraw,
    body: revealInput,
    answers: {
      200: { description: 'The draw with who was drawn', schema: drawView },
      409: { description: 'There is no second value yet, or the draw is not open' },
      422: { description: 'The secret has another hash' },
    },
    handle: async ({ services, granted, params: { n }, body: { secret } }) => {
      await reveal(services, granted, { draw: await newestOf(services, granted, n), secret, at: Date.now() });
      return { status: 200, body: await viewOfDraw(services, granted, await drawOf(services, granted, n)) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/sessions/:id/draw-proof',
    summary:
      'The proof of the newest revealed draw, or of draw ?n, as `npm run verify-draw` reads it; the offices of the session, its experts and auditors.',
    tag,
    access,
    may: seesSession,
    params: ofSession,
    query: z.strictObject({ n: z.coerce.number().int().min(1).max(999).optional() }),
    answers: { 200: { description: 'The proof', schema: drawProof, headers: ['ETag'] } },
    handle: async ({ services, granted, query: { n } }) => {
      const draws = await drawsOf(services.db, granted.session.no);
      const revealed = draws.filter((each) => each.revealedAt !== null);
      const found = n === undefined ? revealed.at(-1) : revealed.find((each) => each.n === n);
      const proof = found && proofOf(found);
      if (!proof) throw notFound();
      return { status: 200, etag: proof.seed, body: proof };
    },
  }),
];

/** The same, if no later draw has taken its place: only one draw is open at a time, so that nobody chooses between two. */
async function newestOf({ db }: Services, seen: SeenSession, n: number): Promise<StoredDraw> {
  const draws = await drawsOf(db, seen.session.no);
  const found = draws.find((each) => each.n === n);
  if (!found) throw notFound();
  if (found !== draws.at(-1)) throw notNow(planOf(seen));
  return found;
}

/** One draw of a session; throws a 404 where there is none. */
async function drawOf({ db }: Services, { session }: SeenSession, n: number): Promise<StoredDraw> {
  const found = (await drawsOf(db, session.no)).find((each) => each.n === n);
  if (!found) throw notFound();
  return found;
}
