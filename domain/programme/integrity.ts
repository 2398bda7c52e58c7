import type { IsoDate } from '../calendar/dates.ts';
import type { Role } from './facts.ts';

/** Whether a record is entered, and whether it bars from applying, for cases decided from a day on. */
export type IntegrityVersion = {
  readonly from: IsoDate;
  readonly record: { readonly before: boolean; readonly after: boolean; readonly years: number };
  readonly barsApplication: boolean;
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
};

/** What follows from proven fraud in one programme. */
export type IntegrityRules = {
  /** Who decides before a title was obtained and after. */
  readonly decides: { readonly before: readonly Role[]; readonly after: readonly Role[] };
  readonly cancel: readonly string[];
  readonly revoke: readonly string[];
  /** A serious case may lose the right to apply until a day that the authority sets (LYG-5.4-e). */
  readonly serious?: readonly string[];
  /** In order of their days; the last that has come is in force. */
  readonly versions: readonly IntegrityVersion[];
};
