// SQL by hand: the rows of a function, with those who withdrew left out for the expert who asks.
import type { HearingRule } from '../../../domain/programme/stages/stages.ts';
import type { SheetKind } from '../../../domain/session/meeting/scores.ts';
import type { Db } from '../../connection.ts';
import type { Transaction } from '../../transaction.ts';

/** A sheet that counts: the newest of an expert who is present and did not withdraw from the application. */
type CountedSheet = { readonly expert: string; readonly kind: SheetKind; readonly points: number };

/** How an application of a session is heard; `defenceAt` is epoch ms. */
export type StoredHearing = {
  readonly application: string;
  readonly series: string;
  readonly specialty: string;
  readonly level: string;
  readonly defenceAt: number | null;
  readonly room: string | null;
  readonly moved: number;
  readonly absent: boolean;
  readonly hearing: HearingRule | null;
  /** Experts present who did not withdraw from it, and whether they are a quorum. */
  readonly voters: number;
  readonly ready: boolean;
  readonly opinions: number;
  readonly sheets: readonly CountedSheet[];
};

/** Which hearings: one or all, and for an expert none from which that expert withdrew. */
type Of = { readonly application?: string; readonly notOf?: string };

/** The hearings of a session in order of the applications' numbers. */
export async function hearingsOf(
  { sql }: Pick<Db, 'sql'> | Pick<Transaction, 'sql'>,
  session: string,
  { application, notOf }: Of = {},
): Promise<readonly StoredHearing[]> {
  return await sql<StoredHearing[]>`
    select h.application, a.series, a.specialty, a.level, to_ms(h.defence_at)::float8 as "defenceAt", h.room, h.moved, h.absent, h.hearing, h.voters, h.ready, h.opinions,
           coalesce((
             select jsonb_agg(jsonb_build_object('expert', t.expert, 'kind', t.kind, 'points', t.points))
               from (select distinct on (t.expert, t.kind) t.expert, t.kind, t.points from session_sheets t
                       join session_experts x on x.session = t.session and x.expert = t.expert and x.present and not x.recused
                      where t.session = ${session} and t.application = h.application
                        and not exists (select 1 from session_recusals c where c.session = t.session and c.application = t.application and c.expert = t.expert)
                      order by t.expert, t.kind, t.version desc) t), '[]') as sheets
      from session_hearings(${session}) h join applications a on a.no = h.application
     where (${application ?? null}::text is null or h.application = ${application ?? null})
       and not exists (select 1 from session_recusals c where c.session = ${session} and c.application = h.application and c.expert = ${notOf ?? null}::uuid)
     order by h.application`;
}
