import type { IntegrityRules } from '../../../domain/programme/integrity.ts';
import { nationalIntegrity } from '../../national-integrity.ts';

/** The guide prints no record; the national rule requires one from its own first day. */
export const integrity: IntegrityRules = {
  decides: { before: ['committeeOffice', 'committeeOrganiser'], after: ['committeeOffice', 'committeeOrganiser'] },
  cancel: ['DL-2.3.1-h'],
  revoke: [],
  versions: [nationalIntegrity([])],
};
