import type { IntegrityRules } from '../../../domain/programme/integrity.ts';
import { nationalIntegrity } from '../../national-integrity.ts';

/**
 * 五（四）: a title obtained by fraud is always revoked and recorded for three years; in a serious case the right to apply is lost for a period that is
 * not printed.
 */
export const integrity: IntegrityRules = {
  decides: { before: ['committeeOffice', 'cityTitleOffice'], after: ['cityTitleOffice'] },
  cancel: ['LYG-5.4-b'],
  revoke: ['LYG-5.4-c'],
  serious: ['LYG-5.4-e'],
  unit: ['LYG-5.3-c'],
  versions: [
    {
      from: '2024-01-01',
      record: { before: false, after: true, years: 3 },
      barsApplication: false,
      clauses: ['LYG-5.4-d'],
      readings: ['A-35'],
    },
    nationalIntegrity(['LYG-5.4-d']),
  ],
};
