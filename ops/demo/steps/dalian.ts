import type { ApplicationView } from '../../../api/applications/applications-schemas.ts';
import { gaoxin } from '../people.ts';
import type { Application } from './apply.ts';
import type { Case } from './case.ts';

const { hr, group } = gaoxin;

/** An engineer of mid level in Dalian. */
export const midEngineer: Application = {
  programme: 'dalian-2024',
  series: 'engineering',
  specialty: 'generalEngineering',
  level: 'mid',
};

/** Files online and has the unit review jointly (D1, D2); after that it may be posted. */
export async function throughJointReview(one: Case): Promise<void> {
  await one.does(one.applicant, 'submit', 'UNIT_REVIEW/underReview');
  await one.does(group, 'agree', 'UNIT_PUBLICITY');
}

/** Recommends with the result of the publicity, seals and hands over to the authority (D4). */
export async function recommendAndHandOver(one: Case): Promise<ApplicationView> {
  await one.does(hr, 'recommend', 'UNIT_RECOMMENDED', { choice: 'noObjection' });
  return sealAndHandOver(one);
}

/** Seals and hands over; after a correction the unit repeats only this. */
export async function sealAndHandOver(one: Case): Promise<ApplicationView> {
  await one.does(hr, 'seal', 'UNIT_RECOMMENDED');
  return one.does(hr, 'handOver', 'PRELIMINARY_REVIEW/underReview');
}
