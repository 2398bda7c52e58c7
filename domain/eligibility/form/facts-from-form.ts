import { type IsoDate, yearOf } from '../../calendar/dates.ts';
import type { MaterialContent } from '../../materials/content.ts';
import { type Text, text } from '../../text.ts';
import type { EligibilityFacts } from '../facts.ts';
import type { FormFact } from '../finding.ts';

/** A fact as the form gives it: where it stands there, and both sayings where the draft told otherwise. */
export type FactFromForm = {
  readonly fact: FormFact;
  /** A JSON Pointer into the form. */
  readonly item: string;
  readonly otherwise?: { readonly told: Text; readonly form: Text };
};

/** What was told, and what the form says in which some items may have been removed, on a day. */
export type FormInput = {
  readonly told: EligibilityFacts;
  readonly content: MaterialContent;
  readonly removedItems?: readonly string[];
  readonly asOf: IsoDate;
};

/** What one part of the form gives: the facts it stands for, and how they are shown. */
export type Part = { readonly facts: Partial<EligibilityFacts>; readonly given: FactFromForm };

/** A day, or the year alone where the day was not told. */
type StatedDay = { readonly obtainedOn?: IsoDate | undefined; readonly obtainedYear?: number | undefined } | undefined;

/** The same in both languages: a date, a number, a name. */
export const plain = (said: string): Text => text(said, said);

/** A day or a year as it was told; null where neither was. */
export function statedDay(told: StatedDay): Text | null {
  const said = told?.obtainedOn ?? told?.obtainedYear;
  return said === undefined ? null : plain(String(said));
}

/** Whether what was told says nothing against a day. */
export function agreesWith(told: StatedDay, on: IsoDate): boolean {
  if (told?.obtainedOn !== undefined) return told.obtainedOn === on;
  return told?.obtainedYear === undefined || told.obtainedYear === yearOf(on);
}

/** Both sayings, where something else was told. */
export const contradiction = (told: Text | null, form: Text, agrees: boolean): Pick<FactFromForm, 'otherwise'> =>
  told === null || agrees ? {} : { otherwise: { told, form } };
