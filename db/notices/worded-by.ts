import type { Process } from '../../domain/programme/programme.ts';
import type { Db } from '../connection.ts';
import { findPlan } from '../programmes/plans.ts';

/** The stages and outcomes whose names the text of a notice may use. */
export type WordedBy = Pick<Process, 'stages' | 'outcomes'>;

const nothing: WordedBy = { stages: [], outcomes: {} };

/** Those of the plan of its application, from the memory of this process: reading 8 KB of JSON in the statement costs more than the rest of it. */
export const processOf = async (db: Db, planHash: string | null): Promise<WordedBy> =>
  planHash === null ? nothing : await findPlan(db, planHash);

/** The name of the committee that a row of `notices n` is about; null for a notice about an application. */
export const committeeName = (sql: Db['sql']) => sql`
  case when n.committee is not null then committee_name(n.programme, n.committee) end`;
