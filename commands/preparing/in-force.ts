import type { ApplicationHead, ApplicationRow } from '../../db/applications/applications.ts';
import { findYear } from '../../db/committees/committee-years.ts';
import { currentTimeline, timelineOfVersion } from '../../db/programmes/timelines.ts';
import { type CommitteeYear, withNotice } from '../../domain/committee/year.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { PreparingDeps } from './deps.ts';

type Source = Pick<PreparingDeps, 'programmes' | 'db'>;

/** What is in force for one application in one request: the programme by its dates, and the year of the committee that the application goes to. */
export type InForce = { readonly programme: Programme; readonly year: CommitteeYear | null };

/** What is in force for an application, by the version of the dates and the committee's year that were read with it; throws if its programme is missing. */
export async function inForceFor(source: Source, row: ApplicationRow): Promise<InForce> {
  return { programme: await programmeOf(source, row.programme, row.timelineVersion), year: row.year };
}

/** The same without an application: by the dates in force, and the committee's year as it is stored. */
export async function inForceAt(
  source: Source,
  { programme: id, committee = null, world }: Pick<ApplicationHead, 'programme' | 'committee' | 'world'>,
): Promise<InForce> {
  const [programme, year] = await Promise.all([
    programmeOf(source, id),
    committee === null ? null : findYear(source.db, { programme: id, committee, world }),
  ]);
  return { programme, year };
}

/** The programme with the periods that the notice of a committee has announced for its own cases (LYG-3.3-a). */
export function withAnnounced({ programme, year }: InForce, committee: string | null | undefined): Programme {
  const { committeeYear: rules, timeline } = programme;
  return { ...programme, timeline: withNotice(timeline, committee ?? null, year && rules ? { year, rules } : null) };
}

/** A programme with the dates now in force, which may have changed since it was published; null if there is none. */
export async function programmeNow({ programmes, db }: Source, id: string): Promise<Programme | null> {
  const published = programmes.get(id);
  if (!published) return null;
  return { ...published, timeline: (await currentTimeline(db, id)) ?? published.timeline };
}

/** The programme with the dates of a given version, under which an application was received, or with those now in force; throws if it is missing. */
export async function programmeOf(source: Source, id: string, version?: number): Promise<Programme> {
  const published = version === undefined ? await programmeNow(source, id) : (source.programmes.get(id) ?? null);
  if (!published) throw new Error(`programme ${id} is not there`);
  if (version === undefined || version === published.timeline.version) return published;
  return { ...published, timeline: (await timelineOfVersion(source.db, id, version)) ?? published.timeline };
}
