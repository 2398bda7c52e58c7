import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { sealText } from '../../../commands/preparing/argument.ts';
import { commitDraw } from '../../../db/sessions/draws/commit.ts';
import { drawsOf, type StoredDraw, wasRecorded } from '../../../db/sessions/draws/draws.ts';
import { drawMatter } from '../../../db/sessions/draws/matter.ts';
import { newestFiling } from '../../../db/sessions/filings.ts';
import type { FieldError } from '../../../domain/refusal.ts';
import { leastMembers } from '../../../domain/session/committee/filing.ts';
import { type Pool, poolText } from '../../../domain/session/draw/draw.ts';
import { poolErrors, poolOf } from '../../../domain/session/draw/pool.ts';
import { statusBefore } from '../../../domain/session/steps.ts';
import { text } from '../../../domain/text.ts';
import type { Person } from '../../http/caller.ts';
import { refused } from '../../http/errors.ts';
import type { Services } from '../../http/route.ts';
import type { SeenSession } from '../find-shown.ts';
import { countsAlready, drawnMeanwhile, notNow, planOf, reasonNeeded, wrongDraw } from './draw-refusals.ts';
import type { drawInput } from './draws-schemas.ts';

type Asked = z.infer<typeof drawInput>;

/** Freezes the pool of a new draw and keeps its hash with that of the secret; gives the number of the draw. */
export async function commit(services: Services, seen: SeenSession, asked: Asked, caller: Person): Promise<number> {
  const { session } = seen;
  const plan = planOf(seen);
  const { status, meetingOn, lastDay } = session.state;
  if (status !== statusBefore(plan.rules, 'EXPERTS_DRAWN') || !meetingOn) throw notNow(plan);
  const before = await drawsOf(services.db, session.no);
  const last = before.at(-1);
  if (last && !(await isOpenAgain(services, session.no, last))) throw refused(countsAlready(plan));
  if (last && asked.reason === undefined) throw reasonNeeded(plan);
  const { programme, committee, world } = session;
  const key = { programme, committee, world };
  const matter = await drawMatter(services.db, session.no, key);
  const wrong = [...namesErrors(asked, matter.experts), ...secretErrors(asked, before)];
  if (wrong.length > 0) throw wrongDraw(plan, wrong);
  const pool = poolOf(
    {
      ...matter,
      session: session.no,
      draw: (last?.n ?? 0) + 1,
      rules: plan.rules.draw,
      meeting: { meetingOn, lastDay: lastDay ?? meetingOn },
    },
    {
      members: asked.members,
      quotas: asked.quotas ?? [],
      exclusions: (asked.exclusions ?? []).map(({ expert, reason }) => ({ id: expert, reason })),
    },
  );
  const filing = await newestFiling(services.db, key);
  const errors = poolErrors(pool, filing ? leastMembers(plan.rules.committee, filing) : 1);
  if (errors.length > 0) throw wrongDraw(plan, errors);
  return await keep(services, { pool, asked, caller, status });
}

type Keeping = {
  readonly pool: Pool;
  readonly asked: Asked;
  readonly caller: Person;
  readonly status: SeenSession['session']['state']['status'];
};

async function keep({ db, vault }: Services, { pool, asked, caller, status }: Keeping): Promise<number> {
  const { reason, exclusions = [], secretHash } = asked;
  const items = Object.fromEntries(exclusions.map(({ expert, why }) => [expert, why]));
  const words = { ...(reason === undefined ? {} : { reason }), ...(exclusions.length > 0 ? { items } : {}) };
  const sealed = Object.keys(words).length > 0 ? sealText(vault, words) : null;
  const poolHash = createHash('sha256').update(poolText(pool)).digest('hex');
  const kept = await commitDraw(db, { pool, poolHash, secretHash, by: caller.person, text: sealed }, status);
  if (!kept) throw drawnMeanwhile();
  return pool.draw;
}

/** Whether another draw may follow: the last was never revealed, or it was recorded and then set aside. */
async function isOpenAgain({ db }: Services, session: string, last: StoredDraw): Promise<boolean> {
  return last.revealedAt === null || (await wasRecorded(db, session, last.n));
}

/** Everybody whom the office excludes is an expert of the committee, once. */
function namesErrors({ exclusions = [] }: Asked, experts: readonly { readonly id: string }[]): readonly FieldError[] {
  return exclusions.flatMap(({ expert }, place) => {
    const path = `/exclusions/${place}/expert`;
    if (!experts.some(({ id }) => id === expert)) return [{ path, message: unknown }];
    return exclusions.findIndex((each) => each.expert === expert) < place ? [{ path, message: twice }] : [];
  });
}

/** A secret is used once: whoever saw a former one knows the next. */
const secretErrors = ({ secretHash }: Asked, before: readonly StoredDraw[]): readonly FieldError[] =>
  before.some((each) => each.secretHash === secretHash) ? [{ path: '/secretHash', message: used }] : [];

const unknown = text('本评委会没有此专家。', 'The committee has no such expert.');
const twice = text('同一专家只列一次。', 'An expert stands there once.');
const used = text('此承诺值在以前的抽取中用过，须另换秘密值。', 'A former draw used this secret: take another one.');
