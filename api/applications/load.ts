import type { ApplicationHead, ApplicationKey, ApplicationRow } from '../../db/applications/applications.ts';
import { findApplication } from '../../db/applications/applications.ts';
import { findCaller } from '../../db/people/callers.ts';
import { rolesOn } from '../../domain/access/access.ts';
import { dateOf } from '../../domain/calendar/dates.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Person } from '../access/caller.ts';
import { notFound } from '../http/errors.ts';
import type { Services } from '../http/route.ts';

/** What someone is to an application: a draft is the applicant's alone. */
export function rolesFor(head: ApplicationHead, caller: Person): readonly Role[] {
  const roles = rolesOn(head, caller);
  return head.opened ? roles : roles.filter((role) => role === 'applicant');
}

/** The small row of an application, and what someone is to it. */
type Seen = { readonly key: ApplicationKey; readonly roles: readonly Role[] };

/** An application that was read with the caller (`application` of a route), and what they are to it; throws a 404 where it is not there or not for them. */
export function seenBy(caller: Person, key: ApplicationKey | null): Seen {
  const roles = key ? rolesFor(key, caller) : [];
  if (!key || roles.length === 0) throw notFound();
  return { key, roles };
}

/** The same for an application that the path does not name, read now. */
export async function visibleKey({ db }: Pick<Services, 'db'>, no: string, caller: Person): Promise<Seen> {
  const { application } = await findCaller(db, { subject: caller.subject, no });
  return seenBy(caller, application);
}

/** The whole application; one that vanished since its small row was read is a 404. */
export async function wholeApplication({ db }: Pick<Services, 'db'>, no: string): Promise<ApplicationRow> {
  const row = await findApplication(db, no);
  if (!row) throw notFound();
  return row;
}

/**
 * The ETag of a view, without quotes; the part before the first `.` is `seq`. Besides what was written it holds the business day, because
 * every deadline, window and forecast changes at midnight and at no other time, and what the viewer is to the application.
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

/** The version of the content that was last submitted, which is what reviewers read; null before the first submission. */
export async function submittedVersion(services: Pick<Services, 'db'>, no: string): Promise<number | null> {
  const { snapshot } = await wholeApplication(services, no);
  return snapshot?.submission?.contentVersion ?? null;
}
