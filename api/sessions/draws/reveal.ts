import { createHash, createHmac } from 'node:crypto';
import { giveValue, type StoredDraw } from '../../../db/sessions/draws/draws.ts';
import { revealDraw } from '../../../db/sessions/draws/reveal.ts';
import { type Drawn, drawFrom, type Pool, seedText } from '../../../domain/session/draw/draw.ts';
import { no } from '../../../domain/session/grounds.ts';
import { statusBefore } from '../../../domain/session/steps.ts';
import { text } from '../../../domain/text.ts';
import type { Person } from '../../http/caller.ts';
import { HttpError, refused } from '../../http/errors.ts';
import type { Services } from '../../http/route.ts';
import type { SeenSession } from '../find-shown.ts';
import { drawnMeanwhile, notNow, planOf, wrongDraw } from './draw-refusals.ts';

const sha256 = (content: string): string => createHash('sha256').update(content, 'utf8').digest('hex');

/** Keeps the value of the second party, who is not of the office that draws and cannot know its secret. */
export async function value(
  { db }: Services,
  seen: SeenSession,
  { draw, value: given, caller }: { readonly draw: StoredDraw; readonly value: string; readonly caller: Person },
): Promise<void> {
  const plan = planOf(seen);
  requireOpen(seen, draw);
  if (seen.roles.includes('committeeOffice') || draw.committedBy === caller.person)
    throw refused(
      no(
        'NOT_YOURS',
        '第二方数值须由抽取单位以外的人给出。',
        'The second value comes from somebody outside the office that draws.',
        plan.rules.draw,
      ),
    );
  const kept = await giveValue(db, { session: seen.session.no, n: draw.n, value: given, by: caller.person });
  if (!kept)
    throw new HttpError(409, 'UNCHANGED', text('第二方数值已给出，不能更改。', 'The value was given and stays.'));
}

/** Draws from pool, secret and value, and keeps who was drawn. */
export async function reveal(
  { db }: Services,
  seen: SeenSession,
  { draw, secret, at }: { readonly draw: StoredDraw; readonly secret: string; readonly at: number },
): Promise<void> {
  const plan = planOf(seen);
  const status = requireOpen(seen, draw);
  if (draw.value === null)
    throw refused(
      no(
        'DRAW_NOT_REVEALED',
        '第二方尚未给出数值，秘密值不得先行公开。',
        'The second party has not given a value yet; the secret is not told before.',
        plan.rules.draw,
      ),
    );
  if (sha256(secret) !== draw.secretHash) throw wrongDraw(plan, [{ path: '/secret', message: otherSecret }]);
  const seed = sha256(seedText(draw.poolHash, { secret, value: draw.value }));
  const drawn = drawBy(draw.pool, seed);
  const kept = await revealDraw(db, { session: seen.session.no, n: draw.n, secret, seed, drawn, at }, status);
  if (!kept) throw drawnMeanwhile();
}

/** Who is drawn by a seed. A pool from which nobody could be drawn was not frozen. */
function drawBy(pool: Pool, seed: string): Drawn {
  const key = Buffer.from(seed, 'hex');
  const drawn = drawFrom(pool, (id) => createHmac('sha256', key).update(id, 'utf8').digest('hex'));
  if (!drawn) throw new Error(`draw ${pool.draw} of ${pool.session} drew nobody`);
  return drawn;
}

/** The status in which experts are drawn; throws where the session does not stand there, or the draw is revealed. */
function requireOpen(seen: SeenSession, draw: StoredDraw) {
  const plan = planOf(seen);
  const { status } = seen.session.state;
  if (status !== statusBefore(plan.rules, 'EXPERTS_DRAWN') || draw.revealedAt !== null) throw notNow(plan);
  return status;
}

const otherSecret = text('与公布的承诺值不符。', 'does not have the hash that was published');
