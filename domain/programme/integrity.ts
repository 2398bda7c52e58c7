import type { IsoDate } from '../calendar/dates.ts';
import type { Role } from './facts.ts';

/** The consequences of proven fraud for cases decided from a day on: whether a record is entered and whether it bars from applying. */
export type IntegrityVersion = {
  readonly from: IsoDate;
  readonly record: { readonly before: boolean; readonly after: boolean; readonly years: number };
  readonly barsApplication: boolean;
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
};

/** What its authority does about a unit that shielded fraud or gave false proof: criticism circulated, or discipline inspection asked (LYG-5.3-c). */
export const unitMeasures = ['circulatedCriticism', 'disciplineInspection'] as const;
export type UnitMeasure = (typeof unitMeasures)[number];

/** The rules of one programme for proven fraud. */
export type IntegrityRules = {
  /** Who decides: before a title was granted, and after. */
  readonly decides: { readonly before: readonly Role[]; readonly after: readonly Role[] };
  readonly cancel: readonly string[];
  readonly revoke: readonly string[];
  /** The clauses by which a serious case may lose the right to apply until a day that the authority sets (LYG-5.4-e). */
  readonly serious?: readonly string[];
  /** The clauses by which a unit that shielded fraud is dealt with; absent when none are printed (LYG-5.3-c). */
  readonly unit?: readonly string[];
  /** The versions in order of their first days; the latest one that has begun is in force. */
  readonly versions: readonly IntegrityVersion[];
};
