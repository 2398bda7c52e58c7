import type { ExpertRow } from '../../../db/sessions/papers/paper-rows.ts';
import type { Track } from '../../../domain/programme/facts.ts';
import type { HearingRule } from '../../../domain/programme/stages/stages.ts';
import type { Score } from '../../../domain/session/meeting/scores.ts';
import type { SessionState } from '../../../domain/session/session.ts';

/** The session of a paper, with the names that its programme prints. */
export type PaperSession = {
  readonly id: string;
  readonly programme: string;
  readonly year: number;
  readonly committee: string;
  readonly state: SessionState;
};

/** An applicant on the roster. */
export type RosterLine = {
  readonly no: string;
  readonly name: string;
  readonly unit: string;
  readonly series: string;
  readonly specialty: string;
  readonly level: string;
  readonly track: Track;
  /** When and where the defence is, how often it was moved, and whether the applicant stayed away. */
  readonly defence: { readonly at: number; readonly room: string | null } | null;
  readonly moved: number;
  readonly absent: boolean;
  readonly hearing: HearingRule | null;
};

/** An expert who was drawn, with the name opened. */
export type ExpertLine = Omit<ExpertRow, 'name'> & { readonly name: string };

/** An expert who withdrew from one application. */
export type RecusalLine = {
  readonly application: string;
  readonly expert: string;
  readonly ground: 'sameUnit' | 'relation' | 'jointWork' | 'other';
};

/** The newest sheet of an expert for an application; `correction` is the number of the correction that made it. */
export type SheetLine = Score & {
  readonly application: string;
  readonly items: readonly { readonly key: string; readonly points: number }[];
  readonly correction: number | null;
};

/** What an expert wrote about an application. */
export type OpinionLine = { readonly application: string; readonly expert: string; readonly text: string };

/** What the session came to for an application, in its last round. */
export type ResultLine = {
  readonly application: string;
  readonly round: number;
  readonly present: number;
  readonly agree: number;
  readonly against: number;
  readonly abstain: number;
  readonly blank: number;
  readonly passed: boolean;
  readonly reason: 'absentFromDefence' | 'vetoed' | null;
  readonly quantified: number | null;
  readonly defence: number | null;
  readonly composite: number | null;
};
