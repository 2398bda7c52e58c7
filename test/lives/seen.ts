import { expect } from 'vitest';
import type { CaseState } from '../../domain/case/case.ts';
import type { Warning } from '../../domain/case/commands/commands.ts';
import { attemptsAllowed } from '../../domain/case/plan/compiled-stages.ts';
import { deadlinesOf } from '../../domain/case/plan/deadlines.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Refused, Seen } from '../../ops/lives/life.ts';

/** Where a case is: its outcome, else its stage, with the phase where that is more than `open`. */
function placeOf({ ended, stage }: Pick<CaseState, 'ended' | 'stage'>): string {
  if (ended) return ended.outcome;
  return stage && stage.phase !== 'open' ? `${stage.key}/${stage.phase}` : (stage?.key ?? '');
}

/** Expects of a case, and of the warnings that came with the last step, what its life says must be seen after it. */
export function expectSeen(what: string, state: CaseState, seen: Seen = {}, warnings: readonly Warning[] = []): void {
  const { place, due, lastDay, attempts, endedAt, warning } = seen;
  if (place !== undefined) expect(placeOf(state), `after ${what}`).toBe(place);
  if (lastDay !== undefined) expect(state.stage?.lastDay, `last day after ${what}`).toBe(lastDay);
  if (attempts) expect({ used: state.attempts.used, max: attemptsAllowed(state) }, what).toEqual(attempts);
  if (endedAt) expect(state.ended?.at, `end by ${what}`).toBe(Date.parse(`${endedAt}+08:00`));
  if (due) {
    const { key, due: day, clauses } = due;
    const found = deadlinesOf(state).find((each) => each.key === key);
    expect(found, `deadline ${key} after ${what}`).toMatchObject({ due: day });
    expect(found?.clauses, `clauses of ${key} after ${what}`).toEqual(expect.arrayContaining([...clauses]));
  }
  expect(
    warnings.map(({ code }) => code),
    `warnings of ${what}`,
  ).toEqual(warning ? [warning.code] : []);
  for (const { clauses, message } of warning ? warnings : []) {
    expect(clauses).toEqual(expect.arrayContaining([...(warning?.clauses ?? [])]));
    expect([message.zh, message.en]).toEqual(Array(2).fill(expect.stringContaining(warning?.day ?? '')));
  }
}

/** Expects that a refusal is the one that a life names. */
export function expectRefused(what: string, refusal: Refusal | undefined, { code, clauses, readings = [] }: Refused) {
  expect(refusal?.code, `${what} is refused`).toBe(code);
  expect(refusal?.clauses, `clauses of ${what}`).toEqual(expect.arrayContaining([...clauses]));
  expect(refusal?.readings, `readings of ${what}`).toEqual(expect.arrayContaining([...readings]));
}
