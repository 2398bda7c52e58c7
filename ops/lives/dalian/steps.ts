import type { ApplicantFacts } from '../../../domain/programme/facts.ts';
import { wholeDossier } from '../confirmed.ts';
import { type Act, does, on, passes, type Step } from '../life.ts';
import { publicityOver } from '../words.ts';
import { compared, originals, pledged, recommended, reviewed, sealed, shown, sorted } from './checks.ts';

/** A deputy senior in engineering whose committee sits in Dalian. */
export const senior: ApplicantFacts = {
  series: 'engineering',
  specialty: 'generalEngineering',
  level: 'deputySenior',
  track: 'standard',
  employerClass: 'private',
  committee: 'engineering',
  destination: 'here',
};
export const mid: ApplicantFacts = { ...senior, level: 'mid' };
/** One whose specialty Dalian is not authorised to review. */
export const forProvince: ApplicantFacts = { ...senior, committee: null, destination: 'province' };

// The unit (D1 to D4).
const applies: Act = {
  ...does('submit', 'applicant', pledged, 'UNIT_REVIEW/underReview'),
  found: { contentVersion: 1 },
};
const agrees = does('agree', 'unitAssessmentGroup', reviewed, 'UNIT_PUBLICITY');
export const posts = (lastDay: string) =>
  does('postPublicity', 'unitHr', shown, { place: 'UNIT_PUBLICITY/posted', lastDay });
export const recommends = does('recommend', 'unitHr', recommended, 'UNIT_RECOMMENDED');
export const unitSeals = does('seal', 'unitHr', sealed, 'UNIT_RECOMMENDED');
export const handsOver = does('handOver', 'unitHr', {}, 'PRELIMINARY_REVIEW/underReview');

export const untilReviewed: readonly Step[] = [...on('2024-06-03T10:00', applies), ...on('2024-06-05T10:00', agrees)];
/** Posted on the latest day, 06-20: the fifth working day is 06-27. */
export const untilPosted: readonly Step[] = [...untilReviewed, ...on('2024-06-20T10:00', posts('2024-06-27'))];
/** … handed over on 06-28, the last day. */
export const untilHandedOver: readonly Step[] = [
  ...untilPosted,
  passes('2024-06-28T08:00', publicityOver, 'UNIT_RECOMMENDED'),
  recommends,
  unitSeals,
  handsOver,
];
/** Posted early: the fifth working day is 06-14, as 06-10 is 端午节. */
const postedEarly: readonly Step[] = [...untilReviewed, ...on('2024-06-06T10:00', posts('2024-06-14'))];
/** … and handed over early, so that a failure can still be corrected. */
export const handedOverEarly: readonly Step[] = [
  ...postedEarly,
  passes('2024-06-17T10:00', publicityOver, 'UNIT_RECOMMENDED'),
  recommends,
  unitSeals,
  handsOver,
];

// The authority (D5 to D7).
export const passesPreliminary: Act = {
  ...does('pass', 'preliminaryAuthority', compared, 'FORWARDING'),
  found: wholeDossier,
};
export const forwards = does('forward', 'preliminaryAuthority', sorted, 'RE_REVIEW/underReview');
export const untilPassed: readonly Step[] = [...untilHandedOver, ...on('2024-07-15T10:00', passesPreliminary)];
export const untilForwarded: readonly Step[] = [...untilPassed, ...on('2024-08-30T10:00', forwards)];

// The committee (D8 to D10).
export const passesAgain = does('pass', 'committeeOrganiser', originals, 'COMMITTEE_REVIEW');
export const untilSession: readonly Step[] = [...untilForwarded, ...on('2024-09-20T10:00', passesAgain)];
export const certified: readonly Step[] = [
  does('postPublicity', 'committeeOffice', {}, { place: 'RESULT_PUBLICITY/posted', lastDay: '2024-10-25' }),
  passes('2024-10-28T09:00', publicityOver, 'CERTIFIED'),
  does('certify', 'committeeOffice', { certificate: 'DL-2024-0001' }, 'CERTIFIED'),
];
