import type { ApplicantFacts } from '../../../domain/programme/facts.ts';
import { text } from '../../../domain/text.ts';
import { type Act, does, on, passes, type Step } from '../life.ts';
import { publicityOver } from '../words.ts';

/** An engineering deputy-senior of a provincial state-owned unit in an emerging specialty. */
export const engineer: ApplicantFacts = {
  series: 'engineering',
  specialty: 'robotics',
  level: 'deputySenior',
  track: 'standard',
  employerClass: 'provincialStateOwned',
};

/** What a reviewer lists, each item by one clause. */
export const listed = (clause: string, ...items: readonly string[]) => ({
  deficiencies: items.map((item) => ({ item, clause, expected: '请补充正式签字盖章的材料。' })),
});

// The unit (N1 to N4).
export const applies = does('submit', 'applicant', {}, 'UNIT_REVIEW/underReview');
/** A list of all that is to be mended (LN-5.2.1-a). */
export const wholeList = {
  deficiencies: [
    { item: 'achievement-1', clause: 'LN-A1-c', expected: '请写明本人角色与起止月份，并补充任务书。' },
    { item: 'contribution', clause: 'LN-4.1-c', expected: '业绩以正式签字盖章时间为准，请核对。' },
  ],
};
export const unitReturns = does('return', 'unitHr', wholeList, 'UNIT_APPLICATION/awaiting');
export const agrees = does('agree', 'unitHr', {}, 'DEMOCRATIC_APPRAISAL/underReview');
const selects = does(
  'select',
  'unitAssessmentGroup',
  {},
  {
    place: 'UNIT_PUBLICITY',
    due: { key: 'windowClose', due: '2024-07-31', clauses: ['LN-4.3-c'] },
  },
);
export const posts = does('postPublicity', 'unitHr', {}, { place: 'UNIT_PUBLICITY/posted', lastDay: '2024-07-17' });
export const throughTheUnit = [applies, agrees, selects] as const;

// Online (N5).
const onTheDayAfter = passes('2024-07-18T10:00', publicityOver, 'ONLINE_REVIEW/awaiting');
/** The submission for online review that is this one of the three. */
export const files = (used: 1 | 2 | 3, max = 3): Act =>
  does(
    'submit',
    'applicant',
    {},
    {
      place: 'ONLINE_REVIEW/underReview',
      attempts: { used, max },
      due: { key: 'windowClose', due: '2024-07-31', clauses: ['LN-4.3-e'] },
    },
  );
export const passesOnline = does(
  'pass',
  'committeeOffice',
  {},
  {
    place: 'AUTHORITY_SEALING',
    due: { key: 'stampedPage', due: '2024-08-07', clauses: ['LN-4.3-d', 'LN-4.3-f'] },
  },
);

// Seals and the stamped page (N6, N7).
export const unitSeals = does('seal', 'unitHr', {}, 'AUTHORITY_SEALING');
export const authoritySeals = does('seal', 'sealingAuthority', {}, 'AUTHORITY_SEALING');
export const uploads = does(
  'uploadStampedPage',
  'applicant',
  {},
  {
    place: 'STAMPED_PAGE_REVIEW/underReview',
    due: { key: 'stampedPage', due: '2024-08-07', clauses: ['LN-4.3-d', 'LN-4.3-f'] },
  },
);
export const approves = does(
  'approve',
  'committeeOffice',
  {},
  {
    place: 'PAPER_DELIVERY',
    due: { key: 'paper', due: '2024-08-14', clauses: ['LN-5.7-a'] },
  },
);

// The paper dossier (N8, N9).
export const handsOver = does('handOver', 'unitHr', {}, 'PAPER_DELIVERY');
export const receives = does('receivePaper', 'committeeOffice', {}, 'DOSSIER_CHECK/underReview');
export const confirms = does('confirmDossier', 'committeeOffice', {}, 'COMMITTEE_REVIEW');

export const untilPosted: readonly Step[] = [
  ...on('2024-06-28T10:00', applies),
  ...on('2024-07-01T10:00', agrees),
  ...on('2024-07-02T10:00', selects),
  ...on('2024-07-10T10:00', posts),
];
export const untilFiled: readonly Step[] = [...untilPosted, onTheDayAfter, files(1)];
const passesInTime = on('2024-07-24T15:00', passesOnline);
export const sealsInTime = on('2024-08-02T11:00', unitSeals, authoritySeals);
export const untilPassed: readonly Step[] = [...untilFiled, ...passesInTime];
export const untilSealed: readonly Step[] = [...untilPassed, ...sealsInTime];
export const untilUploaded: readonly Step[] = [...untilSealed, ...on('2024-08-06T10:00', uploads)];
export const untilApproved: readonly Step[] = [...untilUploaded, ...on('2024-08-07T16:00', approves)];
export const untilReceived: readonly Step[] = [...untilApproved, ...on('2024-08-14T15:00', handsOver, receives)];
export const untilConfirmed: readonly Step[] = [...untilReceived, ...on('2024-08-20T10:00', confirms)];

/** What the committee decides, by the scores that the hearing weighs. */
const decides = does(
  'recordResult',
  'committeeOffice',
  { passed: true, quantified: 8_000, defence: 9_000 },
  {
    place: 'RESULT_PUBLICITY',
  },
);
/** 10-12 is a Saturday that is worked for the national holiday. */
const postsResult = does(
  'postPublicity',
  'committeeOffice',
  {},
  {
    place: 'RESULT_PUBLICITY/posted',
    lastDay: '2024-10-16',
  },
);
export const untilResult: readonly Step[] = [...untilConfirmed, ...on('2024-10-10T10:00', decides, postsResult)];
const certified: readonly Step[] = [
  passes('2024-10-17T09:00', publicityOver, 'CERTIFIED'),
  does('certify', 'committeeOffice', { certificate: 'LN-2024-0001' }, 'CERTIFIED'),
  passes('2024-11-20T09:00', text('救济期届满', 'The time for remedies is over'), 'CERTIFIED'),
];
export const untilCertified: readonly Step[] = [...untilResult, ...certified];
