import type { EligibilityRule } from '../../domain/programme/eligibility.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { mayBeAttested } from './attester-problems.ts';

/** What the rules of applying get wrong although their shape is right, one sentence each. */
export function eligibilityProblems(programme: Programme): string[] {
  return programme.eligibility.flatMap((rule) => [...cutOffProblems(programme, rule), ...attesterMissing(rule)]);
}

/** A rule that counts up to a day needs that day for every series, or it would stay open for ever. */
function cutOffProblems({ series, timeline }: Programme, { key, requires }: EligibilityRule): string[] {
  const wanted = 'cutOff' in requires ? requires.cutOff : undefined;
  const counts = (each: string) => timeline.cutOffs.some((one) => one.key === wanted && one.series.includes(each));
  if (wanted === undefined || series.every((each) => counts(each.key))) return [];
  return [`${key} counts up to ${wanted}, which is no cut-off of every series`];
}

/** Whatever may come to be attested says by whom: nobody answers for it by default. */
function attesterMissing(rule: EligibilityRule): string[] {
  return mayBeAttested(rule) && !rule.attestedBy ? [`${rule.key} does not say who attests it`] : [];
}
