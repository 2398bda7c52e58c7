import { needChecks } from '../case/checks.ts';
import type { CommitteeYearRules } from '../programme/committee-year.ts';
import type { Check } from '../programme/stages.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { countersign, proposeNotice, publishNotice } from './announcement.ts';
import { announceResults, approveOpening, fileData, reportOpening } from './meetings.ts';
import {
  type CommitteeActionName,
  type CommitteeCommand,
  type CommitteeSetting,
  type CommitteeStep,
  type CommitteeYear,
  committeeRole,
} from './year.ts';

const steps: Readonly<Record<CommitteeActionName, CommitteeStep>> = {
  proposeNotice,
  countersign,
  publishNotice,
  reportOpening,
  approveOpening,
  announceResults,
  fileData,
};

/** Decides one action on the year of a committee. Pure. */
export function decideYear(
  year: CommitteeYear,
  { name, role, data }: CommitteeCommand,
  setting: CommitteeSetting,
): CommitteeYear | Refusal {
  const { duties: clauses } = setting.rules;
  if (role !== committeeRole[name])
    return refuse('NOT_YOURS', { zh: '此项不由您办理。', en: 'This is not yours to do.' }, { clauses });
  const refusal = needChecks(checksOf(name, setting.rules), { checked: data.checked ?? [] });
  if (refusal) return refusal;
  const after = steps[name](year, data, setting);
  return 'code' in after ? after : { ...after, seq: year.seq + 1 };
}

/** What whoever acts confirms by name. */
export function checksOf(name: CommitteeActionName, rules: CommitteeYearRules): readonly Check[] {
  if (name === 'publishNotice') return rules.notice.sites;
  return name === 'reportOpening' ? rules.report : [];
}
