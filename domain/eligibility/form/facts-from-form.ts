import { type IsoDate, yearOf } from '../../calendar/dates.ts';
import type { MaterialContent } from '../../materials/content.ts';
import { type Text, text } from '../../text.ts';
import type { EligibilityFacts } from '../facts.ts';
import type { FormFact } from '../finding.ts';

/** A fact taken from the form, its location, and both values when the draft stated another one. */
export type FactFromForm = {
  readonly fact: FormFact;
  /** A JSON Pointer into the form. */
  readonly item: string;
  readonly otherwise?: { readonly stated: Text; readonly form: Text };
};

/** The stated facts, and the form with some items possibly removed, on a day. */
export type FormInput = {
  readonly stated: EligibilityFacts;
  readonly content: MaterialContent;
  readonly removedItems?: readonly string[];
  readonly asOf: IsoDate;
};

/** The facts that one part of the form provides, and how they are shown. */
export type Part = { readonly facts: Partial<EligibilityFacts>; readonly given: FactFromForm };

/** A day, or only a year if the day was not stated. */
type StatedDay = { readonly obtainedOn?: IsoDate | undefined; readonly obtainedYear?: number | undefined } | undefined;

/** A text that is the same in both languages: a date, a number, a name. */
export const plain = (value: string): Text => text(value, value);

/** The stated day or year as text; null when neither was stated. */
export function statedDay(stated: StatedDay): Text | null {
  const value = stated?.obtainedOn ?? stated?.obtainedYear;
  return value === undefined ? null : plain(String(value));
}

/** Whether the stated day or year agrees with a day, or is missing. */
export function agreesWith(stated: StatedDay, on: IsoDate): boolean {
  if (stated?.obtainedOn !== undefined) return stated.obtainedOn === on;
  return stated?.obtainedYear === undefined || stated.obtainedYear === yearOf(on);
}

/** Both values, if the stated one differs. */
export const contradiction = (stated: Text | null, form: Text, agrees: boolean): Pick<FactFromForm, 'otherwise'> =>
  stated === null || agrees ? {} : { otherwise: { stated, form } };
