import { expect } from 'vitest';
import { type CaseEvent, type CaseState, emptyCase } from '../../domain/case.ts';
import { fold } from '../../domain/evolve.ts';
import type { Plan } from '../../domain/programme.ts';
import type { TestLine } from './line.ts';

type EventRow = {
  no: string;
  seq: number;
  name: CaseEvent['name'];
  stage: string | null;
  at: string;
  person: string;
  role: string;
  data: CaseEvent['data'];
};

/**
 * What holds of every application whatever happened: each recorded intent has one outcome, its numbers run 1…n, events run 1…seq
 * without a gap, the read model is the fold of the events, and no claim is left over by a refused intent.
 */
export async function checkInvariants(line: TestLine): Promise<void> {
  const { sql } = line.deps.db;
  expect(await sql`select id, no, action from intents where outcome is null`, 'open intents').toEqual([]);
  expect(await sql`select no from intents group by no having max(n) <> count(*)`, 'gaps in a line').toEqual([]);
  const left = await sql`
    select c.no, c.kind from claims c join intents i on i.id = c.intent where not i.accepted`;
  expect(left, 'claims of refused intents').toEqual([]);
  const cases = await sql<{ no: string; seq: number; snapshot: Omit<CaseState, 'plan'>; plan: Plan }[]>`
    select no, seq, snapshot, plan from applications where snapshot is not null`;
  for (const one of cases) {
    const rows = await sql<EventRow[]>`
      select no, seq, name, stage, to_ms(at)::text as at, person, role, data from events where no = ${one.no} order by seq`;
    expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: one.seq }, (_, index) => index + 1));
    const events = rows.map(
      (row) => ({ ...row, at: Number(row.at), by: { person: row.person, role: row.role } }) as unknown as CaseEvent,
    );
    const { plan: _plan, ...folded } = fold({ ...emptyCase(one.no), plan: one.plan }, events);
    expect(one.snapshot, `read model of ${one.no}`).toEqual(folded);
  }
}
