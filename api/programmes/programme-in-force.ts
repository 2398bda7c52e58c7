import { type ApplicationHead, currentTimeline, timelineOfVersion } from '../../db/applications/applications.ts';
import { findYear } from '../../db/committees/committee-years.ts';
import { withNotice } from '../../domain/committee/year.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Services } from '../http/route.ts';

type Source = Pick<Services, 'programmes' | 'db'>;

/** A programme by the dates now in force, which may have moved since it was published; null where there is none. */
export async function programmeNow({ programmes, db }: Source, id: string): Promise<Programme | null> {
  const published = programmes.get(id);
  if (!published) return null;
  return { ...published, timeline: (await currentTimeline(db, id)) ?? published.timeline };
}

/** A programme with the periods that the notice of a committee has announced for its own cases (LYG-3.3-a). */
export async function withAnnounced(
  { db }: Pick<Services, 'db'>,
  programme: Programme,
  { committee = null, world }: Pick<ApplicationHead, 'committee' | 'world'>,
): Promise<Programme> {
  const { id, committeeYear: rules, timeline } = programme;
  const year = committee === null ? null : await findYear(db, { programme: id, committee, world });
  return { ...programme, timeline: withNotice(timeline, committee, year && rules ? { year, rules } : null) };
}

/** The programme by the dates of a version that somebody’s application was received under, or by those now in force; throws where it is gone. */
export async function programmeOf(services: Source, id: string, version?: number): Promise<Programme> {
  const now = await programmeNow(services, id);
  if (!now) throw new Error(`programme ${id} is not there`);
  if (version === undefined || version === now.timeline.version) return now;
  return { ...now, timeline: (await timelineOfVersion(services.db, id, version)) ?? now.timeline };
}
