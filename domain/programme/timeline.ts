import type { IsoDate } from '../calendar/dates.ts';
import type { Calendar } from '../calendar/working-days.ts';
import type { Level, Track } from './facts.ts';

/** A window of whole days, both ends included, for some series and levels. */
export type Window = {
  readonly key: string;
  readonly series: readonly string[];
  readonly levels?: readonly Level[];
  /** Set when committees have windows of their own (LYG-7-b). */
  readonly committees?: readonly string[];
  readonly tracks?: readonly Track[];
  readonly opens: IsoDate;
  readonly closes: IsoDate;
  readonly clauses: readonly string[];
};

/** The last day that counts for a fact (achievements, seniority), for some series. */
export type CutOff = {
  readonly key: string;
  readonly series: readonly string[];
  readonly date: IsoDate;
  readonly clauses: readonly string[];
};

/** A window whose dates another notice announces; it is closed until a newer timeline has the dates (DL-2.1.1-b, LYG-3.3-a, LYG-7-d). */
export type AnnouncedWindow = {
  readonly key: string;
  readonly series?: readonly string[];
  readonly committees?: readonly string[];
  readonly clauses: readonly string[];
  readonly readings?: readonly string[];
};

/** The dates of one year; every change is a new version. */
export type Timeline = {
  readonly version: number;
  readonly year: number;
  readonly windows: readonly Window[];
  readonly announced?: readonly AnnouncedWindow[];
  readonly cutOffs: readonly CutOff[];
};

/** The windows that apply to one applicant, with the calendar they are counted by. */
export type CaseTimeline = {
  readonly version: number;
  readonly windows: Readonly<
    Record<string, { readonly opens: IsoDate; readonly closes: IsoDate; readonly clauses: readonly string[] }>
  >;
  /** The clauses by which the dates of a window are notified separately; absent when there are none. */
  readonly announced?: Readonly<Record<string, readonly string[]>>;
  readonly calendar: Calendar;
};
