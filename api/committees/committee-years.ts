import type { ApplicationKey } from '../../db/applications/applications.ts';
import { listEvents } from '../../db/applications/events.ts';
import { findYear } from '../../db/committees/committee-years.ts';
import { dateOf, type IsoDate } from '../../domain/calendar/dates.ts';
import type { CaseState } from '../../domain/case/case.ts';
import type { CommandData } from '../../domain/case/commands.ts';
import { currentStage } from '../../domain/case/compiled-stages.ts';
import { committeeContextOf, committeeOffices } from '../../domain/committee/offices.ts';
import {
  type CommitteeActionName,
  type CommitteeSetting,
  committeeActions,
  committeeRole,
} from '../../domain/committee/year.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { text } from '../../domain/text.ts';
import type { Caller } from '../access/caller.ts';
import { allEvents } from '../applications/attestations.ts';
import { notFound } from '../http/errors.ts';
import type { Services } from '../http/route.ts';
import { programmeNow } from '../programmes/programme-in-force.ts';

/** What decides about a committee of a programme on a day; throws a 404 where the programme has no such committee. */
export async function settingOf(
  services: Services,
  { id, committee }: { readonly id: string; readonly committee: string },
  today: IsoDate,
): Promise<CommitteeSetting & { readonly programme: Programme }> {
  const programme = await programmeNow(services, id);
  const context = programme && committeeContextOf(programme, committee);
  if (!context) throw notFound();
  return { programme, ...context, calendar: services.deps.calendar, today };
}

/** What somebody is to the year of a committee. */
export function committeeRolesOf({ grants }: Caller, programme: Programme, committee: string): readonly Role[] {
  const offices = committeeOffices(programme, committee);
  return (['committeeOffice', 'cityTitleOffice'] as const).filter((role) =>
    grants.some((grant) => grant.role === role && grant.scope === `office:${offices[role]}`),
  );
}

/** The actions that are somebody's by role; whether one stands open the decision says. */
export const actionsFor = (roles: readonly Role[]): CommitteeActionName[] =>
  committeeActions.filter((name) => roles.includes(committeeRole[name]));

/**
 * The days of the report and of the consent that stand for the meeting of a result, where the notice wants them (LYG-5.2-b, LYG-5.2-c). The
 * caller names the day of the meeting and nothing else.
 */
export async function openingOf(
  { db }: Pick<Services, 'db'>,
  state: CaseState,
  { key, heldOn }: { readonly key: ApplicationKey & { readonly nowMs: number }; readonly heldOn: IsoDate | undefined },
): Promise<Pick<CommandData, 'heldOn' | 'reportedOn' | 'approvedOn'>> {
  const stage = currentStage(state);
  if (stage?.kind !== 'session' || !stage.opening || !key.committee) return {};
  const { programme, committee, world } = key;
  const year = await findYear(db, { programme, committee, world });
  const held = heldOn ?? dateOf(key.nowMs);
  const meeting = year?.meetings.find(({ meetingOn }) => meetingOn === held);
  if (!meeting) return { heldOn: held };
  const { reportedOn, approvedOn } = meeting;
  return { heldOn: held, reportedOn, ...(approvedOn ? { approvedOn } : {}) };
}

/** No certificate goes out before the results of its meeting are announced: from that day the days of the data count (LYG-5.2-e). */
export async function notAnnounced(
  { db, programmes }: Pick<Services, 'db' | 'programmes'>,
  key: ApplicationKey,
): Promise<Refusal | null> {
  const { no, programme, committee, world } = key;
  const rules = programmes.get(programme)?.committeeYear;
  if (!rules || !committee) return null;
  const events = await listEvents(db, no, { after: 0, limit: allEvents });
  const heldOn = events.findLast((event) => event.name === 'resultRecorded')?.data.heldOn;
  // Nobody met over a designation.
  if (heldOn === undefined) return null;
  const year = await findYear(db, { programme, committee, world });
  if (year?.meetings.some(({ meetingOn, announcedOn }) => meetingOn === heldOn && announcedOn)) return null;
  const message = text(
    '评审结果尚未公布，不得发证。',
    'The results of the meeting are not announced yet; no certificate is issued before.',
  );
  return refuse('NOT_ANNOUNCED', message, { clauses: rules.dataFiling.clauses, details: { heldOn } });
}
