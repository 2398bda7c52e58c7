import type { Role } from '../programme/facts.ts';
import type { Programme } from '../programme/programme.ts';
import type { CommitteeContext } from './year.ts';

/** Which office has which part in the year of a committee: the one that runs it, and the title office above all. */
export function committeeOffices(
  { committees, office, fixedOffices }: Pick<Programme, 'committees' | 'office' | 'fixedOffices'>,
  committee: string,
): Readonly<Record<Extract<Role, 'committeeOffice' | 'cityTitleOffice'>, string>> {
  return {
    committeeOffice: committees?.find(({ id }) => id === committee)?.office ?? office,
    cityTitleOffice: fixedOffices?.cityTitleOffice ?? office,
  };
}

/** What decides about a committee of a programme, but for the calendar; null where the programme has no such committee. */
export function committeeContextOf(programme: Programme, committee: string): Omit<CommitteeContext, 'calendar'> | null {
  const { committeeYear: rules, timeline } = programme;
  const session = programme.stages.find((stage) => stage.kind === 'session');
  const known = programme.committees?.some((each) => each.id === committee);
  if (!rules || !session || !known) return null;
  return { rules, session, timeline, committee, offices: committeeOffices(programme, committee) };
}
