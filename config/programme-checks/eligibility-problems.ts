import type { EligibilityRule } from '../../domain/programme/eligibility.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { mayBeAttested } from './attester-problems.ts';

/** Finds errors in the conditions of applying that the schema cannot find, one sentence each. */
export function eligibilityProblems(programme: Programme): string[] {
  return programme.eligibility.flatMap((rule) => [...cutOffProblems(programme, rule), ...attesterMissing(rule)]);
}

/** A rule that counts up to a cut-off needs one for every series, otherwise its answer would stay open. */
function cutOffProblems({ series, timeline }: Programme, { key, requires }: EligibilityRule): string[] {
  const wanted = 'cutOff' in requires ? requires.cutOff : undefined;
  const counts = (each: string) => timeline.cutOffs.some((one) => one.key === wanted && one.series.includes(each));
  if (wanted === undefined || series.every((each) => counts(each.key))) return [];
  return [`${key} counts up to ${wanted}, which is no cut-off of every series`];
}

/** A rule whose answer may be an attestation must name who attests; there is no default. */
function attesterMissing(rule: EligibilityRule): string[] {
  return mayBeAttested(rule) && !rule.attestedBy ? [`${rule.key} does not say who attests it`] : [];
}
