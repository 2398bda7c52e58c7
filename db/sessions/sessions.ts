// SQL by hand: whether the caller is an expert of the session is a subquery of the hot read, and the list compares pairs of columns.
import type { SessionState } from '../../domain/session/session.ts';
import type { Db } from '../connection.ts';

/** The number of a session, by the id in its path. */
export const sessionNo = (id: string): string => `session/${id}`;
/** The id in the path of a session. */
export const sessionId = (no: string): string => no.slice('session/'.length);

/** A session as it is stored, and which expert of it the caller is; null for everybody else. */
export type SessionRow = {
  readonly no: string;
  readonly world: string | null;
  readonly programme: string;
  readonly committee: string;
  readonly seq: number;
  readonly state: SessionState;
  readonly expert: string | null;
  /** Business time of its world when it was read, epoch ms. */
  readonly nowMs: number;
};

/** An expert of the draw that was recorded for the session, who did not withdraw from all of it. */
const expertOf = (sql: Db['sql'], person: string) => sql`
  (select x.id from session_experts d join experts x on x.id = d.expert
    where d.session = e.no and d.draw = (e.state -> 'draw' ->> 'n')::integer and x.person = ${person}::uuid and not d.recused limit 1)`;

const columns = (sql: Db['sql'], person: string) => sql`
  e.no, e.world, e.programme, e.committee, e.seq, e.state, ${expertOf(sql, person)} as expert, to_ms(world_now(e.world))::float8 as "nowMs"`;

/** A session that was planned, as one person finds it; null where there is none in that world. */
export async function findSession(
  { sql }: Db,
  { id, world, person }: { readonly id: string; readonly world: string | null; readonly person: string },
): Promise<SessionRow | null> {
  const [row] = await sql<SessionRow[]>`
    select ${columns(sql, person)} from entities e
     where e.no = ${sessionNo(id)} and e.kind = 'session' and e.state is not null and e.world is not distinct from ${world}::uuid`;
  return row ?? null;
}

/** Which sessions are listed: those of the committees that the caller has a part in, and those that the caller was drawn for. */
export type SessionSearch = {
  readonly world: string | null;
  readonly person: string;
  readonly committees: readonly { readonly programme: string; readonly committee: string }[];
  readonly programme: string | null;
  readonly committee: string | null;
  readonly status: string | null;
  /** Only those that the caller was drawn for. */
  readonly mine: boolean;
  /** The day and the number of the last one of the page before. */
  readonly after: readonly [day: string, no: string] | null;
  readonly limit: number;
};

/** Sessions in order of their days, one more than the limit. */
export async function listSessions({ sql }: Db, search: SessionSearch): Promise<SessionRow[]> {
  const { world, person, committees, programme, committee, status, mine, after, limit } = search;
  return await sql<SessionRow[]>`
    select found.* from (
      select ${columns(sql, person)} from entities e
       where e.kind = 'session' and e.state is not null and e.world is not distinct from ${world}::uuid
         and (${programme}::text is null or e.programme = ${programme}) and (${committee}::text is null or e.committee = ${committee})
         and (${status}::text is null or e.state ->> 'status' = ${status})
         and (${after?.[0] ?? null}::text is null or (e.state ->> 'meetingOn', e.no) > (${after?.[0] ?? ''}, ${after?.[1] ?? ''}))) found
     where found.expert is not null
        or not ${mine}::boolean and (found.programme, found.committee) in (
             select * from unnest(${committees.map((each) => each.programme)}::text[], ${committees.map((each) => each.committee)}::text[]))
     order by found.state ->> 'meetingOn', found.no limit ${limit + 1}`;
}
