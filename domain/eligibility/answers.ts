import { applies } from '../programme/condition.ts';
import type { Requirement } from '../programme/eligibility.ts';
import { type Answer, attested, type Context, decided, notStated } from './answer.ts';
import { conditionsOfStandard } from './conditions.ts';
import { learningHours, professionalHours } from './rules/continuing-education.ts';
import * as designation from './rules/designation.ts';
import * as education from './rules/education.ts';
import * as examination from './rules/examination.ts';
import { directTitle, levelByLevel } from './rules/levels.ts';
import * as seniority from './rules/seniority.ts';
import * as status from './rules/status.ts';

type Answers = {
  readonly [K in Requirement['kind']]: (context: Context, requires: Extract<Requirement, { kind: K }>) => Answer;
};

/** The function that answers each kind of requirement. */
const answers: Answers = {
  employment: status.employment,
  inService: status.inService,
  status: status.status,
  noDiscipline: status.noDiscipline,
  origin: status.origin,
  yearsInProvince: status.yearsInProvince,
  yearsInCity: status.yearsInCity,
  freedomAfterYears: status.freedomAfterYears,
  noBar: () => decided(true),
  specialPath: status.specialPath,
  notUsedBefore,
  attestation: () => attested(),
  notHere: () => decided(false),
  levelByLevel,
  directTitle,
  seniority: seniority.seniority,
  seniorityLessBadYears: seniority.seniorityLessBadYears,
  yearsAfterTransfer: seniority.yearsAfterTransfer,
  joinedYears: seniority.joinedYears,
  transferAssessed: seniority.transferAssessed,
  localTitle: seniority.localTitle,
  titleFromElsewhere: seniority.titleFromElsewhere,
  educationAs: education.educationAs,
  educationLowered: education.educationLowered,
  educationRecognised: education.educationRecognised,
  notEducation: education.notEducation,
  educationEqual: education.educationEqual,
  educationBy: education.educationBy,
  educationOfStandard: education.educationOfStandard,
  majorMayDiffer: education.majorMayDiffer,
  examinationList: () => null,
  alwaysReviewed: examination.alwaysReviewed,
  notExamined: examination.notExamined,
  examPassed: examination.examPassed,
  examValid: examination.examValid,
  examSpecialty: examination.examSpecialty,
  examCertificate: examination.examCertificate,
  learningHours,
  professionalHours,
  conditionsOfStandard,
  designationScope: designation.designationScope,
  transition: designation.transition,
  designationByStandard: designation.designationByStandard,
  designation: designation.designation,
  notNormallyEligible,
};

/** Whether a work was used before is asked, and the unit attests it in any case; a work that was used may not be used again (LYG-2.2-d, LN-5.2.3-a). */
function notUsedBefore({ facts }: Context): Answer {
  if (facts.usedBefore === true) return decided(false);
  return facts.usedBefore === false ? attested() : { outcome: 'needsAttestation', ask: ['usedBefore'] };
}

/** Answers a requirement by the function of its kind. */
export function answerTo<K extends Requirement['kind']>(
  requires: Extract<Requirement, { kind: K }>,
  context: Context,
): Answer {
  const answer: Answers[K] = answers[requires.kind as K];
  return answer(context, requires);
}

const normal: readonly Requirement['kind'][] = [
  'levelByLevel',
  'seniority',
  'seniorityLessBadYears',
  'educationOfStandard',
  'conditionsOfStandard',
];

/** An applicant who meets every condition of the standard track must use that track (LYG-2.6-d). */
function notNormallyEligible(context: Context): Answer {
  const facts = { ...context.facts, track: 'standard' as const };
  const normally = context.rules
    .filter(({ requires, when }) => normal.includes(requires.kind) && applies(when, facts))
    .map(({ requires }) => answerTo(requires, { ...context, facts }));
  if (normally.some((answer) => answer?.outcome === 'notMet')) return decided(true);
  const open = normally.flatMap((answer) => answer?.ask ?? []);
  return open.length > 0 ? notStated(...new Set(open)) : decided(false);
}
