import { type Cast, gaoxin } from '../../../ops/demo/people.ts';
import { does, on } from '../../../ops/lives/life.ts';
import type { Lived, Told } from '../live.ts';

const by = (account: string) => ({ account, as: { zh: account, en: account } });

/** Somebody of a private company of 高新区. */
const employee = { by: 'chen-jing', cast: gaoxin };
export const mid = { ...employee, wants: { specialty: 'generalEngineering', level: 'mid' } };
export const senior = { ...employee, wants: { specialty: 'generalEngineering', level: 'deputySenior' } };

const municipal: Cast = {
  unitHr: by('hr-binhai'),
  unitAssessmentGroup: by('group-binhai'),
  preliminaryAuthority: by('bureau-dalian'),
  committeeOrganiser: by('organiser-economics'),
  committeeOffice: by('organiser-economics'),
  talentCentre: by('talent-dalian'),
  industryAuthority: by('bureau-dalian'),
};
/** An economist of an institute of the city, whose authority is a bureau of the city government. */
export const economist = (level: string): Pick<Lived, 'by' | 'cast' | 'wants'> => ({
  by: 'dong-yu',
  cast: municipal,
  wants: {
    ...{ series: 'economics', specialty: 'finance', level },
    ...{ examCertificate: true, examPassedOn: '2023-08-12', examSpecialty: 'finance' },
    form: { examination: { name: '经济专业技术资格考试', specialty: '金融', passedOn: '2023-08-12' } },
  },
});

export const submits = does('submit', 'applicant', {}, 'UNIT_REVIEW/underReview');
const agrees = does('agree', 'unitAssessmentGroup', {}, 'UNIT_PUBLICITY');
export const posts = (lastDay: string) =>
  does('postPublicity', 'unitHr', { lastDay }, { place: 'UNIT_PUBLICITY/posted', lastDay });
export const recommends = does('recommend', 'unitHr', { choice: 'noObjection' }, 'UNIT_RECOMMENDED');
export const seals = does('seal', 'unitHr', {}, 'UNIT_RECOMMENDED');
export const handsOver = does('handOver', 'unitHr', {}, 'PRELIMINARY_REVIEW/underReview');
export const passes = does('pass', 'preliminaryAuthority', {}, 'FORWARDING');
export const forwards = does('forward', 'preliminaryAuthority', {}, 'RE_REVIEW/underReview');

export const untilAgreed = (at: string): readonly Told[] => on(at, submits, agrees);
/** With the authority since 06-14: posted on 06-05, five working days over 端午. */
export const untilHandedOver: readonly Told[] = [
  ...on('2024-06-05T09:00', submits, agrees, posts('2024-06-13')),
  ...on('2024-06-14T09:00', recommends, seals, handsOver),
];
export const untilPassed: readonly Told[] = [...untilHandedOver, ...on('2024-07-15T09:00', passes)];
export const returnsOriginals = does('returnOriginals', 'preliminaryAuthority', {}, 'FORWARDING');
