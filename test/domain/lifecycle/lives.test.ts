import { expect, it } from 'vitest';
import { lives } from '../../../ops/lives/lives.ts';
import { Life } from '../../lives/life.ts';

it.each(lives.map((life) => [life.name, life] as const))('%s, decided step by step', (_, life) => {
  const one = new Life(life.facts, life.programme).live(life.steps);
  expect(one.case.ended?.outcome).toBe(life.outcome);
});
