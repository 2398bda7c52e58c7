import { expect } from 'vitest';
import { brokenInvariants } from '../../ops/operator/invariants.ts';
import type { TestBackend } from './backend.ts';

/** Expects the invariants of `brokenInvariants`. */
export async function checkInvariants({ deps }: Pick<TestBackend, 'deps'>): Promise<void> {
  expect(await brokenInvariants(deps)).toEqual([]);
}
