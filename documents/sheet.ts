import type { MaterialContent } from '../domain/materials/content.ts';
import type { DossierLine } from '../domain/materials/dossier.ts';

/** A unit's publicity of one application, as the unit wrote it. */
export type SheetPublicity = {
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
export type Sheet = {
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
  readonly unitPledge: string;
  readonly publicity: SheetPublicity | null;
  /** The results of a publicity that are printed to be ticked; none where the programme prints none. */
  readonly publicityResults: readonly string[];
  readonly dossier: readonly DossierLine[];
  readonly certificate: string | null;
};
