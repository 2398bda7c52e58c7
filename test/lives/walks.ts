import type { ActResult } from '../../commands/intents/act.ts';
import type { CaseState } from '../../domain/case/case.ts';
import { applies, posts, throughTheUnit } from '../../ops/lives/liaoning/steps.ts';
import type { TestBackend, TestCase, TestWorld } from '../support/backend.ts';
import { until } from '../support/until.ts';
import { takeAtOnce } from './on-servers.ts';

/** Drafts and submits one application, which then stands under review by its unit. */
export async function submitted(world: TestWorld): Promise<TestCase> {
  const one = await world.draft();
  await takeAtOnce(one, [applies]);
  return one;
}

/** Brings a new application to its unit's publicity, posted today. */
export async function posted(world: TestWorld): Promise<TestCase> {
  const one = await world.draft();
  await takeAtOnce(one, [...throughTheUnit, posts]);
  return one;
}

/** The code by which an action was refused; null when it was not. */
export function refusalOf(result: ActResult | null): string | null {
  return result?.kind === 'finished' && 'refusal' in result.outcome ? result.outcome.refusal.code : null;
}

/** Whether an action was accepted and written down. */
export const isAccepted = (result: ActResult | null): boolean => result?.kind === 'finished' && result.accepted;

/** What an action came to, the same for everyone who asks; null where it has come to nothing yet. */
export function answerOf(result: ActResult | null) {
  if (result?.kind !== 'finished') return null;
  const { intent, accepted, outcome } = result;
  return { intent, accepted, outcome };
}

/** How an application ended, by the read model, or null. */
export async function endOf(one: TestCase): Promise<string | null> {
  const { snapshot } = await one.row();
  return (snapshot as CaseState | null)?.ended?.outcome ?? null;
}

/** Waits until no intent is open. */
export function settled({ deps }: Pick<TestBackend, 'deps'>, withinMs?: number): Promise<true> {
  const none = async () => (await deps.db.sql`select 1 from intents where outcome is null limit 1`).length === 0;
  return until('the outcome of every intent', none, withinMs);
}

/** One intent as its row says. */
export type IntentRow = {
  readonly n: number;
  readonly action: string;
  readonly accepted: boolean | null;
  readonly receivedAt: number;
  readonly code: string | null;
};

/** The intents of an application, by number. */
export async function intentsOf({ deps }: Pick<TestBackend, 'deps'>, no: string): Promise<IntentRow[]> {
  const rows = await deps.db.sql<(Omit<IntentRow, 'receivedAt'> & { received: string })[]>`
    select n, action, accepted, to_ms(received_at)::text as received, outcome -> 'refusal' ->> 'code' as code
      from intents where no = ${no} order by n`;
  return rows.map(({ received, ...row }) => ({ ...row, receivedAt: Number(received) }));
}
