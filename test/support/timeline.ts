import type postgres from 'postgres';
import { calendar } from '../../config/calendars.ts';
import { liaoningDiit2024 as liaoning } from '../../config/programmes/liaoning-diit-2024/index.ts';
import type { Db } from '../../db/connection.ts';
import type { IsoDate } from '../../domain/calendar/dates.ts';
import { compileTimeline } from '../../domain/case/plan/compile.ts';
import { type Deadline, deadlinesOf } from '../../domain/case/plan/deadlines.ts';
import type { Snapshot } from '../../domain/lifecycle/command-queue.ts';
import type { Plan } from '../../domain/programme/programme.ts';
import type { Timeline } from '../../domain/programme/timeline.ts';

type Row = Pick<Plan, 'series' | 'specialty' | 'level' | 'track'> & {
  no: string;
  employerClass: Plan['employerClass'];
  snapshot: Snapshot;
  plan: Plan;
};

/**
 * A timeline change as applying one writes it, in one transaction under the programme's lock: the new version, and the read model's dates
 * computed again by it. Here the online window of engineering closes on another day.
 */
export async function applyTimeline(db: Db, closes: IsoDate): Promise<void> {
  await db.sql.begin(async (tx) => {
    const [head] = await tx<{ version: number }[]>`
      select timeline_version as version from programmes where id = ${liaoning.id} for update`;
    const windows = liaoning.timeline.windows.map((each) =>
      each.series.includes('engineering') ? { ...each, closes } : each,
    );
    const timeline: Timeline = { ...liaoning.timeline, version: (head?.version ?? 0) + 1, windows };
    await tx`insert into timelines (programme, version, body) values (${liaoning.id}, ${timeline.version}, ${JSON.stringify(timeline)})`;
    await tx`update programmes set timeline_version = ${timeline.version} where id = ${liaoning.id}`;
    const rows = await tx<Row[]>`
      select no, series, specialty, level, track, employer_class as "employerClass", snapshot, plans.body as plan
        from applications a join plans on hash = plan_hash where snapshot is not null and not closed order by no for update of a`;
    for (const row of rows) {
      const compiled = compileTimeline(timeline, row, calendar);
      await write(tx, row.no, {
        version: timeline.version,
        deadlines: deadlinesOf({ ...row.snapshot, plan: row.plan }, compiled),
      });
    }
  });
}

async function write(
  tx: postgres.TransactionSql,
  no: string,
  { version, deadlines }: { version: number; deadlines: readonly Deadline[] },
): Promise<void> {
  for (const { key, due, dueAt } of deadlines) {
    await tx`
      update deadlines set due = ${due}, due_at = from_ms(${dueAt}::bigint), timeline_version = ${version}
       where no = ${no} and key = ${key}`;
  }
  await tx`update applications set due_at = (select min(due_at) from deadlines where no = ${no}) where no = ${no}`;
}
