import { describe, expect, test } from 'vitest';
import { liaoningDiit2024 as liaoning } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { officesInCharge } from '../../../domain/routing/offices-in-charge.ts';
import { engineer } from '../../lives/life.ts';

const routed = { office: 'ln-diit-office', authority: 'ln-sasac' };
const association = 'association' as const;
const { recheck, invalidation } = liaoning;
if (!recheck || !invalidation) throw new Error('Liaoning has both');

describe('who acts beside the stages', () => {
  test('an office that acts in no stage and in none of its other roles is left out', () => {
    expect(officesInCharge(liaoning, engineer, routed)).toEqual({
      committeeOffice: 'ln-diit-office',
      sealingAuthority: 'ln-sasac',
    });
  });

  test.each<[string, Partial<Programme>]>([
    ['LN-5.1-b: whoever cancels', { cancel: { ...liaoning.cancel, role: association } }],
    [
      'LN-5.7-a: whoever takes something late (A-15)',
      {
        lateAcceptances: liaoning.lateAcceptances.map((each) => ({ ...each, role: association })),
      },
    ],
    ['LN-5.4-e: whoever finds a publicity invalid (A-16)', { invalidation: { ...invalidation, role: association } }],
    ['whoever decides a recheck (A-10)', { recheck: { ...recheck, role: association } }],
  ])('%s acts for every application', (_who, changed) => {
    const acting = officesInCharge({ ...liaoning, ...changed }, engineer, routed);
    expect(acting.association).toBe('ln-security-association');
  });
});
