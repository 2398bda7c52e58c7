import type { Counted } from '../../domain/session/session.ts';
import type { Db } from '../connection.ts';
import type { Fragment } from '../fragment.ts';
import { countCustodians, countResults } from './count-ballot.ts';
import { countDraw, countMembers, countUndeclared } from './count-experts.ts';
import {
  countEnteredBy,
  countMissing,
  countPresides,
  countReady,
  countStrangers,
  countWaiting,
} from './count-meeting.ts';
import { countRoster } from './count-roster.ts';
import type { Count, Counting } from './counting.ts';
import { countOpenPublicities, countUndelivered } from './results/count-results.ts';

/** Everything that a step may look at beside its session; all that one step needs is read in one statement. */
const counts = {
  roster: countRoster,
  custodians: countCustodians,
  count: countResults,
  draw: countDraw,
  members: countMembers,
  undeclared: countUndeclared,
  strangers: countStrangers,
  presides: countPresides,
  ready: countReady,
  waiting: countWaiting,
  missing: countMissing,
  enteredBy: countEnteredBy,
  undelivered: countUndelivered,
  openPublicities: countOpenPublicities,
} as const satisfies { readonly [K in keyof Counted]?: Count };
export type CountName = keyof typeof counts;

/** The counts of these names as one JSON object. */
export const countedColumn = (sql: Db['sql'], names: readonly CountName[], of: Counting): Fragment =>
  names.reduce<Fragment>(
    (before, name) => sql`${before} || jsonb_build_object(${name}::text, ${counts[name](sql, of)})`,
    sql`'{}'::jsonb`,
  );
