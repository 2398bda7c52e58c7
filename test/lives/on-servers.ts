import { expect } from 'vitest';
import type { CaseState } from '../../domain/case/case.ts';
import type { Warning } from '../../domain/case/commands/commands.ts';
import { commandDataOf } from '../../ops/lives/command-data.ts';
import { type Act, type Life, type Step, startOf } from '../../ops/lives/life.ts';
import type { TestBackend, TestCase, TestWorld } from '../support/backend.ts';
import { expectRefused, expectSeen } from './seen.ts';

/** The draft of the applicant of a life, in a world that begins when the life does. */
export async function draftOf(backend: TestBackend, { steps, facts, programme }: Life): Promise<[TestWorld, TestCase]> {
  const world = await backend.world(startOf(steps));
  return [world, await world.draft(facts, programme)];
}

/** Takes a step of a life on the real servers, at its moment, and expects what must be seen after it. */
export async function take(world: TestWorld, one: TestCase, step: Step): Promise<void> {
  if (step.at !== undefined) await world.moveTo(step.at);
  if ('corrects' in step) return;
  const warnings = 'does' in step ? await act(one, step) : [];
  const { snapshot, plan } = await one.row();
  expectSeen(
    'does' in step ? step.does : 'time',
    { ...(snapshot as CaseState), plan } as CaseState,
    step.sees,
    warnings,
  );
}

async function act(one: TestCase, step: Act): Promise<readonly Warning[]> {
  const { does, role, refused } = step;
  const result = await one.act(does, role, commandDataOf(step));
  if (!refused) {
    expect(result, does).toMatchObject({ kind: 'finished', accepted: true });
    return result.kind === 'finished' && 'warnings' in result.outcome ? (result.outcome.warnings as Warning[]) : [];
  }
  expect(result, does).toMatchObject({ kind: 'finished', accepted: false });
  expectRefused(
    does,
    result.kind === 'finished' && 'refusal' in result.outcome ? result.outcome.refusal : undefined,
    refused,
  );
  return [];
}

/** Takes acts at once, whatever the day is: what a test begins with where the dates do not matter. */
export async function takeAtOnce(one: TestCase, acts: readonly Act[]): Promise<void> {
  for (const step of acts) await one.does(step.does, step.role, commandDataOf(step));
}
