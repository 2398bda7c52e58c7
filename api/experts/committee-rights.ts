import type { CommitteeKey } from '../../db/committees/committee-years.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { SessionRules } from '../../domain/programme/stages/session.ts';
import { committeesOf, sessionRolesOf } from '../../domain/session/offices.ts';
import { text } from '../../domain/text.ts';
import { notYours } from '../access/may.ts';
import type { Asking, May } from '../http/route.ts';

export type CommitteePath = { readonly id: string; readonly committee: string };

/** A committee with the rules of its sessions, and what the caller is to it. */
export type CommitteeAtWork = {
  readonly key: CommitteeKey;
  readonly programme: Programme;
  readonly rules: SessionRules;
  readonly roles: readonly Role[];
};

function found({ services, params, caller, world }: Asking<CommitteePath>): CommitteeAtWork | null {
  const { id, committee } = params;
  const programme = services.programmes.get(id);
  const rules = programme?.session;
  if (!programme || !rules || !committeesOf(programme).some((each) => each.id === committee)) return null;
  const roles = sessionRolesOf(caller.grants, programme, committee);
  return roles.length > 0 ? { key: { programme: id, committee, world }, programme, rules, roles } : null;
}

/** Everybody who has a part in the sessions of the committee by an office, and auditors; for all others it has no filings and no experts. */
export const seesCommittee: May<CommitteePath, CommitteeAtWork> = {
  who: 'The office that runs the committee, the offices that approve, confirm and supervise its sessions, and auditors.',
  check: found,
};

/** The office that runs the committee. */
export const runsCommittee: May<CommitteePath, CommitteeAtWork> = {
  who: 'The office that runs the committee.',
  check: (asking) => {
    const seen = found(asking);
    if (!seen || seen.roles.includes('committeeOffice')) return seen;
    return notYours(
      text('评委会的备案和专家由其办事机构登记。', 'The office of the committee keeps its filings and experts.'),
      { clauses: seen.rules.committee.clauses, readings: seen.rules.committee.readings },
    );
  },
};
