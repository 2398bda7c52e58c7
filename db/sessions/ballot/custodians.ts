// SQL by hand: a key is registered or released only while the session stands so, which the same statement sees under the lock of the session.
import type { SessionStatus } from '../../../domain/session/steps.ts';
import type { Db } from '../../connection.ts';

/** One of the two custodians of a box: who, their public key, and their released key, sealed for the other one. */
export type Custodian = {
  readonly place: 1 | 2;
  readonly person: string;
  readonly publicKey: Buffer;
  readonly released: Buffer | null;
};

/** The custodians of the box of the session's present round, by place. */
export async function custodiansOf({ sql }: Pick<Db, 'sql'>, session: string): Promise<Custodian[]> {
  return await sql<Custodian[]>`
    select c.place, c.person, c.public_key as "publicKey", c.released_enc as released
      from entities e
      join ballot_custodians c on c.session = e.no and c.round = coalesce((e.state -> 'ballot' ->> 'round')::integer, 1)
     where e.no = ${session} order by c.place`;
}

type Registering = {
  readonly session: string;
  readonly place: 1 | 2;
  readonly person: string;
  readonly publicKey: Buffer;
  readonly statuses: readonly SessionStatus[];
};

/**
 * Registers the public key of a custodian, in place of one that was registered there before. False where the session does not stand so, the person is one
 * of its experts, or the other custodian is the same person or has the same key.
 */
export async function registerCustodian({ sql }: Pick<Db, 'sql'>, given: Registering): Promise<boolean> {
  const { session, place, person, publicKey, statuses } = given;
  const rows = await sql`
    with session as materialized (
      select e.no, coalesce((e.state -> 'ballot' ->> 'round')::integer, 1) as round from entities e
       where e.no = ${session} and e.state ->> 'status' = any (${[...statuses]}::text[])
         and not coalesce((e.state -> 'ballot' ->> 'open')::boolean, false)
         for share of e)
    insert into ballot_custodians (session, round, place, person, public_key)
    select s.no, s.round, ${place}, ${person}, ${publicKey} from session s
     where not exists (select 1 from session_experts x join experts t on t.id = x.expert where x.session = s.no and t.person = ${person})
       and not exists (select 1 from ballot_custodians c
                        where c.session = s.no and c.round = s.round and c.place <> ${place}
                          and (c.person = ${person} or c.public_key = ${publicKey}))
    on conflict (session, round, place) do update set person = excluded.person, public_key = excluded.public_key
    returning place`;
  return rows.length > 0;
}

/** Keeps the released key of a custodian, sealed for the other one; false where the box is not closed, or counted already. */
export async function keepReleasedKey(
  { sql }: Pick<Db, 'sql'>,
  { session, place, sealed }: { readonly session: string; readonly place: 1 | 2; readonly sealed: Buffer },
): Promise<boolean> {
  const rows = await sql`
    with box as materialized (
      select e.no, (e.state -> 'ballot' ->> 'round')::integer as round from entities e
       where e.no = ${session} and e.state ->> 'status' = 'BALLOT_CLOSED' for share of e)
    update ballot_custodians c set released_enc = ${sealed}
      from box b join ballot_boxes x on x.session = b.no and x.round = b.round and x.counted_at is null
     where c.session = b.no and c.round = b.round and c.place = ${place}
    returning c.place`;
  return rows.length > 0;
}
