import { needChecks } from '../case/commands/checks.ts';
import type { Role } from '../programme/facts.ts';
import type { CommitteeYearRules } from '../programme/stages/committee-year.ts';
import type { Check } from '../programme/stages/stages.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type CommitteeActionName, type CommitteeContext, type CommitteeData, committeeRole } from './year.ts';

/** A step of the announcement or of the meetings, as far as it says whose it is. */
type Step = {
  readonly name: CommitteeActionName;
  readonly by: { readonly role: Role };
  readonly data: CommitteeData;
};

/** Refuses a step that is another office's, or that lacks what must be confirmed by name. */
export function dutyRefusal({ name, by, data }: Step, { rules }: Pick<CommitteeContext, 'rules'>): Refusal | null {
  if (by.role !== committeeRole[name])
    return refuse('NOT_YOURS', { zh: '此项不由您办理。', en: 'This is not yours to do.' }, { clauses: rules.duties });
  return needChecks(checksOf(name, rules), { checked: data.checked ?? [] });
}

/** What whoever acts confirms by name. */
export function checksOf(name: CommitteeActionName, rules: CommitteeYearRules): readonly Check[] {
  if (name === 'publishNotice') return rules.notice.sites;
  return name === 'reportOpening' ? rules.report : [];
}
