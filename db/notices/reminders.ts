import type { Snapshot } from '../../domain/lifecycle/command-queue.ts';
import type { Reminder } from '../../domain/lifecycle/reminders.ts';
import type { ApplicantFacts } from '../../domain/programme/facts.ts';
import type { Plan } from '../../domain/programme/programme.ts';
import type { Timeline } from '../../domain/programme/timeline.ts';
import type { Db } from '../connection.ts';

/** Which reminders: those of one clock world up to an instant (business epoch ms), or of every world and of real time up to their own now. */
export type Sweep = { readonly world?: string; readonly untilMs?: number };

/** Most reminders that one statement tells, so that it stays far below the statement's time. */
const atOnce = 2_000;

/**
 * Makes notices of the reminders whose instant has come and that nobody was told of; gives how many reminders that were. Several may do it at once:
 * each row is taken by one of them, and a notice is there once for each person, last day and number of days. A last day that is over is not told
 * as near (`ahead` below zero is told after it), one that has moved is not told at all, and of several that come late only the nearest.
 */
export async function insertReminderNotices(db: Db, sweep: Sweep = {}): Promise<number> {
  for (let all = 0; ; ) {
    const count = await tellSome(db, sweep);
    all += count;
    if (count < atOnce) return all;
  }
}

async function tellSome(
  { sql }: Db,
  { world = null, untilMs = null }: { world?: string | null; untilMs?: number | null },
): Promise<number> {
  const inForce = sql`(r.no is null or r.timeline >= (select p.timeline_version from programmes p where p.id = r.programme))`;
  // World by world, each up to its own instant, which the index of those that wait is for; `now()`, as a clock that runs on bounds no index.
  const [row] = await sql<{ count: number }[]>`
    with waiting as (
      select own.id, own.remind_at from (
        select r.id, r.remind_at from reminders r
         where ${world}::uuid is null and r.world is null and r.handled_at is null and r.remind_at <= now() and ${inForce}
         order by r.remind_at limit ${atOnce} for update of r skip locked) own
      union all
      select own.id, own.remind_at from worlds w cross join lateral (
        select r.id, r.remind_at from reminders r
         where r.world = w.id and r.handled_at is null and ${inForce}
           and r.remind_at <= coalesce(from_ms(${untilMs}::bigint), now() + w.offset_ms * interval '1 millisecond')
         order by r.remind_at limit ${atOnce} for update of r skip locked) own
       where ${world}::uuid is null or w.id = ${world}::uuid),
    taken as (
      update reminders set handled_at = clock_timestamp()
       where id in (select id from waiting order by remind_at limit ${atOnce})
      returning *),
    due as (
      select *, row_number() over (partition by no, programme, committee, world, deadline, ahead < 0 order by ahead) as place from taken),
    told as (
      insert into notices (no, programme, committee, person, channel, template, params, about_at, deadline, due, ahead)
      select r.no, r.programme, r.committee, who.person, channel, r.template,
             r.params || jsonb_strip_nulls(jsonb_build_object('stage', a.stage)), r.remind_at, r.deadline, r.due, r.ahead
        from due r left join applications a on a.no = r.no
       cross join unnest(r.audience) role
       cross join lateral addressees(role, r.world, a.person, a.unit, coalesce(a.acting, r.acting)) who (person)
       cross join unnest(array['inApp', 'mail']) channel
       where (r.ahead < 0 or world_now(r.world) < (r.due + 1)::timestamp at time zone 'Asia/Shanghai')
         and (r.place = 1 or ${untilMs}::bigint is not null)
       order by r.remind_at, r.id
      on conflict do nothing)
    select count(*)::integer as count from due`;
  return row?.count ?? 0;
}

/** A case whose reminders were worked out by older dates than those now in force. */
export type OutdatedCase = ApplicantFacts & {
  readonly no: string;
  readonly seq: number;
  readonly snapshot: Snapshot;
  readonly plan: Plan;
  readonly timeline: Timeline;
};

/** Some such cases in order of their numbers, after one of them; of one clock world, or of all. */
export async function outdatedCases(
  { sql }: Db,
  { after, world = null, limit }: { after: string; world?: string | null; limit: number },
): Promise<OutdatedCase[]> {
  return await sql<OutdatedCase[]>`
    select a.no, a.seq, a.series, a.specialty, a.level, a.track, a.employer_class as "employerClass", a.committee, a.destination, a.snapshot, plan.body as plan,
           t.body as timeline
      from (select distinct r.no, p.timeline_version as version
              from programmes p join reminders r on r.programme = p.id and r.timeline < p.timeline_version
             where r.no > ${after} and (${world}::uuid is null or r.world = ${world}::uuid)
             order by r.no limit ${limit}) r
      join applications a on a.no = r.no join plans plan on plan.hash = a.plan_hash join timelines t on t.programme = a.programme and t.version = r.version
     order by a.no`;
}

/** Writes the reminders of a case as they are by newer dates; false where it acted meanwhile and has them by itself. */
export async function moveReminders(
  { sql }: Db,
  { no, seq }: Pick<OutdatedCase, 'no' | 'seq'>,
  moved: { readonly reminders: readonly Reminder[]; readonly version: number },
): Promise<boolean> {
  const [row] = await sql<{ moved: boolean }[]>`
    select move_reminders(${no}, ${seq}, ${JSON.stringify(moved.reminders)}::text::jsonb, ${moved.version}) as moved`;
  return row?.moved ?? false;
}
