// SQL by hand: the next version is found and written by one statement.
import type { Db } from '../../connection.ts';

/** A paper as it was made: the SHA-256 of its bytes in hex, and the number of the last correction that it names; `at` is business epoch ms. */
export type StoredPaper = {
  readonly kind: string;
  readonly version: number;
  readonly hash: string;
  readonly correction: number | null;
  readonly at: number;
};

type Made = Pick<StoredPaper, 'kind' | 'hash' | 'correction'> & { readonly session: string };

/** Writes down that a paper was made; nothing where the last one of its kind has the same bytes. Gives the version. */
export async function recordPaper({ sql }: Pick<Db, 'sql'>, made: Made): Promise<number> {
  const { session, kind, hash, correction } = made;
  for (;;) {
    await sql`
      insert into session_papers (session, kind, version, hash, correction, at)
      select ${session}, ${kind}, coalesce(max(p.version), 0) + 1, ${hash}, ${correction}::integer,
             world_now((select world from entities where no = ${session}))
        from session_papers p where p.session = ${session} and p.kind = ${kind}
      having (array_agg(p.hash order by p.version desc))[1] is distinct from ${hash}
      on conflict do nothing`;
    const [last] = await sql<Pick<StoredPaper, 'version' | 'hash'>[]>`
      select version, hash from session_papers where session = ${session} and kind = ${kind} order by version desc limit 1`;
    // Another one, made of the session as it stood a moment before, may have taken the number.
    if (last?.hash === hash) return last.version;
  }
}

/** Every paper that was made from a session, first to last. */
export async function papersOf({ sql }: Pick<Db, 'sql'>, session: string): Promise<readonly StoredPaper[]> {
  return await sql<StoredPaper[]>`
    select kind, version, hash, correction, to_ms(at)::float8 as at from session_papers
     where session = ${session} order by kind, version`;
}

/** The last day of the meeting that passed an application; null where no session did. */
export async function passedOn({ sql }: Pick<Db, 'sql'>, application: string): Promise<string | null> {
  const [row] = await sql<{ day: string | null }[]>`
    select e.state ->> 'lastDay' as day from session_results r join entities e on e.no = r.session
     where r.application = ${application} and r.passed order by r.voided, e.state ->> 'lastDay' desc limit 1`;
  return row?.day ?? null;
}
