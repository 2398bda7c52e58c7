import type { Snapshot } from '../../domain/lifecycle/command-queue.ts';
import type { Destination } from '../../domain/programme/facts.ts';
import type { Plan } from '../../domain/programme/programme.ts';
import type { MovedRoute } from '../../domain/routing/moved-route.ts';
import { type ApplicationHead, headColumns } from '../applications/applications.ts';
import type { RoutedCase } from '../committees/routings.ts';
import type { Db } from '../connection.ts';
import type { PendingApplication } from '../intent.ts';
import { rememberPlan } from '../programmes/plans.ts';
import type { NewIntent } from './recording.ts';

/** An application that a change concerns. `held` is the committee to which it binds its unit; null if it binds the unit to none. */
export type ConcernedRow = ApplicationHead & {
  readonly seq: number;
  readonly line: number;
  readonly open: number;
  readonly closed: boolean;
  readonly snapshot: Snapshot | null;
  readonly plan: Plan | null;
  readonly held: string | null;
  /** Business time, epoch ms, and the nearest deadline by it. */
  readonly nowMs: number;
  readonly dueAt: number | null;
};

type Raw = Omit<ConcernedRow, 'nowMs' | 'dueAt'> & { readonly nowMs: string; readonly dueAt: string | null };

/** Every application of a unit in a specialty at a level, drafts too, in order of their numbers; at most `limit`. */
export async function findConcerned(
  { sql }: Db,
  world: string | null,
  { of, limit }: { readonly of: RoutedCase; readonly limit: number },
): Promise<ConcernedRow[]> {
  // SQL by hand: the columns of a head are those of the hot reads.
  const rows = await sql<Raw[]>`
    select ${headColumns(sql)}, a.seq, a.line, a.closed, a.snapshot, plan.body as plan, to_ms(world_now(a.world)) as "nowMs", to_ms(a.due_at) as "dueAt",
           (select count(*)::integer from intents i where i.no = a.no and i.outcome is null) as open,
           (select c.value from claims c where c.no = a.no and c.kind = 'committeeOfUnit') as held
      from applications a left join plans plan on plan.hash = a.plan_hash
     where a.world is not distinct from ${world}::uuid and a.programme = ${of.programme} and a.unit = ${of.unit}
       and a.series = ${of.series} and a.specialty = ${of.specialty} and a.level = ${of.level}
     order by a.no limit ${limit}`;
  return rows.map((row) => ({
    ...row,
    nowMs: Number(row.nowMs),
    dueAt: row.dueAt === null ? null : Number(row.dueAt),
  }));
}

/** A change to be recorded whole or not at all; `until` is the end of the business day as of which it was judged, epoch ms. */
export type NewChange = {
  readonly world: string | null;
  readonly programme: string;
  readonly timeline: number;
  readonly until: number;
  readonly from: string | null;
  readonly to: string;
  readonly routing: Omit<RoutedCase, 'programme'> & { readonly destination: Destination; readonly person: string };
  /** All applications that were read, with the number of their last intent at that time. */
  readonly cases: readonly { readonly no: string; readonly line: number }[];
  readonly intents: readonly NewIntent[];
  readonly drafts: readonly (MovedRoute & { readonly no: string })[];
};

/** `versionConflict`: an application has changed since it was read; `taken`: a claim of another application prevents the change. */
export type ChangeRecorded =
  | {
      readonly status: 'recorded';
      readonly decidedAt: number;
      /** The moves, each first in the queue of its application. */
      readonly intents: readonly PendingApplication[];
    }
  | { readonly status: 'versionConflict' }
  | { readonly status: 'taken'; readonly kind: string; readonly no: string };

/** Records one intent for each application, in its own queue, with the claims and the routing of the change, in one statement. */
export async function recordCommitteeChange(db: Db, change: NewChange): Promise<ChangeRecorded> {
  const [row] = await db.sql<{ answer: ChangeRecorded }[]>`
    select record_committee_change(${JSON.stringify(change)}) as answer`;
  if (!row) throw new Error('record_committee_change gave no row');
  const { answer } = row;
  if (answer.status !== 'recorded') return answer;
  for (const { plan } of change.intents) if (plan) rememberPlan(db, plan.hash, plan.body);
  const argumentOf = new Map(change.intents.map(({ no, argument }) => [no, argument]));
  // An intent comes without its argument, which is at hand.
  const intents = answer.intents.map((each) => ({
    ...each,
    intent: { ...each.intent, argument: argumentOf.get(each.intent.no) ?? '' },
  }));
  return { ...answer, intents };
}
