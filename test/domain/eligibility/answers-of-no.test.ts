import { describe, expect, test } from 'vitest';
import { offeredFacts } from '../../../config/programme-checks/offered-facts.ts';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import type { Askable, EligibilityFacts } from '../../../domain/eligibility/facts.ts';
import { mayApply } from '../../../domain/eligibility/may-apply.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { asking } from './asking.ts';

const programmes: readonly (readonly [Programme, asOf: string])[] = [
  [dalian2024, '2024-06-10'],
  [lianyungang2024, '2024-06-10'],
  [liaoningDiit2024, '2024-07-15'],
];

/** The answers of somebody who says "no" or "none" to every question. */
const no: Readonly<Record<Askable, Partial<EligibilityFacts>>> = {
  territory: { territory: 'elsewhere' },
  status: { status: 'retired' },
  yearsInProvince: { yearsInProvince: 0 },
  foreignerDocument: { origin: 'foreigner', foreignerDocument: 'none' },
  firstApplication: { background: 'army', firstApplication: false },
  discipline: { discipline: { measure: 'none' } },
  heldTitle: { heldTitle: { level: 'none' } },
  badAssessmentYears: { badAssessmentYears: [] },
  transfer: { transfer: { assessed: false } },
  education: { education: { tier: 'none' } },
  examPassedOn: { examCertificate: false },
  examSpecialty: { examCertificate: false },
  continuingEducation: { continuingEducation: { total: 0, professional: 0 } },
  probation: { probation: { assessed: false } },
  standard: { standard: { years: 5, education: 'bachelor', conditions: { least: 1, of: ['1'] } } },
  achievements: { achievements: [] },
  usedBefore: { usedBefore: false },
};
const noToEverything: Partial<EligibilityFacts> = Object.assign({}, ...Object.values(no));

describe('an answer of "no"', () => {
  test.each(programmes)('is an answer to whatever $id asks, in every series, level and track', (programme, asOf) => {
    for (const offered of offeredFacts(programme)) {
      const { findings } = mayApply(programme, { ...offered, ...noToEverything, territory: 'elsewhere' }, asOf);
      const asked = findings.filter(({ outcome }) => outcome === 'notToldYet');
      expect(asked, JSON.stringify(offered)).toEqual([]);
    }
  });

  test.each([
    ['LYG-2.7-a', lianyungang2024, { series: 'economics', specialty: 'economics' }],
    ['LYG-2.7-a', lianyungang2024, { series: 'accounting', specialty: 'accounting' }],
    ['LN-2.2.2-c', liaoningDiit2024, { series: 'economics', specialty: 'finance' }],
    ['DL-1.1.2-d', dalian2024, { series: 'economics', specialty: 'finance' }],
  ] as const)('%s: without a pass certificate the examination is not passed', (clause, programme, what) => {
    const base: EligibilityFacts = { ...what, level: 'deputySenior', track: 'standard', employerClass: 'private' };
    const { finding, outcome } = asking(programme, base, '2024-06-10');
    expect(finding(clause, { examCertificate: false })).toMatchObject({ outcome: 'notMet' });
    expect(finding(clause, {})).toMatchObject({ outcome: 'notToldYet', ask: ['examPassedOn'] });
    expect(outcome(clause, { examPassedOn: '2023-06-17', examCertificate: true })).toBe('met');
  });

  test.each([
    ['LYG-2.2-d', lianyungang2024, 'expressDelivery'],
    ['LN-5.2.3-a', liaoningDiit2024, 'robotics'],
  ] as const)(
    '%s: whether a work was used in another year or system is asked, attested by the unit, and a work used is no',
    (clause, programme, specialty) => {
      const base: EligibilityFacts = {
        ...{ series: 'engineering', specialty, level: 'mid', track: 'standard', employerClass: 'private' },
      };
      const { finding } = asking(programme, base, '2024-06-10');
      expect(finding(clause, {})).toMatchObject({ ask: ['usedBefore'], attestedBy: 'unitHr', readings: ['A-34'] });
      expect(finding(clause, { usedBefore: false })).toMatchObject({
        outcome: 'needsAttestation',
        attestedBy: 'unitHr',
      });
      expect(finding(clause, { usedBefore: true })).toMatchObject({ outcome: 'notMet' });
    },
  );

  test('LN-2.2.2-c: the certificate itself must be had, a stated day is not enough', () => {
    const base: EligibilityFacts = {
      ...{ series: 'economics', specialty: 'finance', level: 'deputySenior' },
      ...{ track: 'standard', employerClass: 'provincialStateOwned' },
    };
    const { outcome } = asking(liaoningDiit2024, base, '2024-08-15');
    expect(outcome('LN-2.2.2-c', { examPassedOn: '2023-06-17', examCertificate: false })).toBe('notMet');
  });
});
