import { type Answer, attested, type Context, decided, notStated, type Of } from '../answer.ts';

/** The minimum number of class hours in the year (DL-1.6-b). */
export function learningHours({ facts }: Context, { least }: Of<'learningHours'>): Answer {
  const { continuingEducation } = facts;
  if (!continuingEducation) return notStated('continuingEducation');
  const { total } = continuingEducation;
  return decided(total >= least, { total, required: least });
}

/**
 * The professional share in whole numbers: `of` * professional >= `parts` * total; below it, from a number of hours on, the authority decides
 * (DL-1.6-c, A-03).
 */
export function professionalHours({ facts }: Context, rule: Of<'professionalHours'>): Answer {
  const { continuingEducation } = facts;
  if (!continuingEducation) return notStated('continuingEducation');
  const { total, professional } = continuingEducation;
  // A part cannot exceed the whole, so the hours are asked for again.
  if (professional > total) return notStated('continuingEducation');
  const counted = { total, professional };
  if (rule.of * professional >= rule.parts * total) return decided(true, counted);
  return professional >= rule.leaveToAuthority ? attested(counted) : decided(false, counted);
}
