import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Drawn, Pool } from '../../../domain/session/draw/draw.ts';
import type { Db } from '../../connection.ts';
import { prepared } from '../../prepared.ts';
import { sessionDraws as draws, events } from '../../schema.ts';

/** A draw as it stands; instants are real time, epoch ms. */
export type StoredDraw = {
  readonly n: number;
  readonly pool: Pool;
  readonly poolHash: string;
  readonly secretHash: string;
  readonly committedBy: string;
  readonly committedAt: number;
  readonly value: string | null;
  readonly valueBy: string | null;
  readonly valueAt: number | null;
  readonly secret: string | null;
  readonly seed: string | null;
  readonly drawn: Drawn | null;
  readonly revealedAt: number | null;
  readonly reason: string | null;
};

const columns = {
  n: draws.n,
  pool: draws.pool,
  poolHash: draws.poolHash,
  secretHash: draws.secretHash,
  committedBy: draws.committedBy,
  committedAt: draws.committedAt,
  value: draws.value,
  valueBy: draws.valueBy,
  valueAt: draws.valueAt,
  secret: draws.secret,
  seed: draws.seed,
  drawn: draws.drawn,
  revealedAt: draws.revealedAt,
  reason: draws.reason,
};

const ofSession = prepared(['session'], (orm, { session }) =>
  orm.select(columns).from(draws).where(eq(draws.session, session)).orderBy(asc(draws.n)),
);

/** The draws of a session, first to last, also those that were never revealed. */
export const drawsOf = (db: Db, session: string): Promise<StoredDraw[]> => ofSession(db, { session });

const recorded = prepared(['session', 'n'], (orm, { session, n }) =>
  orm
    .select({ seq: events.seq })
    .from(events)
    .where(
      and(
        eq(events.no, session),
        eq(events.name, 'draw'),
        sql`(${events.data} -> 'draw' ->> 'n')::integer = ${n}::integer`,
      ),
    )
    .limit(1),
);

/** Whether a step of the session recorded this draw, also where a later step has set it aside. */
export const wasRecorded = async (db: Db, session: string, n: number): Promise<boolean> =>
  (await recorded(db, { session, n })).length > 0;

const setValue = prepared(['session', 'n', 'value', 'by'], (orm, { session, n, value, by }) =>
  orm
    .update(draws)
    .set({ value: sql`${value}`, valueBy: sql`${by}`, valueAt: sql`clock_timestamp()` })
    .where(and(eq(draws.session, session), eq(draws.n, n), isNull(draws.value))),
);

/** Keeps the value of the second party, once; false where there is one already. */
export async function giveValue(
  db: Db,
  given: { readonly session: string; readonly n: number; readonly value: string; readonly by: string },
): Promise<boolean> {
  return (await setValue(db, given)).count === 1;
}
