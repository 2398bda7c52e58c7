import type { IdentityDocument } from '../../domain/access/identity-document.ts';
import type { MaterialContent } from '../../domain/materials/content.ts';
import type { DossierLine } from '../../domain/papers/dossier.ts';
import { filledIn } from '../../domain/papers/paper-words.ts';
import type { DocumentKind } from '../../domain/programme/materials/materials.ts';
import type { PaperPlace, PaperWords, WordField } from '../../domain/programme/materials/papers.ts';
import type { Picture } from './blocks.ts';

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

/** Everything that a paper about one application may print; what its reader may not see is null. */
export type PaperData = {
  readonly no: string;
  readonly programme: string;
  readonly year: number;
  readonly authority: string;
  readonly name: string;
  readonly identity: IdentityDocument | null;
  readonly phone: string | null;
  readonly unit: string;
  readonly series: string;
  readonly specialty: string;
  readonly level: string;
  readonly content: MaterialContent;
  readonly pledge: string;
  /** The texts of the programme for its papers; no other text of a notice is printed on them. */
  readonly words: readonly PaperWords[];
  /** Who seals page 七 in addition to unit and authority (LN-5.6-e). */
  readonly otherSeals: readonly string[];
  readonly publicity: PaperPublicity | null;
  /** The results of a publicity, printed with boxes to tick; none if the programme prints none. */
  readonly publicityResults: readonly string[];
  readonly dossier: readonly DossierLine[];
  readonly certificate: string | null;
  /** The photograph that was sent, for a paper that has a place for it; null where there is none, or its reader may not see it. */
  readonly photo: Picture | null;
};

/** The texts of the programme for one place of a paper, in printed order, filled in from `more` and the paper's data. */
export function wordsAt(
  sheet: PaperData,
  [on, place]: readonly [DocumentKind, PaperPlace],
  more: Readonly<Partial<Record<WordField, string>>> = {},
): readonly string[] {
  const { name, unit, series, specialty, level, year } = sheet;
  const values = { name, unit, series, specialty, level, year: String(year), ...more };
  return sheet.words.filter((each) => each.on === on && each.place === place).map(({ says }) => filledIn(says, values));
}
