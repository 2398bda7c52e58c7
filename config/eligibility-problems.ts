import type { EligibilityRule, Requirement } from '../domain/eligibility-rules.ts';
import type { Programme } from '../domain/programme.ts';

/** What the rules of applying get wrong although their shape is right, one sentence each. */
export function eligibilityProblems(programme: Programme): string[] {
  return programme.eligibility.flatMap((rule) => [...cutOffProblems(programme, rule), ...attesterProblems(rule)]);
}

/** A rule that counts up to a day needs that day for every series, or it would stay open for ever. */
function cutOffProblems({ series, timeline }: Programme, { key, requires }: EligibilityRule): string[] {
  const wanted = 'cutOff' in requires ? requires.cutOff : undefined;
  const counts = (each: string) => timeline.cutOffs.some((one) => one.key === wanted && one.series.includes(each));
  if (wanted === undefined || series.every((each) => counts(each.key))) return [];
  return [`${key} counts up to ${wanted}, which is no cut-off of every series`];
}

/** What is only ever attested. */
const alwaysAttested: readonly Requirement['kind'][] = [
  'attestation',
  'transition',
  'designationByStandard',
  'titleFromElsewhere',
];

function attesterProblems({ key, requires, attestedBy }: EligibilityRule): string[] {
  return alwaysAttested.includes(requires.kind) && !attestedBy ? [`${key} does not say who attests it`] : [];
}
