import { everyProgramme, type Grant } from '../access/access.ts';
import type { Role } from '../programme/facts.ts';
import type { CommitteeDef } from '../programme/offices.ts';
import type { Programme } from '../programme/programme.ts';

type Committees = Pick<Programme, 'id' | 'committees' | 'office' | 'offices' | 'fixedOffices' | 'session'>;
type Committee = Pick<CommitteeDef, 'id' | 'office' | 'name'>;

/** The committees of a programme. Where no list is printed, the one office of the programme serves its one committee, which has the office's id and name. */
export function committeesOf({ committees, office, offices }: Committees): readonly Committee[] {
  if (committees) return committees;
  const only = offices.find(({ id }) => id === office);
  return only ? [{ id: office, office, name: only.name }] : [];
}

/** The committee to which an application goes, by the column of its row, which is empty where there is only one. */
export const committeeOf = (programme: Committees, committee: string | null): string | null =>
  committee ?? (programme.committees ? null : programme.office);

/** The office of each role that has a part in the sessions of a committee: whoever runs it, and whoever approves, confirms and supervises. */
export function sessionOffices(programme: Committees, committee: string): Readonly<Partial<Record<Role, string>>> {
  const { office: own, fixedOffices, session } = programme;
  const office = committeesOf(programme).find(({ id }) => id === committee)?.office ?? own;
  const known: Readonly<Partial<Record<Role, string>>> = {
    cityTitleOffice: own,
    ...fixedOffices,
    committeeOffice: office,
    committeeOrganiser: office,
  };
  const roles: readonly Role[] = session
    ? ['committeeOffice', session.approves, session.confirms, ...session.supervises]
    : [];
  return Object.fromEntries(roles.flatMap((role) => (known[role] ? [[role, known[role]]] : [])));
}

/** The roles in which somebody has a part in the sessions of a committee by grants: its offices act, auditors read. */
export function sessionRolesOf(grants: readonly Grant[], programme: Committees, committee: string): readonly Role[] {
  const offices = Object.entries(sessionOffices(programme, committee)).filter(([role, office]) =>
    grants.some((grant) => grant.role === role && grant.scope === `office:${office}`),
  );
  const audits = grants.some(
    ({ role, scope }) => role === 'auditor' && (scope === `programme:${programme.id}` || scope === everyProgramme),
  );
  return [...offices.map(([role]) => role as Role), ...(audits ? (['auditor'] as const) : [])];
}
