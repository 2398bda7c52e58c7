import { programmeNow } from '../../commands/preparing/in-force.ts';
import type { IsoDate } from '../../domain/calendar/dates.ts';
import { committeeContextOf, committeeOffices } from '../../domain/committee/offices.ts';
import {
  type CommitteeActionName,
  type CommitteeSetting,
  committeeActions,
  committeeRole,
} from '../../domain/committee/year.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Caller } from '../http/caller.ts';
import { notFound } from '../http/errors.ts';
import type { May, Services } from '../http/route.ts';

export type CommitteePath = { readonly id: string; readonly committee: string };

/** The rules and dates by which a committee is decided about on a day; throws a 404 if the programme has no such committee. */
export async function settingOf(
  services: Services,
  { id, committee }: CommitteePath,
  today: IsoDate,
): Promise<CommitteeSetting & { readonly programme: Programme }> {
  const programme = await programmeNow(services, id);
  const context = programme && committeeContextOf(programme, committee);
  if (!context) throw notFound();
  return { programme, ...context, calendar: services.deps.calendar, today };
}

/** A person's roles in the year of a committee. */
export function committeeRolesOf({ grants }: Caller, programme: Programme, committee: string): readonly Role[] {
  const offices = committeeOffices(programme, committee);
  return (['committeeOffice', 'cityTitleOffice'] as const).filter((role) =>
    grants.some((grant) => grant.role === role && grant.scope === `office:${offices[role]}`),
  );
}

/** The roles of somebody who is something to the year of a committee. */
export type CommitteeRoles = readonly [Role, ...Role[]];

/** The people who act in the year of a committee; its rules say who may take which step. For all others it does not exist. */
export const actsForCommittee: May<CommitteePath, { readonly roles: CommitteeRoles }> = {
  who: 'The office that runs the committee, and the title office.',
  check: ({ services: { programmes }, params: { id, committee }, caller }) => {
    const programme = programmes.get(id);
    if (!programme || !committeeContextOf(programme, committee)) return null;
    const [first, ...others] = committeeRolesOf(caller, programme, committee);
    return first ? { roles: [first, ...others] } : null;
  },
};

/** The actions that a person may take by role; `decide` says whether one is available. */
export const actionsFor = (roles: readonly Role[]): CommitteeActionName[] =>
  committeeActions.filter((name) => roles.includes(committeeRole[name]));
