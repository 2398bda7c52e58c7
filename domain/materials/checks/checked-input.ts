import type { Card } from '../../access/identity-number.ts';
import type { IsoDate } from '../../calendar/dates.ts';
import type { ApplicantFacts } from '../../programme/facts.ts';
import type { ContentRule } from '../../programme/materials/materials.ts';
import type { PrintedNames } from '../../programme/printed-names.ts';
import type { CutOff } from '../../programme/timeline.ts';
import type { MaterialContent } from '../content.ts';
import type { Problem } from './finding.ts';

/** The input of a check: the content without removed items, the applicant's facts, the day of submission, and the year's dates. */
export type CheckInput = {
  readonly content: MaterialContent;
  readonly facts: ApplicantFacts;
  readonly asOf: IsoDate;
  readonly year: number;
  readonly cutOffs: readonly CutOff[];
  /** The kinds of the files attached to the form. */
  readonly fileKinds: readonly string[];
  /** What the application is called in print, which covers may say as well as the keys. */
  readonly names?: PrintedNames;
  /** What the applicant's identity number says, where they have one. */
  readonly card?: Card | null;
};

/** One rule about the content, with its parameters. */
export type Rule<Of extends ContentRule['of']> = Extract<ContentRule, { readonly of: Of }>;
/** The function that checks each kind of rule. */
export type Checks = {
  readonly [Of in ContentRule['of']]: (input: CheckInput, rule: Rule<Of>) => readonly Problem[];
};
