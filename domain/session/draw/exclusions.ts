import type { IsoDate } from '../../calendar/dates.ts';
import { normalName } from '../../normal-form.ts';
import type { Level } from '../../programme/facts.ts';
import { isAtLeast } from '../committee/expert.ts';
import type { Excluded } from './draw.ts';

/** What is known of an expert of the committee when a pool is frozen. `person` tells whether two accounts are one person. */
export type ExpertKnown = {
  readonly id: string;
  readonly specialty: string;
  readonly origin: string;
  readonly level: Level;
  readonly unit: string | null;
  readonly unitName: string;
  readonly person: string | null;
  readonly termFrom: IsoDate;
  readonly termUntil: IsoDate;
  readonly endedOn: IsoDate | null;
  /** Whether an achievement that the expert handed in once is one of somebody on the roster. */
  readonly joint: boolean;
  /** Whether the expert withdrew from the whole session before. */
  readonly recused: boolean;
};

/** An application on the roster, as far as it excludes experts. */
export type ApplicantKnown = {
  readonly person: string;
  readonly unit: string;
  readonly unitName: string;
  readonly level: Level;
};

type Meeting = { readonly meetingOn: IsoDate; readonly lastDay: IsoDate };

/** Why each expert is not drawn, by what the data tell; the others are not among the result. */
export function exclusionsOf(
  experts: readonly ExpertKnown[],
  applicants: readonly ApplicantKnown[],
  meeting: Meeting,
): readonly Excluded[] {
  const people = new Set(applicants.map(({ person }) => person));
  const units = new Set(applicants.map(({ unit }) => unit));
  const names = new Set(applicants.map(({ unitName }) => normalName(unitName)));
  const reasonOf = (expert: ExpertKnown): Excluded['reason'] | null => {
    if (!serves(expert, meeting)) return 'termOver';
    if (expert.recused) return 'recused';
    if (expert.person !== null && people.has(expert.person)) return 'applicant';
    if ((expert.unit !== null && units.has(expert.unit)) || names.has(normalName(expert.unitName))) return 'sameUnit';
    if (expert.joint) return 'jointWork';
    return applicants.every(({ level }) => isAtLeast(expert.level, level)) ? null : 'level';
  };
  return experts.flatMap((expert) => {
    const reason = reasonOf(expert);
    return reason === null ? [] : [{ id: expert.id, reason }];
  });
}

/** Whether the term covers every day of the meeting. */
const serves = ({ termFrom, termUntil, endedOn }: ExpertKnown, { meetingOn, lastDay }: Meeting): boolean =>
  termFrom <= meetingOn && lastDay <= termUntil && (endedOn === null || lastDay < endedOn);
