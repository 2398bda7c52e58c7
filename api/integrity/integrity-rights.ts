import type { ApplicationKey } from '../../db/applications/applications.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { IntegrityRules } from '../../domain/programme/integrity.ts';
import { onApplication } from '../access/on-application.ts';
import { integrityRolesOf, seesIntegrity } from './integrity.ts';

/** What somebody is to an application, and the rules by which its integrity cases are decided. */
export type CaseOffice = {
  readonly key: ApplicationKey;
  readonly roles: readonly Role[];
  readonly rules: IntegrityRules;
};

/** The people who open cases of an application, investigate and decide them. */
export const actsOnCases = onApplication(
  'The offices that look into the truth of an application and decide, by the rules of its programme; administrators.',
  ({ key, roles }, { services }): CaseOffice | null => {
    const rules = services.programmes.get(key.programme)?.integrity;
    return rules && key.opened && integrityRolesOf(rules, roles).length > 0 ? { key, roles, rules } : null;
  },
);

/** The people who see that there are cases. */
export const seesCases = onApplication(
  'The applicant, the unit’s personnel department, the offices that act on cases, and auditors.',
  ({ key, roles }, { services }): CaseOffice | null => {
    const rules = services.programmes.get(key.programme)?.integrity;
    return rules && seesIntegrity(rules, roles) ? { key, roles, rules } : null;
  },
);

/** The people who see the records of the applicant. */
export const seesRecords = onApplication(
  'The applicant, the offices that act on cases, and auditors.',
  ({ key, roles }, { services }): CaseOffice | null => {
    const rules = services.programmes.get(key.programme)?.integrity;
    const theirs = roles.includes('applicant') || roles.includes('auditor');
    return rules && (theirs || integrityRolesOf(rules, roles).length > 0) ? { key, roles, rules } : null;
  },
);
