import { type ApplicationKey, type ApplicationRow, findApplication } from '../../db/applications/applications.ts';
import { dateOf } from '../../domain/calendar/dates.ts';
import type { Role } from '../../domain/programme/facts.ts';
import { notFound } from '../http/errors.ts';
import type { Services } from '../http/route.ts';

/** The whole application; a 404 if it has been removed since its small row was read. */
export async function wholeApplication({ db }: Pick<Services, 'db'>, no: string): Promise<ApplicationRow> {
  const row = await findApplication(db, no);
  if (!row) throw notFound();
  return row;
}

/**
 * The ETag of a view, without quotes; the part before the first `.` is `seq`. Besides the stored versions it includes the reader's roles and the business
 * day, because deadlines, windows and forecasts change at midnight and at no other time.
 */
export function tagOf(key: ApplicationKey, roles: readonly Role[]): string {
  const { seq, timelineVersion, nowMs, contentVersion, line, open, integrity, committee } = key;
  const day = dateOf(nowMs).replaceAll('-', '');
  const looked = integrity ? [`i${integrity.version}`] : [];
  return [
    seq,
    timelineVersion,
    day,
    contentVersion,
    line,
    open,
    ...looked,
    committee ?? 'none',
    [...roles].sort().join('+'),
  ].join('.');
}

/** The version of the last submitted content, which reviewers read; null before the first submission. */
export async function submittedVersion(services: Pick<Services, 'db'>, no: string): Promise<number | null> {
  const { snapshot } = await wholeApplication(services, no);
  return snapshot?.submission?.contentVersion ?? null;
}
