import { asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { CommandDeps } from '../../commands/deps.ts';
import { actorOf } from '../../db/applications/events.ts';
import { prepared } from '../../db/prepared.ts';
import { applications, claims, events, intents, plans } from '../../db/schema.ts';
import { type CaseState, emptyCase } from '../../domain/case/case.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { fold } from '../../domain/case/evolve.ts';
import { edgesOf, planOf } from '../../domain/case/plan/compiled-stages.ts';
import type { Plan } from '../../domain/programme/programme.ts';
import { brokenEntities } from './entity-invariants.ts';
import { ordered, runsTo, same, type Trail } from './trail.ts';

const openIntents = prepared([], (orm) =>
  orm.select({ no: intents.no, action: intents.action }).from(intents).where(isNull(intents.outcome)),
);
const gaps = prepared([], (orm) =>
  orm.select({ no: intents.no }).from(intents).groupBy(intents.no).having(sql`max(${intents.n}) <> count(*)`),
);
const leftClaims = prepared([], (orm) =>
  orm
    .select({ no: claims.no, kind: claims.kind })
    .from(claims)
    .innerJoin(intents, eq(intents.id, claims.intent))
    .where(eq(intents.accepted, false)),
);
const opened = prepared([], (orm) =>
  orm
    .select({
      no: applications.no,
      seq: applications.seq,
      stage: applications.stage,
      phase: applications.phase,
      outcome: applications.outcome,
      closed: applications.closed,
      snapshot: sql<Omit<CaseState, 'plan'>>`${applications.snapshot}`,
      plan: plans.body,
    })
    .from(applications)
    .innerJoin(plans, eq(plans.hash, applications.planHash))
    .where(isNotNull(applications.snapshot)),
);
const allEvents = prepared([], (orm) => orm.select().from(events).orderBy(asc(events.no), asc(events.seq)));

type Row = Awaited<ReturnType<typeof opened>>[number];

/**
 * What is broken of that which holds of everything that changes by intents, whatever happened, one sentence each: each recorded intent has one outcome,
 * its numbers run 1…n, events run 1…seq without a gap, the read model is the fold of the events, and no claim is left over by a refused intent. Of an
 * application besides, every step is an edge between its stages.
 */
export async function brokenInvariants({ db, kinds }: Pick<CommandDeps, 'db' | 'kinds'>): Promise<string[]> {
  const byNo = Map.groupBy(await allEvents(db, {}), ({ no }) => no);
  const trailOf = (no: string): Trail =>
    (byNo.get(no) ?? []).map(({ seq, name, stage, at, data, intent, ...by }) => {
      return { seq, name, stage, at, by: actorOf(by), data: data as object, intent };
    });
  return [
    ...(await openIntents(db, {})).map(({ no, action }) => `${no}: ${action} has no outcome`),
    ...(await gaps(db, {})).map(({ no }) => `${no}: the numbers of its intents have a gap`),
    ...(await leftClaims(db, {})).map(({ no, kind }) => `${no}: a refused intent left its claim of ${kind}`),
    ...(await opened(db, {})).flatMap((row) => brokenOf(row, trailOf(row.no))),
    ...(await brokenEntities({ db, kinds }, trailOf)),
  ];
}

function brokenOf({ no, seq, snapshot, plan, ...columns }: Row, trail: Trail): string[] {
  const happened = trail.map(({ intent: _, ...event }) => event as CaseEvent);
  const { plan: _plan, ...folded } = fold({ ...emptyCase(no), plan }, happened);
  const { stage, ended, closed } = snapshot;
  const shown = {
    stage: stage?.key ?? null,
    phase: stage?.phase ?? null,
    outcome: ended?.outcome ?? null,
    closed,
  };
  return [
    ...(runsTo(trail, seq) ? [] : [`${no}: its events do not run from 1 to ${seq}`]),
    ...(same(folded, snapshot) ? [] : [`${no}: the read model is not the fold of its events`]),
    ...(same(shown, columns) ? [] : [`${no}: its row is not what the read model says`]),
    ...(ordered(trail) ? [] : [`${no}: its times run backwards`]),
    ...offEdges(plan, happened).map((step) => `${no}: ${step} is no edge between its stages`),
  ];
}

/** Steps from one stage to another that the programme does not have; an invalidated publicity leads back by its own rule. */
function offEdges(plan: Plan, happened: readonly CaseEvent[]): string[] {
  const back = plan.invalidation ? [plan.invalidation.to] : [];
  return happened.flatMap(({ stage, ...event }) => {
    if (event.name !== 'stageEntered' || stage === null) return [];
    const from = planOf({ ...emptyCase(''), plan }).stages.find(({ key }) => key === stage);
    const { to } = event.data;
    return from && [...edgesOf(from), ...back].includes(to) ? [] : [`${stage} to ${to}`];
  });
}
