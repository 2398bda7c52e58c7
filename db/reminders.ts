import type { Db } from './connection.ts';

/** Which reminders: those of one clock world up to an instant (business epoch ms), or of every world and of real time up to their own now. */
export type Sweep = { readonly world?: string; readonly untilMs?: number };

/** Most reminders that one statement tells, so that it stays far below the statement's time. */
const atOnce = 2_000;

/**
 * Makes notices of the reminders whose instant has come and that nobody was told of; gives how many reminders that were. Several may do it at once:
 * each row is taken by one of them, and a notice is there once for each person, last day and number of days. A last day that is over is not told
 * as near (`ahead` below zero is told after it), nor one that has meanwhile moved.
 */
export async function tellReminders(db: Db, sweep: Sweep = {}): Promise<number> {
  for (let all = 0; ; ) {
    const count = await tellSome(db, sweep);
    all += count;
    if (count < atOnce) return all;
  }
}

async function tellSome(
  { sql }: Db,
  { world = null, untilMs = null }: { world?: string | null; untilMs?: number | null },
) {
  const [row] = await sql<{ count: number }[]>`
    with due as (
      update reminders set told_at = clock_timestamp()
       where id in (
         select r.id from reminders r left join worlds w on w.id = r.world
          where r.told_at is null and (${world}::uuid is null or r.world = ${world}::uuid)
            and r.remind_at <= coalesce(from_ms(${untilMs}::bigint), clock_timestamp() + coalesce(w.offset_ms, 0) * interval '1 millisecond')
          order by r.remind_at limit ${atOnce} for update of r skip locked)
      returning *),
    told as (
      insert into notices (no, programme, committee, person, channel, template, params, about_at, deadline, due, ahead)
      select r.no, r.programme, r.committee, who.person, channel, r.template,
             r.params || jsonb_strip_nulls(jsonb_build_object('stage', a.stage)), r.remind_at, r.deadline, r.due, r.ahead
        from due r left join applications a on a.no = r.no
       cross join unnest(r.audience) role
       cross join lateral addressees(role, r.world, a.person, a.unit, coalesce(a.acting, r.acting)) who (person)
       cross join unnest(array['inApp', 'mail']) channel
       where (r.ahead < 0 or world_now(r.world) < (r.due + 1)::timestamp at time zone 'Asia/Shanghai')
         and not exists (select 1 from deadlines d where d.no = r.no and d.key = r.deadline and d.due <> r.due)
       order by r.remind_at, r.id
      on conflict do nothing)
    select count(*)::integer as count from due`;
  return row?.count ?? 0;
}
