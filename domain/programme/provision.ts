import type { IsoDate } from '../calendar/dates.ts';
import type { Text } from '../text.ts';
import type { Level } from './facts.ts';

/** The topics under which provisions are listed. */
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
 * A printed rule that has no effect on a case but that people must be able to find: the basis of the notice, places of filing and publication,
 * responsibilities. The printed sentence is quoted with its clause; the provision holds what software needs of it.
 */
export type Provision = {
  readonly clause: string;
  readonly topic: ProvisionTopic;
  /** The numbers of the documents named, as printed. */
  readonly documents?: readonly string[];
  /** Where something is done or published: sites, platforms, columns, addresses, as printed. */
  readonly places?: readonly string[];
  /** The levels to which it applies; all when omitted. */
  readonly levels?: readonly Level[];
  /** The items it lists: measures by gravity, things examined, kinds of announcement. */
  readonly lists?: readonly Text[];
  /** The last day on which it applies. */
  readonly until?: IsoDate;
  readonly readings?: readonly string[];
  /** `suspect`: damaged in our copy of the text and kept as printed. */
  readonly quality?: 'suspect';
};
