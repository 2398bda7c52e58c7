import type { Kinds } from '../deps.ts';
import { applicationKind } from './application-kind.ts';
import { announcementKind, meetingsKind } from './committee-kinds.ts';
import { integrityKind } from './integrity-kind.ts';
import { sessionKind } from './session-kind.ts';

/** Everything that changes by intents in this product; a test may add its own. */
export const kinds: Kinds = {
  application: applicationKind,
  integrity: integrityKind,
  announcement: announcementKind,
  meetings: meetingsKind,
  session: sessionKind,
};
