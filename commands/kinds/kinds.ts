import type { Kinds } from '../deps.ts';
import { applicationKind } from './application-kind.ts';

/** Everything that changes by intents in this product. A process is given these; a test may add its own. */
export const kinds: Kinds = { application: applicationKind };
