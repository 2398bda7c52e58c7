import type { ApplicantFacts } from '../../../domain/programme/facts.ts';
import { type Act, does, on, passes, type Step } from '../life.ts';
import { publicityOver } from '../words.ts';
import { agreed, pledge, prelim } from './checks.ts';

/** A mid-level engineer of express delivery: row 60, accepted in June, reviewed in October (LYG-7-a, LYG-7-b). */
export const courier: ApplicantFacts = {
  series: 'engineering',
  specialty: 'expressDelivery',
  level: 'mid',
  track: 'standard',
  employerClass: 'private',
  committee: 'row-60',
  destination: 'here',
};
/** The same at senior level, which the province reviews. */
export const seniorCourier: ApplicantFacts = { ...courier, level: 'deputySenior', destination: 'province' };
/** Initial designation by the district of Haizhou, in its rounds of May and June and of November and December. */
export const designee: ApplicantFacts = {
  ...courier,
  level: 'assistant',
  track: 'initialDesignation',
  committee: 'row-66',
};

// The unit (L1 to L3).
export const applies = does('submit', 'applicant', pledge, 'UNIT_REVIEW/underReview');
const acceptance = { key: 'acceptance', due: '2024-06-30', clauses: ['LYG-7-b'] };
export const posts = (lastDay: string) =>
  does('postPublicity', 'unitHr', {}, { place: 'UNIT_PUBLICITY/posted', lastDay });
/** To the unit's notice board; what the unit confirms differs with what is applied for. */
export const postedBy = (confirms: { readonly checked: readonly string[] }): readonly Step[] => [
  ...on('2024-06-03T10:00', { ...applies, found: { contentVersion: 1 } }),
  ...on('2024-06-04T10:00', does('agree', 'unitHr', confirms, 'UNIT_PUBLICITY')),
  ...on('2024-06-05T10:00', posts('2024-06-13')),
];
/** The publicity is over, and the authority of the territory has it (L4). */
export const reachesAuthority = passes('2024-06-14T10:00', publicityOver, 'PRELIMINARY_REVIEW/underReview');

export const untilPosted: readonly Step[] = postedBy(agreed).map((step) =>
  'does' in step && step.does === 'postPublicity' ? { ...step, sees: { ...step.sees, due: acceptance } } : step,
);
export const untilPreliminary: readonly Step[] = [...untilPosted, reachesAuthority];

// The authority and the committee office (L5, L6).
export const passesOn = does('pass', 'preliminaryAuthority', prelim, 'OFFICE_RECHECK/underReview');
export const officePasses = does('pass', 'committeeOffice', {}, 'PRE_REVIEW_PUBLICITY');
export const officePosts = does(
  'postPublicity',
  'committeeOffice',
  {},
  {
    place: 'PRE_REVIEW_PUBLICITY/posted',
    lastDay: '2024-07-03',
  },
);
export const untilArrived: readonly Step[] = [...untilPreliminary, ...on('2024-06-20T10:00', passesOn)];
export const untilRechecked: readonly Step[] = [...untilArrived, ...on('2024-06-25T10:00', officePasses)];
export const publicised: readonly Step[] = [
  ...on('2024-06-26T10:00', officePosts),
  passes('2024-07-04T10:00', publicityOver, 'COMMITTEE_REVIEW'),
];
export const untilSession: readonly Step[] = [...untilRechecked, ...publicised];

// The committee (L7 to L12). The service finds report and consent in the year of the committee.
export const heldOn = '2024-10-15';
export const decides = (passed: boolean, place: string): Act => ({
  ...does('recordResult', 'committeeOffice', { passed, checked: ['characterFirst'] }, place),
  found: { heldOn, reportedOn: '2024-10-05', approvedOn: '2024-10-05' },
});
export const untilResult: readonly Step[] = [
  ...untilSession,
  ...on('2024-10-15T16:00', decides(true, 'RESULT_PUBLICITY')),
];
export const certified: readonly Step[] = [
  does('postPublicity', 'committeeOffice', {}, { place: 'RESULT_PUBLICITY/posted', lastDay: '2024-10-22' }),
  passes('2024-10-23T09:00', publicityOver, 'CERTIFIED'),
  does('certify', 'committeeOffice', { certificate: 'LYG-2024-0001' }, 'CERTIFIED'),
];
