import type { EligibilityFacts } from '../../../domain/eligibility/facts.ts';
import { findingsOf, namesOf } from '../../../domain/eligibility/may-apply.ts';
import type { Programme } from '../../../domain/programme/programme.ts';

/** The parts of a programme that the rules of applying rest on. */
export type RulesOfApplying = Pick<Programme, 'year' | 'eligibility' | 'series' | 'timeline'>;

/** Asks one programme about one usual person; every question changes some of the answers. */
export function asking(
  { year, eligibility, series, timeline }: RulesOfApplying,
  base: EligibilityFacts,
  usual: string,
) {
  const all = (told: Partial<EligibilityFacts>, asOf = usual) => {
    const facts = { ...base, ...told };
    const names = namesOf({ series }, facts);
    return findingsOf(eligibility, { facts, asOf, year, cutOffs: timeline.cutOffs, names, rules: eligibility });
  };
  return {
    all,
    /** The finding of one rule; undefined where it does not concern the person. */
    finding: (clause: string, told: Partial<EligibilityFacts>, asOf?: string) =>
      all(told, asOf).find((each) => each.clause === clause),
    outcome: (clause: string, told: Partial<EligibilityFacts>, asOf?: string) =>
      all(told, asOf).find((each) => each.clause === clause)?.outcome,
  };
}
