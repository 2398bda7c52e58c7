import type { ApplicantFacts, Level } from './facts.ts';
import type { Programme } from './programme.ts';

/** Levels in Chinese. */
const levelNames: Readonly<Record<Level, string>> = {
  technician: '员级',
  assistant: '助理级',
  mid: '中级',
  deputySenior: '副高级',
  fullSenior: '正高级',
};

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
    level: levelNames[level],
  };
}
