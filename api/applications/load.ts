import type {
  ApplicationHead,
  ApplicationKey,
  ApplicationRow,
  StoredDeadline,
} from '../../db/applications/applications.ts';
import { findApplication } from '../../db/applications/applications.ts';
import { findCaller } from '../../db/people/callers.ts';
import { rolesOn } from '../../domain/access/access.ts';
import { dateOf } from '../../domain/calendar/dates.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import { type CaseState, emptyCase } from '../../domain/case/case.ts';
import { compileTimeline } from '../../domain/case/compile.ts';
import { withTimeline } from '../../domain/case/compiled-stages.ts';
import { deadlinesOf } from '../../domain/case/deadlines.ts';
import { withLapsesUpTo } from '../../domain/lifecycle/lapses.ts';
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

/**
 * The case as the rules see it when it was read, by the dates now in force for it; empty before the first submission. What fell due has lapsed, though its
 * workflow wakes and writes that down some minutes later.
 */
export function stateOf(row: ApplicationRow, calendar: Calendar): CaseState {
  const { snapshot, plan } = row;
  if (!snapshot || !plan) return emptyCase(row.no);
  const adopted = plan.timeline.version === row.timelineVersion || !row.timeline;
  const inForce = adopted ? plan : withTimeline(plan, compileTimeline(row.timeline, row, calendar));
  return withLapsesUpTo({ ...snapshot, plan: inForce }, row.nowMs);
}

/** The deadlines of the case as it stands now: as they were written, or counted again where something fell due or the dates have moved since. */
export function deadlinesNow(row: ApplicationRow, state: CaseState): readonly StoredDeadline[] {
  const asWritten = state.plan === null || (state.plan === row.plan && state.seq === row.seq);
  return asWritten ? row.deadlines : deadlinesOf(state);
}

/** Whether the applicant may change the content as the case stands now: a draft, or a road that waits for the applicant, with no submission on its way. */
export function isEditable(row: ApplicationRow, calendar: Calendar): boolean {
  const { plan, stage, ended, closed } = stateOf(row, calendar);
  const waits = plan === null || (stage?.phase === 'awaiting' && !ended && !closed);
  return waits && row.pending.every(({ action }) => action !== 'submit');
}

/** The version of the content that was last submitted, which is what reviewers read; null before the first submission. */
export async function submittedVersion(services: Pick<Services, 'db'>, no: string): Promise<number | null> {
  const { snapshot } = await wholeApplication(services, no);
  return snapshot?.submission?.contentVersion ?? null;
}
