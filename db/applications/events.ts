import { and, asc, desc, eq, gt, lte, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/case/actor.ts';
import type { EventBody } from '../../domain/case/events.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { events } from '../schema.ts';

/** A stored event; `at` is business time, epoch ms. */
export type StoredEvent = EventBody & { readonly at: number; readonly role: Role };

const pageOfEvents = prepared(['no', 'after', 'limit'], (orm, { no, after, limit }) =>
  orm
    .select({
      seq: events.seq,
      name: events.name,
      stage: events.stage,
      at: events.at,
      role: events.role,
      data: events.data,
    })
    .from(events)
    .where(and(eq(events.no, no), gt(events.seq, after)))
    .orderBy(asc(events.seq))
    .limit(limit),
);

const trail = prepared(['no'], (orm, { no }) =>
  orm
    .select({
      seq: events.seq,
      name: events.name,
      stage: events.stage,
      at: events.at,
      person: events.person,
      role: events.role,
      scope: events.scope,
      data: events.data,
    })
    .from(events)
    .where(eq(events.no, no))
    .orderBy(asc(events.seq)),
);

/** Everything that happened to an application or another thing, as it was decided, oldest first. */
export async function wholeTrail<E>(db: Db, no: string): Promise<E[]> {
  const rows = await trail(db, { no });
  return rows.map(({ person, role, scope, ...event }) => ({ ...event, by: actorOf({ person, role, scope }) })) as E[];
}

type ActorRow = { readonly person: string; readonly role: string; readonly scope: string | null };

/** Who did something, from the columns of its event. */
export const actorOf = ({ person, role, scope }: ActorRow): Actor => ({
  person,
  role: role as Role,
  ...(scope === null ? {} : { scope }),
});

/** The events of an application after a number, in order, at most `limit`. */
export async function listEvents(db: Db, no: string, page: { after: number; limit: number }): Promise<StoredEvent[]> {
  return (await pageOfEvents(db, { no, ...page })) as StoredEvent[];
}

const lastAdopted = prepared(['no', 'at'], (orm, { no, at }) =>
  orm
    .select({ version: sql<number>`(${events.data} ->> 'to')::integer` })
    .from(events)
    .where(and(eq(events.no, no), eq(events.name, 'timelineAdopted'), lte(events.at, sql`from_ms(${at}::bigint)`)))
    .orderBy(desc(events.seq))
    .limit(1),
);

/** The version of the dates that a running case had adopted by an instant, business epoch ms; null where it still had those it opened by. */
export async function adoptedBy(db: Db, no: string, at: number): Promise<number | null> {
  const [row] = await lastAdopted(db, { no, at });
  return row?.version ?? null;
}

const opening = prepared(['no'], (orm, { no }) =>
  orm
    .select({ at: events.at, version: sql<number>`(${events.data} ->> 'timelineVersion')::integer` })
    .from(events)
    .where(and(eq(events.no, no), eq(events.name, 'opened')))
    .orderBy(asc(events.seq))
    .limit(1),
);

/** When the first submission was received, business epoch ms, and the version of the dates it opened by; null before it. */
export async function firstReceived(db: Db, no: string): Promise<{ at: number; version: number } | null> {
  const [row] = await opening(db, { no });
  return row ?? null;
}
