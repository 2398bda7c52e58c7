// SQL by hand: the session is locked first, and an alternate is found and moved up in one statement.
import type { IsoDate } from '../../domain/calendar/dates.ts';
import type { RecusalGround } from '../../domain/session/recusal.ts';
import type { Db } from '../connection.ts';
import { type Transaction, transaction } from '../transaction.ts';

/** What an expert says of himself, or the office of an expert: nothing stands against it, or the expert withdraws from one application or from the session. */
export type Declaration = {
  readonly session: string;
  readonly expert: string;
  readonly foundBy: 'declared' | 'office';
  readonly by: string;
  /** Business time, epoch ms. */
  readonly at: number;
  /** The sealed words, in hexadecimal digits. */
  readonly text: { readonly id: string; readonly body: string; readonly hash: string } | null;
} & (
  | { readonly scope: 'none' }
  | { readonly scope: 'session'; readonly ground: RecusalGround }
  | { readonly scope: 'application'; readonly application: string; readonly ground: RecusalGround }
);

/** `moved`: the session does not stand as it was read; `notDrawn`: not an expert of it, or withdrawn; `notOnRoster`: nobody reviews that application here. */
export type Declared = 'written' | 'moved' | 'notDrawn' | 'notOnRoster';

/** Writes a declaration, if the session still has this version. A member who withdraws from the whole session is followed by the next alternate, in the order of the draw. */
export async function declare(db: Db, given: Declaration, seq: number): Promise<Declared> {
  return await transaction(db, async (sql): Promise<Declared> => {
    const [held] = await sql<{ draw: number }[]>`
      select (state -> 'draw' ->> 'n')::integer as draw from entities where no = ${given.session} and seq = ${seq} for update`;
    if (!held) return 'moved';
    const [drawn] = await sql<{ seat: 'member' | 'alternate' }[]>`
      select seat from session_experts
       where session = ${given.session} and expert = ${given.expert} and draw = ${held.draw} and not recused for update`;
    if (!drawn) return 'notDrawn';
    if (given.scope === 'application' && !(await isOnRoster(sql, given.session, given.application)))
      return 'notOnRoster';
    if (given.text) await sql`select write_text(${given.session}, ${JSON.stringify(given.text)}::text::jsonb)`;
    if (given.scope === 'session') await withdraw(sql, { ...given, ...held, ...drawn });
    if (given.scope === 'application')
      await sql`
        insert into session_recusals (session, application, expert, ground, found_by, by_person, reason)
        values (${given.session}, ${given.application}, ${given.expert}, ${given.ground}, ${given.foundBy}, ${given.by}, ${given.text?.id ?? null})
        on conflict do nothing`;
    if (given.foundBy === 'declared')
      await sql`
        update session_experts set declared_at = coalesce(declared_at, from_ms(${given.at}::bigint))
         where session = ${given.session} and expert = ${given.expert}`;
    return 'written';
  });
}

async function isOnRoster(sql: Transaction['sql'], session: string, application: string): Promise<boolean> {
  const found = await sql`
    select 1 from session_roster where session = ${session} and application = ${application} and left_at is null`;
  return found.length > 0;
}

type Withdrawal = Extract<Declaration, { scope: 'session' }> & {
  readonly draw: number;
  readonly seat: 'member' | 'alternate';
};

/** The next alternate takes the seat, sits for nobody else any more, and is asked to declare. */
async function withdraw(sql: Transaction['sql'], given: Withdrawal): Promise<void> {
  const { session, expert, draw, seat, ground, foundBy, by, text } = given;
  await sql`
    update session_experts set recused = true, present = false, substitute = null, recusal_ground = ${ground}, recusal_found_by = ${foundBy},
           recusal_by = ${by}, recusal_reason = ${text?.id ?? null}
     where session = ${session} and expert = ${expert}`;
  await sql`update session_experts set substitute = null where session = ${session} and substitute = ${expert}`;
  if (seat === 'alternate') return;
  const [next] = await sql<{ expert: string }[]>`
    update session_experts set seat = 'member'
     where session = ${session} and expert = (
       select x.expert from session_experts x
        where x.session = ${session} and x.draw = ${draw} and x.seat = 'alternate' and not x.recused order by x.place limit 1)
    returning expert`;
  if (!next) return;
  await sql`update session_experts set substitute = null where session = ${session} and substitute = ${next.expert}`;
  await sql`select ask_to_declare(${session}, ${next.expert})`;
}

/** An expert of the recorded draw of a session; `from` are the applications from which the expert withdrew. */
export type DrawnExpert = {
  readonly id: string;
  readonly person: string | null;
  readonly nameEnc: Buffer;
  readonly title: string;
  readonly specialty: string;
  readonly unitName: string;
  readonly chair: 'chair' | 'viceChair' | null;
  readonly termUntil: IsoDate;
  readonly place: number;
  readonly seat: 'member' | 'alternate';
  readonly declared: boolean;
  readonly recused: boolean;
  readonly present: boolean;
  readonly ground: RecusalGround | null;
  readonly foundBy: string | null;
  readonly reason: string | null;
  readonly from: readonly {
    readonly application: string;
    readonly ground: RecusalGround;
    readonly foundBy: string;
    readonly reason: string | null;
  }[];
};

/** Who was drawn for a session, in the order of the draw. */
export async function drawnExperts({ sql }: Db, session: string): Promise<DrawnExpert[]> {
  return await sql<DrawnExpert[]>`
    select x.id, x.person, x.name_enc as "nameEnc", x.title, x.specialty, x.unit_name as "unitName", x.chair, x.term_until::text as "termUntil",
           d.place, d.seat, d.declared_at is not null as declared, d.recused, d.present, d.recusal_ground as ground,
           d.recusal_found_by as "foundBy", d.recusal_reason as reason,
           coalesce((select jsonb_agg(jsonb_build_object('application', r.application, 'ground', r.ground, 'foundBy', r.found_by, 'reason', r.reason)
                                      order by r.application)
                       from session_recusals r where r.session = d.session and r.expert = d.expert), '[]') as from
      from session_experts d join experts x on x.id = d.expert join entities e on e.no = d.session
     where d.session = ${session} and d.draw = (e.state -> 'draw' ->> 'n')::integer
     order by d.place`;
}
