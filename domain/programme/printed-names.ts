import type { ApplicantFacts } from './facts.ts';
import { levelLabels } from './level-labels.ts';
import type { Programme } from './programme.ts';

/** What series, specialty and level are called in print, in Chinese. */
export type PrintedNames = { readonly series: string; readonly specialty: string; readonly level: string };

/** The names of series, specialty and level as a paper prints them. */
export function printedNamesOf(
  programme: Pick<Programme, 'series'> | undefined,
  { series, specialty, level }: Pick<ApplicantFacts, 'series' | 'specialty' | 'level'>,
): PrintedNames {
  const found = programme?.series.find(({ key }) => key === series);
  return {
    series: found?.name.zh ?? series,
    specialty: found?.specialties.find(({ key }) => key === specialty)?.name.zh ?? specialty,
    level: levelLabels[level].zh,
  };
}
