import { and, asc, eq, gt, lt, sql } from 'drizzle-orm';
import type { Snapshot } from '../../domain/lifecycle/command-queue.ts';
import type { Reminder } from '../../domain/lifecycle/notices/reminders.ts';
import type { ApplicantFacts } from '../../domain/programme/facts.ts';
import type { Plan } from '../../domain/programme/programme.ts';
import type { Timeline } from '../../domain/programme/timeline.ts';
import type { Db } from '../connection.ts';
import { reminderBatch } from '../limits.ts';
import { prepared } from '../prepared.ts';
import { applications, plans, programmes, reminders, timelines } from '../schema.ts';

/** Which reminders: those of one clock world up to an instant (business epoch ms), or those of every world and of real time, each up to its own present. */
export type Sweep = { readonly world?: string; readonly untilMs?: number };

/**
 * Makes notices of the reminders that are due and were not sent; returns the number of reminders. Several processes may do it at once: one of them gets
 * each row, and there is one notice for each person, last day and number of days. No notice says that a day is near which is already over (with `ahead`
 * below zero the reminder is meant for after it) or has been moved. If several reminders of one last day are late, only the nearest is sent.
 */
export async function insertReminderNotices(db: Db, sweep: Sweep = {}): Promise<number> {
  for (let all = 0; ; ) {
    const count = await tellSome(db, sweep);
    all += count;
    if (count < reminderBatch) return all;
  }
}

async function tellSome(
  { sql: query }: Db,
  { world = null, untilMs = null }: { world?: string | null; untilMs?: number | null },
): Promise<number> {
  const inForce = query`(r.no is null or r.timeline >= (select p.timeline_version from programmes p where p.id = r.programme))`;
  // SQL by hand: takes rows that nobody else has in hand, and writes the notices of those it took, in one statement.
  // Each world by itself, up to its own instant, so that the index of unsent reminders serves. `now()` and not `clock_timestamp()`, which no index can bound.
  const [row] = await query<{ count: number }[]>`
    with waiting as (
      select own.id, own.remind_at from (
        select r.id, r.remind_at from reminders r
         where ${world}::uuid is null and r.world is null and r.handled_at is null and r.remind_at <= now() and ${inForce}
         order by r.remind_at limit ${reminderBatch} for update of r skip locked) own
      union all
      select own.id, own.remind_at from worlds w cross join lateral (
        select r.id, r.remind_at from reminders r
         where r.world = w.id and r.handled_at is null and ${inForce}
           and r.remind_at <= coalesce(from_ms(${untilMs}::bigint), now() + w.offset_ms * interval '1 millisecond')
         order by r.remind_at limit ${reminderBatch} for update of r skip locked) own
       where ${world}::uuid is null or w.id = ${world}::uuid),
    taken as (
      update reminders set handled_at = clock_timestamp()
       where id in (select id from waiting order by remind_at limit ${reminderBatch})
      returning *),
    due as (
      select *, row_number() over (partition by no, programme, committee, world, deadline, ahead < 0 order by ahead) as place from taken),
    told as (
      insert into notices (no, programme, committee, person, template, params, about_at, deadline, due, ahead)
      select r.no, r.programme, r.committee, who.person, r.template,
             r.params || jsonb_strip_nulls(jsonb_build_object('stage', a.stage)), r.remind_at, r.deadline, r.due, r.ahead
        from due r left join applications a on a.no = r.no
       cross join unnest(r.audience) role
       cross join lateral addressees(role, r.world, a.person, a.unit, coalesce(a.seen_by, r.acting)) who (person)
       where (r.ahead < 0 or world_now(r.world) < (r.due + 1)::timestamp at time zone 'Asia/Shanghai')
         and (r.place = 1 or ${untilMs}::bigint is not null)
       order by r.remind_at, r.id
      on conflict do nothing)
    select count(*)::integer as count from due`;
  return row?.count ?? 0;
}

/** A case whose reminders were computed with older dates than those now in force. */
export type OutdatedCase = ApplicantFacts & {
  readonly no: string;
  readonly seq: number;
  readonly snapshot: Snapshot;
  readonly plan: Plan;
  readonly timeline: Timeline;
};

const outdated = prepared(['after', 'world', 'limit'], (orm, { after, world, limit }) => {
  const old = orm
    .selectDistinct({ no: reminders.no, version: programmes.timelineVersion })
    .from(programmes)
    .innerJoin(
      reminders,
      and(eq(reminders.programme, programmes.id), lt(reminders.timeline, programmes.timelineVersion)),
    )
    .where(and(gt(reminders.no, after), sql`(${world}::uuid is null or ${reminders.world} = ${world}::uuid)`))
    .orderBy(asc(reminders.no))
    .limit(limit)
    .as('old');
  return orm
    .select({
      no: applications.no,
      seq: applications.seq,
      series: applications.series,
      specialty: applications.specialty,
      level: applications.level,
      track: applications.track,
      employerClass: applications.employerClass,
      committee: applications.committee,
      destination: applications.destination,
      snapshot: sql<Snapshot>`${applications.snapshot}`,
      plan: plans.body,
      timeline: timelines.body,
    })
    .from(old)
    .innerJoin(applications, eq(applications.no, old.no))
    .innerJoin(plans, eq(plans.hash, applications.planHash))
    .innerJoin(timelines, and(eq(timelines.programme, applications.programme), eq(timelines.version, old.version)))
    .orderBy(asc(applications.no));
});

/** The next such cases in order of their numbers, of one clock world or of all. */
export function outdatedCases(
  db: Db,
  { after, world = null, limit }: { after: string; world?: string | null; limit: number },
): Promise<OutdatedCase[]> {
  return outdated(db, { after, world, limit });
}

/** Writes the reminders of a case by newer dates; false if the case has acted since and so has them already. */
export async function moveReminders(
  { sql }: Db,
  { no, seq }: Pick<OutdatedCase, 'no' | 'seq'>,
  newer: { readonly reminders: readonly Reminder[]; readonly version: number },
): Promise<boolean> {
  const [row] = await sql<{ moved: boolean }[]>`
    select move_reminders(${no}, ${seq}, ${JSON.stringify(newer.reminders)}::text::jsonb, ${newer.version}) as moved`;
  return row?.moved ?? false;
}
