import { liaobei } from '../../../ops/demo/people.ts';
import { certified } from '../../../ops/lives/liaoning/certified.ts';
import { handsOver, receives, untilApproved } from '../../../ops/lives/liaoning/steps.ts';
import type { ApiWorld } from '../service.ts';
import { walker } from './play.ts';

/** Brings 张蔚's application from the draft until the office has her paper dossier before it; the world then stands at 2024-08-07. */
export async function untilDossier(world: ApiWorld): Promise<string> {
  const one = await walker(world, liaobei, { life: certified, by: 'zhang-wei' });
  await one.takes(...untilApproved, handsOver, receives);
  return one.no;
}
