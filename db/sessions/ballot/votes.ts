// SQL by hand: whether the box is open and who votes on what is seen by the statement that writes the votes, under the lock of the session.
import type { Db } from '../../connection.ts';

/** A sealed vote on one application. */
export type SealedVote = { readonly application: string; readonly sealed: Buffer };

/**
 * Puts the votes of a person into the open box, in place of what they cast before: all of them or, where the box is not open or one of the applications is
 * not theirs to vote on, none. A step that closes the box holds the lock of the session, so it comes before this statement or after it.
 */
export async function castVotes(
  { sql }: Pick<Db, 'sql'>,
  given: { readonly session: string; readonly person: string; readonly votes: readonly SealedVote[] },
): Promise<boolean> {
  const { session, person, votes } = given;
  const rows = await sql`
    with box as materialized (
      select e.no, (e.state -> 'ballot' ->> 'round')::integer as round from entities e
       where e.no = ${session} and e.state ->> 'status' = 'IN_SESSION' and (e.state -> 'ballot' ->> 'open')::boolean
         for share of e),
    asked as (
      select a.application, decode(a.hex, 'hex') as sealed
        from unnest(${votes.map(({ application }) => application)}::text[], ${votes.map(({ sealed }) => sealed.toString('hex'))}::text[])
          as a (application, hex)),
    allowed as materialized (
      select v.session, v.round, v.application, v.expert, a.sealed
        from box b join ballot_voters v on v.session = b.no and v.round = b.round
        join experts x on x.id = v.expert and x.person = ${person}
        join asked a on a.application = v.application)
    insert into ballots_sealed (session, round, application, expert, sealed)
    select session, round, application, expert, sealed from allowed
     where (select count(*) from allowed) = ${votes.length}
    on conflict (session, round, application, expert) do update set sealed = excluded.sealed
    returning 1`;
  return rows.length > 0;
}

/** What somebody sees of a box: on which applications they may vote and whether they have; never what. */
export type Mark = { readonly application: string; readonly voted: boolean };

/** The marks of a person in the box of the present round. */
export async function marksOf(
  { sql }: Pick<Db, 'sql'>,
  { session, person }: { readonly session: string; readonly person: string },
): Promise<Mark[]> {
  return await sql<Mark[]>`
    select v.application, s.expert is not null as voted
      from entities e
      join ballot_voters v on v.session = e.no and v.round = (e.state -> 'ballot' ->> 'round')::integer
      join experts x on x.id = v.expert and x.person = ${person}
      left join ballots_sealed s on (s.session, s.round, s.application, s.expert) = (v.session, v.round, v.application, v.expert)
     where e.no = ${session} order by v.application`;
}

/** How many votes lie in the box of the present round, of how many. */
export async function castIn(
  { sql }: Pick<Db, 'sql'>,
  session: string,
): Promise<{ readonly cast: number; readonly of: number }> {
  const [row] = await sql<{ cast: number; of: number }[]>`
    select count(s.expert)::integer as cast, count(*)::integer as of
      from entities e
      join ballot_voters v on v.session = e.no and v.round = (e.state -> 'ballot' ->> 'round')::integer
      left join ballots_sealed s on (s.session, s.round, s.application, s.expert) = (v.session, v.round, v.application, v.expert)
     where e.no = ${session}`;
  return row ?? { cast: 0, of: 0 };
}
