import type { SessionData } from '../../domain/session/session.ts';
import type { Db } from '../connection.ts';
import type { Fragment } from '../fragment.ts';

/** Of which session something is counted, and for which step: what the step says, and who takes it. */
export type Counting = {
  readonly session: string;
  readonly data: SessionData;
  readonly person: string;
};

/** One thing that is counted, as a subquery that gives one JSON value. */
export type Count = (sql: Db['sql'], of: Counting) => Fragment;
