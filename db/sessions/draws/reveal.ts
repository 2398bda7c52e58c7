import { and, eq, isNull } from 'drizzle-orm';
import type { Drawn } from '../../../domain/session/draw/draw.ts';
import type { SessionStatus } from '../../../domain/session/steps.ts';
import { excluded } from '../../conditions.ts';
import type { Db } from '../../connection.ts';
import { once } from '../../prepared.ts';
import { sessionDraws, sessionExperts } from '../../schema.ts';
import { transaction } from '../../transaction.ts';

/** What came of a draw, once the secret of the office is told. */
export type Revealed = {
  readonly session: string;
  readonly n: number;
  readonly secret: string;
  readonly seed: string;
  readonly drawn: Drawn;
  /** Real time, epoch ms. */
  readonly at: number;
};

/**
 * Keeps what came of a draw and seats who was drawn, once: the members in the order of the draw, the alternates after them. Who was drawn before and is not now keeps the
 * number of the former draw. False where the draw is revealed already, a later one has
 * taken its place, or the session does not stand so any more. SQL by hand: the session is locked first.
 */
export async function revealDraw(
  db: Db,
  { session, n, secret, seed, drawn, at }: Revealed,
  status: SessionStatus,
): Promise<boolean> {
  return await transaction(db, async (sqlOf, { orm }) => {
    const held =
      await sqlOf`select 1 from entities e where e.no = ${session} and e.state ->> 'status' = ${status} for update of e`;
    if (held.length === 0) return false;
    const [newest] = await sqlOf<
      { n: number }[]
    >`select max(d.n) as n from session_draws d where d.session = ${session}`;
    if (newest?.n !== n) return false;
    const { count } = await once(
      orm
        .update(sessionDraws)
        .set({ secret, seed, drawn, revealedAt: at })
        .where(and(eq(sessionDraws.session, session), eq(sessionDraws.n, n), isNull(sessionDraws.revealedAt))),
    );
    if (count !== 1) return false;
    const seated = [
      ...drawn.members.map((expert) => ({ expert, seat: 'member' as const })),
      ...drawn.alternates.map((expert) => ({ expert, seat: 'alternate' as const })),
    ].map((each, place) => ({ session, draw: n, place: place + 1, declaredAt: null, ...each }));
    await once(
      orm
        .insert(sessionExperts)
        .values(seated)
        .onConflictDoUpdate({
          target: [sessionExperts.session, sessionExperts.expert],
          set: {
            draw: excluded(sessionExperts.draw),
            place: excluded(sessionExperts.place),
            seat: excluded(sessionExperts.seat),
            declaredAt: excluded(sessionExperts.declaredAt),
            present: false,
            substitute: null,
          },
        }),
    );
    return true;
  });
}
