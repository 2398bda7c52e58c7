import type { ApplicationView } from '../../../api/applications/applications-schemas.ts';
import { haizhou } from '../people.ts';
import type { Timeline } from '../timeline.ts';
import type { World } from '../world.ts';
import { type Application, type Applying, apply } from './apply.ts';
import type { Case } from './case.ts';
import { publicityOver } from './liaoning.ts';
import { post } from './posting.ts';

/** An engineer of mid level in express delivery: row 60 of the plan, accepted in June (LYG-7-a, LYG-7-b). */
export const courier: Application = {
  programme: 'lianyungang-2024',
  series: 'engineering',
  specialty: 'expressDelivery',
  level: 'mid',
};

/** Files, has the unit review, and posts (L1 to L3); returns the application. */
export async function posted(world: World, show: Timeline, applying: Applying & { lastDay: string }): Promise<Case> {
  const one = await apply(world, show, applying);
  await one.does(one.applicant, 'submit', 'UNIT_REVIEW/underReview');
  await one.does(haizhou.hr, 'agree', 'UNIT_PUBLICITY');
  await post([one], haizhou, applying.lastDay);
  return one;
}

/** Waits until the publicity is over and the bureau of the territory has the application (L4). */
export const reachesBureau = (one: Case) => one.becomes('PRELIMINARY_REVIEW/underReview', publicityOver);

/** The bureau passes the application on to the office of its committee (L4, L5). */
export async function passedByBureau(one: Case): Promise<ApplicationView> {
  await reachesBureau(one);
  return one.does(haizhou.bureau, 'pass', 'OFFICE_RECHECK/underReview');
}
