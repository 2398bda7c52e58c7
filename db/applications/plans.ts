import type { Plan } from '../../domain/programme/programme.ts';
import type { Db } from '../connection.ts';

/** The plan an opened application adopted. */
export async function planOfApplication({ sql }: Db, no: string): Promise<Plan> {
  const [row] = await sql<{ plan: Plan | null }[]>`select plan from applications where no = ${no}`;
  if (!row?.plan) throw new Error(`application ${no} has no plan`);
  return row.plan;
}

/** The stages of an opened application by its plan, and the one it stands in. */
export type StoredStagePath = { readonly no: string; readonly stage: string | null; readonly stages: Plan['stages'] };

/** The roads of several applications, in no particular order; those that are not opened are left out. */
export async function stagePathsOfApplications({ sql }: Db, nos: readonly string[]): Promise<StoredStagePath[]> {
  return await sql<StoredStagePath[]>`
    select no, stage, plan -> 'stages' as stages from applications where no = any(${nos as string[]}::text[]) and plan is not null`;
}
