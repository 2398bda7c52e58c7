import type { Plan } from '../domain/programme.ts';
import type { Db } from './connection.ts';

/** The plan an opened application adopted. */
export async function planOfApplication({ sql }: Db, no: string): Promise<Plan> {
  const [row] = await sql<{ plan: Plan | null }[]>`select plan from applications where no = ${no}`;
  if (!row?.plan) throw new Error(`application ${no} has no plan`);
  return row.plan;
}
