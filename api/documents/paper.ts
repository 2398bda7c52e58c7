import type { MaterialContent } from '../../domain/materials/content.ts';
import type { DossierLine } from '../../domain/papers/dossier.ts';
import { filledIn } from '../../domain/papers/paper-words.ts';
import type { DocumentKind } from '../../domain/programme/materials.ts';
import type { PaperPlace, PaperWords, WordField } from '../../domain/programme/papers.ts';

/** A unit's publicity of one application, as the unit wrote it. */
export type PaperPublicity = {
  readonly decidingMeeting: string;
  readonly contactPerson: string;
  readonly telephone: string;
  readonly address: string | null;
  readonly ways: readonly ('telephone' | 'letter' | 'visit')[];
  readonly contents: readonly string[];
  readonly postedOn: string | null;
  readonly lastDay: string | null;
  readonly result: string | null;
};

/** Everything a paper about one application may print; what its reader may not know is null. */
export type PaperData = {
  readonly no: string;
  readonly programme: string;
  readonly year: number;
  readonly authority: string;
  readonly name: string;
  readonly identity: string | null;
  readonly phone: string | null;
  readonly unit: string;
  readonly series: string;
  readonly specialty: string;
  readonly level: string;
  readonly content: MaterialContent;
  readonly pledge: string;
  /** What the programme has printed on its papers; nothing else of any notice stands on them. */
  readonly words: readonly PaperWords[];
  /** Who seals page 七 beside unit and authority (LN-5.6-e). */
  readonly otherSeals: readonly string[];
  readonly publicity: PaperPublicity | null;
  /** The results of a publicity that are printed to be ticked; none where the programme prints none. */
  readonly publicityResults: readonly string[];
  readonly dossier: readonly DossierLine[];
  readonly certificate: string | null;
};

/** The words of the programme for one place of a paper, in printed order, filled in with `more` and what the sheet knows. */
export function wordsAt(
  sheet: PaperData,
  [on, place]: readonly [DocumentKind, PaperPlace],
  more: Readonly<Partial<Record<WordField, string>>> = {},
): readonly string[] {
  const { name, unit, series, specialty, level, year } = sheet;
  const values = { name, unit, series, specialty, level, year: String(year), ...more };
  return sheet.words.filter((each) => each.on === on && each.place === place).map(({ says }) => filledIn(says, values));
}
