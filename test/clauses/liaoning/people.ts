import { type Cast, liaobei } from '../../../ops/demo/people.ts';
import { does, on } from '../../../ops/lives/life.ts';
import type { Told } from '../live.ts';

const by = (account: string) => ({ account, as: { zh: account, en: account } });

/** Somebody of a provincial state-owned enterprise, in an emerging specialty. */
export const engineer = {
  by: 'li-na',
  cast: { ...liaobei, association: by('association') } satisfies Cast,
  wants: { specialty: 'robotics', level: 'deputySenior' },
};
export const economist = {
  ...engineer,
  wants: {
    ...{ series: 'economics', specialty: 'finance', level: 'deputySenior' },
    ...{ examCertificate: true, examPassedOn: '2022-09-01', examSpecialty: 'finance' },
    form: { examination: { name: '经济专业技术资格考试', specialty: '金融', passedOn: '2022-09-01' } },
  },
};

export const listed = (clause: string, item = 'achievement-1') => ({
  deficiencies: [{ item, clause, expected: '请补充签字盖章的材料。' }],
});
export const applies = does('submit', 'applicant', {}, 'UNIT_REVIEW/underReview');
export const agrees = does('agree', 'unitHr', {}, 'DEMOCRATIC_APPRAISAL/underReview');
export const selects = does('select', 'unitAssessmentGroup', {}, 'UNIT_PUBLICITY');
export const posts = (lastDay: string) =>
  does('postPublicity', 'unitHr', { lastDay }, { place: 'UNIT_PUBLICITY/posted', lastDay });
export const files = (used: number, max = 3) =>
  does('submit', 'applicant', {}, { place: 'ONLINE_REVIEW/underReview', attempts: { used, max } });
export const passes = does('pass', 'committeeOffice', {}, 'AUTHORITY_SEALING');
export const unitSeals = does('seal', 'unitHr', {}, 'AUTHORITY_SEALING');
export const authoritySeals = does('seal', 'sealingAuthority', {}, 'AUTHORITY_SEALING');
export const uploads = does('uploadStampedPage', 'applicant', {}, 'STAMPED_PAGE_REVIEW/underReview');
export const approves = does('approve', 'committeeOffice', {}, 'PAPER_DELIVERY');
export const handsOver = does('handOver', 'unitHr', {}, 'PAPER_DELIVERY');
export const receives = does('receivePaper', 'committeeOffice', {}, 'DOSSIER_CHECK/underReview');
export const confirms = does('confirmDossier', 'committeeOffice', {}, 'COMMITTEE_REVIEW');

/** Posted on 07-10 by the unit: five working days until 07-17. */
export const untilPosted: readonly Told[] = on('2024-07-10T09:00', applies, agrees, selects, posts('2024-07-17'));
export const untilFiled: readonly Told[] = [...untilPosted, ...on('2024-07-18T09:00', files(1))];
export const untilPassed: readonly Told[] = [...untilFiled, passes];
/** The page is there on 08-06. */
export const untilUploaded: readonly Told[] = [
  ...untilPassed,
  ...on('2024-08-06T09:00', unitSeals, authoritySeals, uploads),
];
export const untilCommittee: readonly Told[] = [...untilUploaded, approves, handsOver, receives, confirms];
