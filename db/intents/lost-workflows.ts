import { and, asc, eq, gt, isNotNull, not, sql } from 'drizzle-orm';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { applications, entities, lostWorkflows } from '../schema.ts';

/** An open thing whose workflow does not run, and what Temporal said of it. */
export type LostWorkflow = { readonly no: string; readonly kind: string; readonly status: string };

/**
 * Keeps exactly these as lost; gives those that were not known yet. SQL by hand: drizzle does not tell a new row from a known one, nor deletes and inserts in one
 * statement.
 */
export async function keepLost({ sql: query }: Db, lost: readonly LostWorkflow[]): Promise<string[]> {
  const rows = await query<{ no: string; fresh: boolean }[]>`
    with wanted as (
      select l ->> 'no' as no, l ->> 'kind' as kind, l ->> 'status' as status
        from jsonb_array_elements(${JSON.stringify(lost)}::text::jsonb) l
    ), found_again as (
      delete from lost_workflows where no not in (select no from wanted)
    )
    insert into lost_workflows (no, kind, status) select no, kind, status from wanted
    on conflict (no) do update set status = excluded.status
    returning no, (xmax = 0) as fresh`;
  return rows.filter(({ fresh }) => fresh).map(({ no }) => no);
}

const lostOnes = prepared(['most'], (orm, { most }) =>
  orm.select().from(lostWorkflows).orderBy(asc(lostWorkflows.foundAt), asc(lostWorkflows.no)).limit(most),
);

/** The lost ones, the longest first, at most so many; `foundAt` is real time. */
export const listLost = (db: Db, most: number): Promise<(LostWorkflow & { readonly foundAt: number })[]> =>
  lostOnes(db, { most });

const opened = prepared([], (orm) =>
  orm
    .select({ no: applications.no })
    .from(applications)
    .where(and(isNotNull(applications.planHash), not(applications.closed))),
);

/** Applications that were opened and are not closed. */
export const openApplications = async (db: Db): Promise<string[]> => (await opened(db, {})).map(({ no }) => no);

const begun = prepared(['kind'], (orm, { kind }) =>
  orm
    .select({ no: entities.no, state: entities.state })
    .from(entities)
    .where(and(eq(entities.kind, kind), gt(entities.seq, sql`0`))),
);

/** Things of another kind that have had an event, with their states. */
export const begunEntities = (db: Db, kind: string): Promise<{ no: string; state: unknown }[]> => begun(db, { kind });

const standing = prepared(['no'], (orm, { no }) =>
  orm.select({ kind: entities.kind, state: entities.state }).from(entities).where(eq(entities.no, no)),
);

/** The state of a thing as it is written down; null where it has none. */
export const stateOfEntity = async (db: Db, no: string): Promise<unknown> =>
  (await standing(db, { no }))[0]?.state ?? null;

const application = prepared(['no'], (orm, { no }) =>
  orm.select({ no: applications.no }).from(applications).where(eq(applications.no, no)),
);

/** Of what kind a thing is; null where nothing has this number. */
export async function kindOfNumber(db: Db, no: string): Promise<string | null> {
  if ((await application(db, { no })).length > 0) return 'application';
  return (await standing(db, { no }))[0]?.kind ?? null;
}
