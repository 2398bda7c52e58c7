import type { IsoDate } from '../calendar/dates.ts';
import type { Text } from '../text.ts';
import type { Level } from './facts.ts';

/** What a provision is about; people find it under this heading. */
export const provisionTopics = [
  'basis',
  'standards',
  'otherWays',
  'channels',
  'announcements',
  'contacts',
  'learning',
  'filling',
  'review',
  'responsibility',
  'fallback',
] as const;
export type ProvisionTopic = (typeof provisionTopics)[number];

/**
 * A printed rule that blocks nothing but that people must be able to find: on what the notice rests, where things are done and published, who answers
 * for what. The printed sentence stands with its clause; here stands what software needs of it.
 */
export type Provision = {
  readonly clause: string;
  readonly topic: ProvisionTopic;
  /** Numbers of the documents it names, as printed. */
  readonly documents?: readonly string[];
  /** Where something is done or shown: sites, platforms, columns, addresses, as printed. */
  readonly places?: readonly string[];
  /** The levels it concerns, where not all. */
  readonly levels?: readonly Level[];
  /** What it lists: measures by gravity, things examined, kinds of announcement. */
  readonly lists?: readonly Text[];
  /** Until when it holds. */
  readonly until?: IsoDate;
  readonly readings?: readonly string[];
  /** `suspect`: damaged in the text we have, kept as printed. */
  readonly quality?: 'suspect';
};
