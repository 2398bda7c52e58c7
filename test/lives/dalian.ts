import { dalian2024 } from '../../config/programmes/dalian-2024/index.ts';
import type { Command, CommandData } from '../../domain/case/commands.ts';
import type { ApplicantFacts } from '../../domain/programme/facts.ts';
import { wholeDossier } from './confirmed.ts';
import { Life, type Step } from './life.ts';

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

/** A life in which nothing is confirmed but what a step says. */
class PlainLife extends Life {
  override command(step: Step, extra: Partial<Command> = {}): Command {
    return super.command(step, { data: step[3] ?? {}, ...extra });
  }
}

/** A life in Dalian. */
export const life = (facts: ApplicantFacts = senior): Life => new PlainLife(facts, dalian2024);

export const reviewed: CommandData = { checked: ['jointReview', 'educationOnChsi', 'educationOffChsi', 'conditions'] };
export const pledged: CommandData = { contentVersion: 1, checked: ['ownPledge'] };
export const shown: CommandData = { posting: 'p1', checked: ['publicContent'] };
export const recommended: CommandData = { choice: 'noObjection', checked: ['part7'] };
export const sealed: CommandData = {
  checked: ['unitName', 'everyPage', 'unitPledge', 'educationSealedByUnit', 'unitSignatures'],
};
export const inOrder: CommandData = {
  checked: [
    ...['experience', 'ability', 'achievements'],
    ...['yearInTheCity', 'seniority', 'professionalHours'],
    ...['educationOnline', 'papersOnline', 'patentsOnline'],
    ...['signedAndSealed', 'educationSealedByAuthority', 'compared', 'photo', 'workStatement'],
  ],
  ...wholeDossier,
};
export const sorted: CommandData = { checked: ['sorted'] };

/** The data without one of its checks. */
export const without = (data: CommandData, check: string): CommandData => ({
  ...data,
  checked: (data.checked ?? []).filter((key) => key !== check),
});

export const untilReviewed: readonly Step[] = [
  ['2024-06-03', 'applicant', 'submit', pledged],
  ['2024-06-05', 'unitAssessmentGroup', 'agree', reviewed],
];
/** … posted on the latest day, 06-20: the fifth working day is 06-27. */
export const untilPosted: readonly Step[] = [...untilReviewed, ['2024-06-20', 'unitHr', 'postPublicity', shown]];
/** … handed over on 06-28, the last day. */
export const untilHandedOver: readonly Step[] = [
  ...untilPosted,
  ['2024-06-28T08:00', 'unitHr', 'recommend', recommended],
  ['2024-06-28T09:00', 'unitHr', 'seal', sealed],
  ['2024-06-28T10:00', 'unitHr', 'handOver'],
];
/** Handed over early, so that a failure can still be corrected: posted 06-06, over on 06-14 (06-10 is 端午节). */
export const handedOverEarly: readonly Step[] = [
  ...untilReviewed,
  ['2024-06-06', 'unitHr', 'postPublicity', shown],
  ['2024-06-17', 'unitHr', 'recommend', recommended],
  ['2024-06-17', 'unitHr', 'seal', sealed],
  ['2024-06-17', 'unitHr', 'handOver'],
];
export const untilPassed: readonly Step[] = [
  ...untilHandedOver,
  ['2024-07-15', 'preliminaryAuthority', 'pass', inOrder],
];
export const untilForwarded: readonly Step[] = [
  ...untilPassed,
  ['2024-08-30', 'preliminaryAuthority', 'forward', sorted],
];
export const untilSession: readonly Step[] = [
  ...untilForwarded,
  ['2024-09-20', 'committeeOrganiser', 'pass', { checked: ['originals'] }],
];
