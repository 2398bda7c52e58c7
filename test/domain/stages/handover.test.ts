import { describe, expect, test } from 'vitest';
import { engineer, Life, list, untilApproved, untilSubmitted, untilUploaded } from '../../lives/life.ts';

const passed = [...untilSubmitted, ['2024-07-19', 'committeeOffice', 'pass']] as const;

describe('sealing', () => {
  test('LN-5.6-b: the authority seals after the unit, and the page is uploaded after both', () => {
    const life = new Life().run(passed);
    expect(life.refused('2024-07-20', 'sealingAuthority', 'seal')).toMatchObject({
      code: 'SEAL_OUT_OF_ORDER',
      details: { next: 'sealUnit' },
    });
    expect(life.refused('2024-07-20', 'applicant', 'uploadStampedPage').code).toBe('SEAL_OUT_OF_ORDER');
    life.do('2024-07-20', 'unitHr', 'seal');
    expect(life.refused('2024-07-21', 'unitHr', 'seal')).toMatchObject({
      code: 'SEAL_OUT_OF_ORDER',
      details: { next: 'sealAuthority' },
    });
    life.do('2024-07-21', 'sealingAuthority', 'seal');
    life.do('2024-07-22', 'applicant', 'uploadStampedPage', { file: 'f1' });
    expect(life.stage).toBe('STAMPED_PAGE_REVIEW');
  });

  test('LN-5.6-e: only security engineering needs the third seal, of the association', () => {
    const security = new Life({ ...engineer, specialty: 'securityEngineering' }).run([
      ...passed,
      ['2024-07-20', 'unitHr', 'seal'],
      ['2024-07-21', 'sealingAuthority', 'seal'],
    ]);
    expect(security.refused('2024-07-22', 'applicant', 'uploadStampedPage')).toMatchObject({
      code: 'SEAL_OUT_OF_ORDER',
      clauses: ['LN-5.6-e', 'LN-5.6-d'],
      details: { next: 'sealAssociation' },
    });
    security.do('2024-07-22', 'association', 'seal');
    security.do('2024-07-23', 'applicant', 'uploadStampedPage', { file: 'f1' });
    expect(security.stage).toBe('STAMPED_PAGE_REVIEW');
  });

  test('LN-5.6-d: a wrong page goes back to be uploaded again; the seals stay', () => {
    const life = new Life().run([...untilUploaded, ['2024-08-06', 'committeeOffice', 'return', list('page')]]);
    expect(life.case.stage).toMatchObject({ key: 'AUTHORITY_SEALING' });
    expect(life.due).toEqual({ stampedPage: '2024-08-07' });
    life.do('2024-08-07', 'applicant', 'uploadStampedPage', { file: 'f2' });
    life.do('2024-08-07', 'committeeOffice', 'approve');
    expect(life.stage).toBe('PAPER_DELIVERY');
  });

  test('LN-4.3-f: a page not uploaded by 08-07 is not accepted, and there is nothing to accept late (A-12)', () => {
    const life = new Life().run([...passed, ['2024-07-20', 'unitHr', 'seal'], ['2024-08-08T00:00', 'system', 'lapse']]);
    expect(life.case.ended).toMatchObject({ outcome: 'NOT_ACCEPTED', stage: 'AUTHORITY_SEALING' });
    expect(life.refused('2024-08-09', 'committeeOffice', 'acceptLate', { text: 't' }).code).toBe('LATE_NOT_ACCEPTABLE');
  });
});

describe('the paper dossier', () => {
  test('LN-5.7-b: is handed over by the personnel department, not by the applicant', () => {
    const life = new Life().run(untilApproved);
    expect(life.refused('2024-08-09', 'applicant', 'handOver')).toMatchObject({
      code: 'NOT_YOURS',
      clauses: ['LN-5.7-b'],
    });
    expect(life.refused('2024-08-09', 'committeeOffice', 'receivePaper').code).toBe('SEAL_OUT_OF_ORDER');
    life.do('2024-08-09', 'unitHr', 'handOver');
    expect(life.stage).toBe('PAPER_DELIVERY');
    life.do('2024-08-09', 'committeeOffice', 'receivePaper');
    expect(life.stage).toBe('DOSSIER_CHECK');
  });

  test('LN-5.7-a: counts 5 working days from the approval, whenever that was', () => {
    const life = new Life().run([
      ...untilUploaded.slice(0, -1),
      ['2024-08-02', 'applicant', 'uploadStampedPage', { file: 'f1' }],
      ['2024-08-03', 'committeeOffice', 'approve'],
    ]);
    expect(life.due).toEqual({ paper: '2024-08-09' });
  });

  test('LN-5.7-a: late, it is overdue; the office may still take it with a reason (A-15)', () => {
    const life = new Life().run([...untilApproved, ['2024-08-15T00:00', 'system', 'lapse']]);
    expect(life.stage).toBe('PAPER_OVERDUE');
    life.run([
      ['2024-08-16', 'committeeOffice', 'acceptLate', { text: 't1' }],
      ['2024-08-19', 'unitHr', 'handOver'],
      ['2024-08-19', 'committeeOffice', 'receivePaper'],
    ]);
    expect(life.stage).toBe('DOSSIER_CHECK');
    expect(life.due).toEqual({});
  });
});
