import type { IntegrityRules } from '../../../domain/programme/integrity.ts';
import { nationalIntegrity } from '../../national-integrity.ts';

/** 五（一）: the right to apply is cancelled, a title is revoked after due procedure, and either is recorded for three years. */
export const integrity: IntegrityRules = {
  decides: { before: ['committeeOffice'], after: ['committeeOffice'] },
  cancel: ['LN-5.1-b'],
  revoke: ['LN-5.1-c'],
  versions: [
    {
      from: '2024-01-01',
      record: { before: true, after: true, years: 3 },
      barsApplication: false,
      clauses: ['LN-5.1-d'],
      readings: ['A-35'],
    },
    nationalIntegrity(['LN-5.1-d']),
  ],
};
