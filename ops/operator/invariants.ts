import type { Db } from '../../db/connection.ts';
import { type CaseState, emptyCase } from '../../domain/case/case.ts';
import { edgesOf, planOf } from '../../domain/case/compiled-stages.ts';
import type { CaseEvent, EventBody } from '../../domain/case/events.ts';
import { fold } from '../../domain/case/evolve.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Plan } from '../../domain/programme/programme.ts';

type Row = { no: string; seq: number; snapshot: Omit<CaseState, 'plan'>; plan: Plan };
type EventRow = EventBody & { no: string; at: string; person: string; role: Role };

/**
 * What is broken of that which holds of every application whatever happened, one sentence each: each recorded intent has one outcome, its numbers
 * run 1…n, events run 1…seq without a gap, every step is an edge of the road, nothing was accepted after its deadline, the read model is the fold of
 * the events, and no claim is left over by a refused intent.
 */
export async function brokenInvariants({ sql }: Pick<Db, 'sql'>): Promise<string[]> {
  const open = await sql<{ no: string; action: string }[]>`select no, action from intents where outcome is null`;
  const gaps = await sql<{ no: string }[]>`select no from intents group by no having max(n) <> count(*)`;
  const left = await sql<{ no: string; kind: string }[]>`
    select c.no, c.kind from claims c join intents i on i.id = c.intent where not i.accepted`;
  const rows = await sql<Row[]>`
    select no, seq, snapshot, body as plan from applications join plans on hash = plan_hash where snapshot is not null`;
  const events = await sql<EventRow[]>`
    select no, seq, name, stage, to_ms(at)::text as at, person, role, data from events order by no, seq`;
  const parted = await sql<{ no: string; seq: number }[]>`
    select e.no, e.seq from entities e left join events ev on ev.no = e.no group by e.no
    having count(ev.seq) <> e.seq or coalesce(max(ev.seq), 0) <> e.seq or e.seq <> coalesce((e.state ->> 'seq')::integer, 0)`;
  const byNo = Map.groupBy(events, ({ no }) => no);
  return [
    ...open.map(({ no, action }) => `${no}: ${action} has no outcome`),
    ...gaps.map(({ no }) => `${no}: its line has a gap`),
    ...left.map(({ no, kind }) => `${no}: a refused intent left its claim of ${kind}`),
    ...parted.map(({ no, seq }) => `${no}: its events do not run from 1 to ${seq}`),
    ...rows.flatMap((row) => brokenOf(row, (byNo.get(row.no) ?? []).map(eventOf))),
  ];
}

const eventOf = ({ no: _no, person, role, at, ...event }: EventRow): CaseEvent => ({
  ...event,
  at: Number(at),
  by: { person, role },
});

function brokenOf({ no, seq, snapshot, plan }: Row, events: readonly CaseEvent[]): string[] {
  const numbered = events.length === seq && events.every((event, i) => event.seq === i + 1);
  const { plan: _plan, ...folded } = fold({ ...emptyCase(no), plan }, events);
  return [
    ...(numbered ? [] : [`${no}: its events do not run from 1 to ${seq}`]),
    ...(same(folded, snapshot) ? [] : [`${no}: the read model is not the fold of its events`]),
    ...(ordered(events) ? [] : [`${no}: its times run backwards`]),
    ...offRoad(plan, events).map((step) => `${no}: ${step} is no edge of its road`),
  ];
}

const ordered = (events: readonly CaseEvent[]) => events.every((event, i) => event.at >= (events[i - 1]?.at ?? 0));

/** Steps from one stage to another that the programme does not have; an invalidated publicity leads back by its own rule. */
function offRoad(plan: Plan, events: readonly CaseEvent[]): string[] {
  const back = plan.invalidation ? [plan.invalidation.to] : [];
  return events.flatMap(({ stage, ...event }) => {
    if (event.name !== 'stageEntered' || stage === null) return [];
    const from = planOf({ ...emptyCase(''), plan }).stages.find(({ key }) => key === stage);
    const { to } = event.data;
    return from && [...edgesOf(from), ...back].includes(to) ? [] : [`${stage} to ${to}`];
  });
}

/** Equal as JSON values, whatever the order of their keys. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
