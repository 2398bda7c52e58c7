import { describe, expect, test } from 'vitest';
import type { ApplicantFacts } from '../../../domain/programme/facts.ts';
import { economist, engineer, Life, type Step, untilPosted, untilSession } from '../../lives/life.ts';

/** the stages of economics, whose system opens on 2024-08-12, until the committee must decide. */
const economics: readonly Step[] = [
  ...untilPosted,
  ['2024-08-12', 'applicant', 'submit', { contentVersion: 2 }],
  ['2024-08-20', 'committeeOffice', 'pass'],
  ['2024-08-21', 'unitHr', 'seal'],
  ['2024-08-22', 'sealingAuthority', 'seal'],
  ['2024-08-23', 'applicant', 'uploadStampedPage', { file: 'f1' }],
  ['2024-08-26', 'committeeOffice', 'approve'],
  ['2024-08-27', 'unitHr', 'handOver'],
  ['2024-08-28', 'committeeOffice', 'receivePaper'],
  ['2024-08-29', 'committeeOffice', 'confirmDossier'],
];

const heard = (facts: ApplicantFacts) => new Life(facts).run(facts.series === 'economics' ? economics : untilSession);
const artist: ApplicantFacts = { ...engineer, specialty: 'artsAndCrafts' };

describe('the hearing in Liaoning', () => {
  test.each<[string, ApplicantFacts]>([
    ['a deputy-senior engineer', engineer],
    ['a full-senior engineer', { ...engineer, level: 'fullSenior' }],
    ['arts and crafts at deputy-senior', artist],
    ['a deputy-senior economist', economist],
    ['a full-senior economist', { ...economist, level: 'fullSenior' }],
  ])('LN-7-b: %s passes only with a defence', (_, facts) => {
    const refusal = heard(facts).refused('2024-10-10', 'committeeOffice', 'recordResult', {
      passed: true,
      quantified: 8_000,
      defence: undefined,
    });
    expect(refusal).toMatchObject({ code: 'INVALID_DATA', clauses: expect.arrayContaining(['LN-7-b']) });
  });

  test.each<[string, ApplicantFacts]>([
    ['LN-7-g', { ...engineer, level: 'mid' }],
    ['LN-7-g', { ...engineer, level: 'assistant' }],
    ['LN-7-g', { ...artist, level: 'mid' }],
  ])('%s: below the senior levels the dossier is read and nobody defends', (_, facts) => {
    const life = heard(facts);
    const refusal = life.refused('2024-10-10', 'committeeOffice', 'recordResult', { passed: true, defence: 9_000 });
    expect(refusal).toMatchObject({ code: 'INVALID_DATA', clauses: expect.arrayContaining(['LN-7-g']) });
    life.do('2024-10-10', 'committeeOffice', 'recordResult', { passed: true });
    expect(life.stage).toBe('RESULT_PUBLICITY');
  });

  test.each<[string, string, ApplicantFacts, number]>([
    ['LN-7-e', '60 and 40', engineer, 8_400],
    ['LN-7-e', '60 and 40', { ...engineer, level: 'fullSenior' }, 8_400],
    ['LN-7-e', '60 and 40', { ...economist, level: 'fullSenior' }, 8_400],
    ['LN-7-f', '75 and 25', economist, 8_250],
  ])('%s: the score of the papers and the defence weigh %s per cent', (_, _weights, facts, composite) => {
    const life = heard(facts);
    const scores = { passed: true, quantified: 8_000, defence: 9_000 };
    const { events } = life.do('2024-10-10', 'committeeOffice', 'recordResult', scores);
    expect(events.find(({ name }) => name === 'resultRecorded')?.data).toMatchObject({ composite });
  });

  test('LN-7-d: no score goes beyond 100 points', () => {
    const scores = { passed: true, quantified: 10_001, defence: 9_000 };
    const refusal = heard(engineer).refused('2024-10-10', 'committeeOffice', 'recordResult', scores);
    expect(refusal).toMatchObject({ code: 'INVALID_DATA', clauses: expect.arrayContaining(['LN-7-d']) });
  });
});
