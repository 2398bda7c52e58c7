import { calendar } from '../../config/calendars.ts';
import { lianyungang2024 } from '../../config/programmes/lianyungang-2024/index.ts';
import type { CommandData } from '../../domain/case/commands.ts';
import { compile } from '../../domain/case/compile.ts';
import type { ApplicantFacts } from '../../domain/programme/facts.ts';
import type { Plan } from '../../domain/programme/programme.ts';
import { Life, type Step } from './life.ts';

/** A mid-level engineer of express delivery: row 60, accepted in June, reviewed in October. */
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

export const pledge: CommandData = { checked: ['truthPledge'] };
export const unitChecks = ['truth', 'completeness', 'timeliness', 'originals', 'signedAndSealed', 'conditions'];
/** What the authority of the territory confirms. */
export const preliminaryChecks = [
  ...['directTitle', 'militarySchool', 'partySchool', 'continuingEducation', 'titleFromElsewhere'],
];
export const prelim: CommandData = { checked: preliminaryChecks };
/** What unit, authority and committee office confirm of whoever is designated. */
export const designation = {
  agreed: { checked: [...unitChecks, 'assessed'] },
  passed: { checked: [...preliminaryChecks, 'transition'] },
  designated: { checked: ['byQualificationConditions'] },
} as const satisfies Record<string, CommandData>;
export const ground = (choice: string, ...items: string[]): CommandData => ({
  choice,
  text: 'text-1',
  deficiencies: items.map((item) => ({ item, clause: 'LYG-5.3-a', text: `t-${item}` })),
});
/** A meeting held on a day, with a report and a consent in time and the attested judgement of character. */
export const meeting = (heldOn: string, reportedOn: string, approvedOn = reportedOn): CommandData => ({
  passed: true,
  heldOn,
  reportedOn,
  approvedOn,
  checked: ['characterFirst'],
});

/** An application in Lianyungang, driven step by step. */
export const lianyungangLife = (facts: ApplicantFacts = courier): Life => new Life(facts, lianyungang2024);

export const planFor = (facts: ApplicantFacts): Plan => compile(lianyungang2024, facts, calendar);

/** To the unit's notice board on 2024-06-05; its last day is 06-13. */
export const untilPosted: readonly Step[] = [
  ['2024-06-03', 'applicant', 'submit', { contentVersion: 1, ...pledge }],
  ['2024-06-04', 'unitHr', 'agree', { checked: unitChecks }],
  ['2024-06-05', 'unitHr', 'postPublicity'],
];

/** … to the preliminary review, on 06-14. */
export const untilPreliminary: readonly Step[] = [...untilPosted, ['2024-06-14', 'system', 'lapse']];

/** … to the committee office, on 06-20. */
export const untilArrived: readonly Step[] = [
  ...untilPreliminary,
  ['2024-06-20', 'preliminaryAuthority', 'pass', prelim],
];

/** … to the session, after the office's publicity of 06-26 to 07-03. */
export const untilSession: readonly Step[] = [
  ...untilArrived,
  ['2024-06-25', 'committeeOffice', 'pass'],
  ['2024-06-26', 'committeeOffice', 'postPublicity'],
  ['2024-07-04', 'system', 'lapse'],
];

/** … to the result publicity of a meeting on 10-15. */
export const untilResult: readonly Step[] = [
  ...untilSession,
  ['2024-10-15', 'committeeOffice', 'recordResult', meeting('2024-10-15', '2024-10-05')],
];
