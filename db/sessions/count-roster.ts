// SQL by hand: the counts of a step are subqueries of one statement.
import type { Count } from './counting.ts';

/** Applications on the roster. */
export const countRoster: Count = (sql, { session }) => sql`
  (select count(*)::integer from session_roster r where r.session = ${session} and r.left_at is null)`;
