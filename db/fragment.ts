import type { PendingQuery, Row } from 'postgres';

/** A piece of SQL that becomes part of a statement. */
export type Fragment = PendingQuery<Row[]>;
