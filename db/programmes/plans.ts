import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Plan } from '../../domain/programme/programme.ts';
import { oneOf } from '../conditions.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { Recent } from '../recent.ts';
import { applications, plans } from '../schema.ts';

/** The reference by which intents and outcomes name a stored plan: the hash of its content, and the values that are needed without reading it. */
export type PlanRef = {
  readonly hash: string;
  readonly timelineVersion: number;
  readonly committee: string | null;
};

/** Plans by their hash, 8 KB of JSON each. They can be cached because a hash always means the same content. */
const recent = new Recent<Plan>(200);

/** The reference to a plan. */
export function planRef(plan: Plan): PlanRef {
  const hash = createHash('sha256').update(JSON.stringify(plan)).digest('hex');
  return { hash, timelineVersion: plan.timeline.version, committee: plan.committee ?? null };
}

/** Caches a plan that this process has just stored. */
export const rememberPlan = (db: Db, hash: string, plan: Plan): void => recent.keep(db, hash, plan);

const planByHash = prepared(['hash'], (orm, { hash }) =>
  orm.select({ body: plans.body }).from(plans).where(eq(plans.hash, hash)),
);

/** A stored plan by its hash; each process reads it once. Throws if there is none, which is a mistake of ours. */
export async function findPlan(db: Db, hash: string): Promise<Plan> {
  const known = recent.get(db, hash);
  if (known) return known;
  const [row] = await planByHash(db, { hash });
  if (!row) throw new Error(`plan ${hash} is not stored`);
  recent.keep(db, hash, row.body);
  return row.body;
}

const hashOf = prepared(['no'], (orm, { no }) =>
  orm.select({ hash: applications.planHash }).from(applications).where(eq(applications.no, no)),
);

/** The plan that an opened application adopted. */
export async function planOfApplication(db: Db, no: string): Promise<Plan> {
  const [row] = await hashOf(db, { no });
  if (!row?.hash) throw new Error(`application ${no} has no plan`);
  return findPlan(db, row.hash);
}

/** The stages of a submitted application by its plan, and its current stage. */
export type StoredStagePath = { readonly no: string; readonly stage: string | null; readonly stages: Plan['stages'] };

const openedOf = prepared(['nos'], (orm, { nos }) =>
  orm
    .select({ no: applications.no, stage: applications.stage, hash: plans.hash })
    .from(applications)
    .innerJoin(plans, eq(plans.hash, applications.planHash))
    .where(oneOf(applications.no, nos)),
);

/** The stage paths of several applications, in no particular order; drafts are left out. */
export async function stagePathsOfApplications(db: Db, nos: readonly string[]): Promise<StoredStagePath[]> {
  const rows = await openedOf(db, { nos });
  return Promise.all(
    rows.map(async ({ no, stage, hash }) => ({ no, stage, stages: (await findPlan(db, hash)).stages })),
  );
}
