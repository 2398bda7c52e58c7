import { expect } from 'vitest';
import { brokenInvariants } from '../../ops/operator/invariants.ts';
import type { TestLine } from './line.ts';

/** What holds whatever happened: see `brokenInvariants`. */
export async function checkInvariants({ deps }: Pick<TestLine, 'deps'>): Promise<void> {
  expect(await brokenInvariants(deps)).toEqual([]);
}
