import type { CommitteeYear } from '../../domain/committee/year.ts';
import type { Snapshot } from '../../domain/lifecycle/command-queue.ts';
import type { ApplicantFacts, Role } from '../../domain/programme/facts.ts';
import type { Plan } from '../../domain/programme/programme.ts';
import type { DeadlineRule } from '../../domain/programme/stages/deadlines.ts';
import type { Timeline } from '../../domain/programme/timeline.ts';
import { type YearStates, yearIn, yearStates } from '../committees/committee-years.ts';
import type { Db } from '../connection.ts';
import type { StoredObjection } from '../postings/objections.ts';
import { findPlan } from '../programmes/plans.ts';
import { type Asides, asideColumns, asidesWith, type NamedByCaller, type Wanted } from './asides.ts';

/** Who an application belongs to and which offices deal with it: the data by which access is decided. */
export type ApplicationHead = ApplicantFacts & {
  readonly no: string;
  readonly world: string | null;
  readonly person: string;
  readonly unit: string;
  readonly programme: string;
  readonly office: string;
  readonly sealingAuthority: string | null;
  readonly acting: Readonly<Partial<Record<Role, string>>>;
  /** The offices of `acting` to which it has come, and which therefore see it. */
  readonly seenBy: Readonly<Partial<Record<Role, string>>>;
  /** Whether it was ever submitted; only the applicant may see a draft. */
  readonly opened: boolean;
};

/** The head and the values of the ETag; instants are business epoch ms. */
export type ApplicationKey = ApplicationHead & {
  readonly seq: number;
  readonly line: number;
  readonly open: number;
  readonly contentVersion: number;
  readonly timelineVersion: number;
  readonly nowMs: number;
  /** What its integrity cases changed; null before the first. */
  readonly integrity?: IntegritySummary | null;
};

/** How many steps its integrity cases took, and the day on which the title was revoked, if it was. */
type IntegritySummary = { readonly version: number; readonly revokedOn: string | null };

/** The facts by which eligibility was judged; stored with the draft. */
export type StoredFacts = Readonly<Record<string, unknown>>;

/** The columns of a head, for a statement that calls the table `a`. */
export const headColumns = (sql: Db['sql']) => sql`
  a.no, a.world, a.person, a.unit, a.programme, a.series, a.specialty, a.level, a.track, a.employer_class as "employerClass",
  a.office, a.sealing_authority as "sealingAuthority", a.acting, a.seen_by as "seenBy", a.committee, a.destination, a.plan_hash is not null as opened`;

/** The version of the dates that count for an application: those now in force, or after its close those under which it was closed; for tables `a` and `p`. */
export const datesOf = (sql: Db['sql']) =>
  sql`case when a.closed then coalesce(a.timeline_version, p.timeline_version) else p.timeline_version end`;

/** An open intent as it is shown with its application. */
type PendingIntent = { readonly id: string; readonly action: string; readonly receivedAt: number };

/** A deadline as the last outcome wrote it; dates are business dates, `dueAt` is epoch ms. */
export type StoredDeadline = {
  readonly key: string;
  readonly stage: string;
  readonly rule: DeadlineRule;
  readonly anchor: string;
  readonly due: string;
  readonly dueAt: number;
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
};

/** All data for the view of one application. */
export type ApplicationRow = ApplicationKey & {
  readonly facts: StoredFacts;
  readonly snapshot: Snapshot | null;
  readonly plan: Plan | null;
  /** The dates in force; null before the first submission, and if they are those of the plan. */
  readonly timeline: Timeline | null;
  readonly deadlines: readonly StoredDeadline[];
  readonly pending: readonly PendingIntent[];
  /** Every objection to it, in order of receipt. */
  readonly objections: readonly KeptObjection[];
  /** The year of its committee; null without a committee, and before anything happened there. */
  readonly year: CommitteeYear | null;
  /** The day of the last meeting that reviewed it; null without a committee, and before the first. */
  readonly reviewedOn: string | null;
  /** Whether the meeting of the session on whose roster it is has begun. */
  readonly inSession: boolean;
  /** The day the running publicity was posted, if one runs. */
  readonly postedOn: string | null;
  /** What was read beside it for an action. */
  readonly asides: Partial<Asides>;
};

/** An objection as it is read with its application: its author and text are sealed, in hexadecimal digits. */
export type KeptObjection = Omit<StoredObjection, 'objector' | 'body'> & {
  readonly objector: string | null;
  readonly body: string;
  /** The item it is about; null where it is about the whole. */
  readonly item: string | null;
  /** Whether it was taken up. */
  readonly recorded: boolean;
  /** Its place among those that waited because the board was full; null where it did not wait. */
  readonly place: number | null;
  /** Whether it is about a publicity of the unit, and not of an office. */
  readonly byUnit: boolean;
  readonly conclusion: { readonly by: string; readonly upheld: boolean } | null;
};

type RawApplication = Omit<ApplicationRow, 'nowMs' | 'plan' | 'year'> & {
  readonly nowMs: string;
  readonly planHash: string | null;
  readonly yearStates: YearStates;
};

/**
 * One application whole, in one round trip, with what is wanted beside it; its plan is read once by each process that asks for one of its kind.
 * SQL by hand: a hot read, in which what is wanted is a part that each call chooses.
 */
export async function findApplication(
  db: Db,
  no: string,
  { wanted = [], ...named }: NamedByCaller & { readonly wanted?: readonly Wanted[] } = {},
): Promise<ApplicationRow | null> {
  const { sql } = db;
  const [row] = await sql<RawApplication[]>`
    select ${headColumns(sql)}, a.seq, a.line, a.content_version as "contentVersion", a.integrity, a.facts, a.snapshot,
           a.plan_hash as "planHash",
           ${datesOf(sql)} as "timelineVersion", to_ms(world_now(a.world)) as "nowMs",
           (select count(*)::integer from intents i where i.no = a.no and i.outcome is null) as open,
           case when a.plan_timeline is distinct from ${datesOf(sql)} and a.plan_hash is not null then t.body end as timeline,
           coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'named', o.named, 'objector', encode(o.objector_enc, 'hex'),
                       'body', encode(o.body_enc, 'hex'), 'receivedAt', to_ms(o.received_at), 'item', coalesce(e.data, q.data) -> 'item',
                       'recorded', e.seq is not null, 'place', q.data -> 'place',
                       'byUnit', coalesce(po.kind = 'unit', e.role = 'unitHr', false),
                       'conclusion', (select jsonb_build_object('by', c.role, 'upheld', c.data -> 'upheld') from events c
                                       where c.no = a.no and c.name = 'objectionConcluded' and c.data ->> 'objection' = o.id::text limit 1))
                       order by o.received_at, o.id)
                       from objections o
                       left join postings po on po.id = o.posting
                       left join events e on e.no = o.no and e.name = 'objectionRecorded' and e.data ->> 'objection' = o.id::text
                       left join events q on q.no = o.no and q.name = 'objectionQueued' and q.data ->> 'objection' = o.id::text
                      where o.no = a.no), '[]') as objections,
           ${yearStates(sql)} as "yearStates",
           case when a.committee is not null then
             (select e.data ->> 'heldOn' from events e where e.no = a.no and e.name = 'resultRecorded' order by e.seq desc limit 1) end as "reviewedOn",
           coalesce((select jsonb_agg(jsonb_build_object('key', d.key, 'stage', d.stage, 'rule', d.rule, 'anchor', d.anchor, 'due', d.due,
                       'dueAt', to_ms(d.due_at), 'clauses', d.clauses, 'readings', d.readings) order by d.due_at, d.key)
                       from deadlines d where d.no = a.no), '[]') as deadlines,
           coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'action', i.action, 'receivedAt', to_ms(i.received_at)) order by i.n)
                       from intents i where i.no = a.no and i.outcome is null), '[]') as pending,
           exists (select 1 from session_roster r where r.application = a.no and r.left_at is null and r.frozen) as "inSession",
           case when a.phase = 'posted' then
             (select e.data ->> 'postedOn' from events e where e.no = a.no and e.name = 'posted' order by e.seq desc limit 1) end as "postedOn"
           ${asideColumns(sql, wanted, named)}
      from applications a
      join programmes p on p.id = a.programme
      join timelines t on t.programme = a.programme and t.version = ${datesOf(sql)}
     where a.no = ${no} and a.discarded_at is null`;
  if (!row) return null;
  const { planHash, nowMs, yearStates: states, ...rest } = row;
  const asides = asidesWith(row, wanted, row.snapshot?.stage?.key ?? '');
  return {
    ...rest,
    plan: planHash === null ? null : await findPlan(db, planHash),
    nowMs: Number(nowMs),
    year: yearIn(states),
    asides,
  };
}

/** The heads of several applications, in no particular order; numbers that do not exist are left out. */
export async function findHeads({ sql: query }: Db, nos: readonly string[]): Promise<ApplicationHead[]> {
  // SQL by hand: the columns of a head are those of the hot reads.
  return await query<
    ApplicationHead[]
  >`select ${headColumns(query)} from applications a where a.no = any(${nos as string[]}::text[]) and a.discarded_at is null`;
}
