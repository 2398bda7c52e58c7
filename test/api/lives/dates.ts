import { programmes } from '../../../config/programmes.ts';
import type { Timeline } from '../../../domain/programme/timeline.ts';
import type { TestService } from '../service.ts';

/** Publishes a newer version of the dates of a programme, as whoever moves them writes it. */
export async function publish(
  { services }: TestService,
  id: string,
  change: (printed: Timeline) => Partial<Timeline>,
): Promise<void> {
  const printed = programmes.get(id)?.timeline;
  if (!printed) throw new Error(`there is no programme ${id}`);
  await services.db.sql.begin(async (tx) => {
    const [head] = await tx<{ version: number }[]>`
      select timeline_version as version from programmes where id = ${id} for update`;
    const timeline: Timeline = { ...printed, ...change(printed), version: (head?.version ?? 0) + 1 };
    await tx`insert into timelines (programme, version, body) values (${id}, ${timeline.version}, ${JSON.stringify(timeline)}::text::jsonb)`;
    await tx`update programmes set timeline_version = ${timeline.version} where id = ${id}`;
  });
}
