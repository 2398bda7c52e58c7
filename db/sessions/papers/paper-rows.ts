// SQL by hand: the newest of several versions, and rows that count only for experts of the draw in force.
import type { ApplicantFacts } from '../../../domain/programme/facts.ts';
import type { HearingRule } from '../../../domain/programme/stages/stages.ts';
import type { Db } from '../../connection.ts';

type Read = Pick<Db, 'sql'>;

/** An application on the roster, with its applicant's sealed name and the rule of the hearing by which it was filed; `defenceAt` is epoch ms. */
export type RosterRow = Pick<ApplicantFacts, 'series' | 'specialty' | 'level' | 'track'> & {
  readonly no: string;
  readonly name: Buffer;
  readonly unit: string;
  readonly defenceAt: number | null;
  readonly room: string | null;
  readonly moved: number;
  readonly absent: boolean;
  readonly hearing: HearingRule | null;
};

/** The roster in order of the numbers; those who withdrew or were taken off are not on it, also once the session has ended. */
export async function rosterRows({ sql }: Read, session: string): Promise<readonly RosterRow[]> {
  return await sql<RosterRow[]>`
    select a.no, p.name_enc as name, u.name as unit, a.series, a.specialty, a.level, a.track,
           to_ms(r.defence_at)::float8 as "defenceAt", r.room, r.moved, r.absent,
           jsonb_path_query_first(l.body, '$.stages[*] ? (@.kind == "session").hearing[0]') as hearing
      from session_roster r
      join applications a on a.no = r.application
      join people p on p.id = a.person
      join units u on u.id = a.unit
      left join plans l on l.hash = a.plan_hash
     where r.session = ${session} and (r.left_at is null or r.why not in ('withdrawn', 'removed'))
     order by a.no`;
}

/** What the register knows of an applicant beside the roster; identity and form are sealed. */
export type FiledRow = {
  readonly no: string;
  readonly identity: Buffer | null;
  readonly territory: string | null;
  readonly supervisor: string | null;
  readonly form: Buffer | null;
};

/** The same of everybody on the roster, with the form as it was submitted last. */
export async function filedRows({ sql }: Read, session: string): Promise<readonly FiledRow[]> {
  return await sql<FiledRow[]>`
    select a.no, p.identity_enc as identity, u.territory, u.supervisor, c.body_enc as form
      from session_roster r
      join applications a on a.no = r.application
      join people p on p.id = a.person
      join units u on u.id = a.unit
      left join contents c on c.no = a.no and c.version = (a.snapshot -> 'submission' ->> 'contentVersion')::integer
     where r.session = ${session} and (r.left_at is null or r.why not in ('withdrawn', 'removed'))
     order by a.no`;
}

/** An expert of the draw that counts; the name is sealed. */
export type ExpertRow = {
  readonly id: string;
  readonly name: Buffer;
  readonly title: string;
  readonly specialty: string;
  readonly unit: string;
  readonly origin: string;
  readonly rank: 'chair' | 'viceChair' | null;
  readonly seat: 'member' | 'alternate';
  readonly recused: boolean;
  readonly present: boolean;
  /** The alternate who sits in this member's place. */
  readonly substitute: string | null;
};

/** The experts of a session, members first, in the order of the draw. */
export async function expertRows({ sql }: Read, session: string): Promise<readonly ExpertRow[]> {
  return await sql<ExpertRow[]>`
    select x.id, x.name_enc as name, x.title, x.specialty, x.unit_name as unit, x.origin, x.chair as rank,
           s.seat, s.recused, s.present, s.substitute
      from entities e
      join session_experts s on s.session = e.no and s.draw = (e.state -> 'draw' ->> 'n')::integer
      join experts x on x.id = s.expert
     where e.no = ${session}
     order by s.seat desc, s.place`;
}

type RecusalRow = {
  readonly application: string;
  readonly expert: string;
  readonly ground: 'sameUnit' | 'relation' | 'jointWork' | 'other';
};

/** Who withdrew from which application. */
export async function recusalRows({ sql }: Read, session: string): Promise<readonly RecusalRow[]> {
  return await sql<RecusalRow[]>`
    select c.application, c.expert, c.ground
      from entities e
      join session_recusals c on c.session = e.no
      join session_experts s on s.session = e.no and s.expert = c.expert and s.draw = (e.state -> 'draw' ->> 'n')::integer
     where e.no = ${session}
     order by c.application, s.seat desc, s.place`;
}

type SheetRow = {
  readonly application: string;
  readonly expert: string;
  readonly kind: 'quantified' | 'defence';
  readonly points: number;
  readonly items: readonly { readonly key: string; readonly points: number }[];
  readonly correction: number | null;
};

/** The newest sheet of each expert who is present and did not withdraw, for each application. */
export async function sheetRows({ sql }: Read, session: string): Promise<readonly SheetRow[]> {
  return await sql<SheetRow[]>`
    select distinct on (t.application, t.expert, t.kind) t.application, t.expert, t.kind, t.points, t.items, t.correction
      from session_sheets t
      join session_experts s on s.session = t.session and s.expert = t.expert and s.present and not s.recused
     where t.session = ${session}
       and not exists (select 1 from session_recusals c where c.session = t.session and c.application = t.application and c.expert = t.expert)
     order by t.application, t.expert, t.kind, t.version desc`;
}

type OpinionRow = { readonly application: string; readonly expert: string; readonly text: Buffer };

/** The newest opinion of each expert about each application, sealed. */
export async function opinionRows({ sql }: Read, session: string): Promise<readonly OpinionRow[]> {
  return await sql<OpinionRow[]>`
    select distinct on (o.application, s.seat, s.place, o.expert) o.application, o.expert, o.text_enc as text
      from session_opinions o
      join session_experts s on s.session = o.session and s.expert = o.expert
     where o.session = ${session}
     order by o.application, s.seat desc, s.place, o.expert, o.version desc`;
}

type ResultRow = {
  readonly application: string;
  readonly round: number;
  readonly present: number;
  readonly agree: number;
  readonly against: number;
  readonly abstain: number;
  readonly blank: number;
  readonly passed: boolean;
  readonly reason: 'absentFromDefence' | 'vetoed' | null;
};

/** What the last round on each application came to. */
export async function resultRows({ sql }: Read, session: string): Promise<readonly ResultRow[]> {
  return await sql<ResultRow[]>`
    select distinct on (application) application, round, present, agree, against, abstain, blank, passed, reason
      from session_results where session = ${session} order by application, round desc`;
}
