// SQL by hand: a hot list, in which a scope or a condition is written only where it is asked, so that its index serves it.
import type { OfficeRole } from '../../domain/programme/facts.ts';
import type { Db } from '../connection.ts';
import type { Fragment } from '../fragment.ts';
import { findPlan } from '../programmes/plans.ts';
import type { ApplicationHead } from './applications.ts';
import { headColumns } from './applications.ts';

/** Whose applications someone may see: their own, and those within the scopes of their grants. */
export type VisibilityScope = {
  readonly world: string | null;
  readonly person: string;
  readonly units: readonly string[];
  /** Roles with the offices they are held in; an office sees what has come to it. */
  readonly acting: readonly { readonly role: OfficeRole; readonly office: string }[];
  readonly programmes: readonly string[];
};

/** The filters of a work list; null means no condition. */
export type ListFilter = {
  readonly stage: string | null;
  readonly programme: string | null;
  readonly office: string | null;
  readonly overdue: boolean | null;
  readonly no: string | null;
  readonly limit: number;
  /** The last row of the previous page: its due instant (epoch ms; infinity is the greatest safe number) and its number. */
  readonly after: { readonly dueAt: number; readonly no: string } | null;
};

/** One row of a work list. */
export type ListedApplication = ApplicationHead & {
  readonly seq: number;
  readonly stage: string | null;
  readonly stageName: { readonly zh: string; readonly en: string } | null;
  readonly phase: string | null;
  readonly outcome: string | null;
  readonly closed: boolean;
  readonly dueAt: number | null;
  readonly overdue: boolean;
  readonly nameEnc: Buffer;
};

type Sql = Db['sql'];
type Row = Omit<ListedApplication, 'dueAt' | 'stageName'> & {
  readonly dueAt: string | null;
  readonly planHash: string | null;
};

/** The visible applications, the nearest deadline first; one more than asked for, so that the caller knows whether more follow. */
export async function listApplications(
  db: Db,
  visibility: VisibilityScope,
  filter: ListFilter,
): Promise<ListedApplication[]> {
  const { sql } = db;
  const rows = await sql<Row[]>`
    with page as materialized (${pageOf(sql, visibility, filter)})
    select ${headColumns(sql)}, a.seq, a.stage, a.phase, a.outcome, a.closed, a.plan_hash as "planHash", to_ms(a.due_at) as "dueAt",
           coalesce(a.due_at <= ${now(sql, visibility)}, false) as overdue, p.name_enc as "nameEnc"
      from page join applications a on a.no = page.no join people p on p.id = a.person
     order by page.due, a.no`;
  return Promise.all(
    rows.map(async ({ planHash, dueAt, ...row }) => ({
      ...row,
      dueAt: dueAt === null ? null : Number(dueAt),
      stageName: planHash === null ? null : await stageName(db, planHash, row.stage),
    })),
  );
}

/** The name of a stage by the plan of its application, from this process's cache. */
async function stageName(db: Db, planHash: string, stage: string | null): Promise<ListedApplication['stageName']> {
  const { stages } = await findPlan(db, planHash);
  return stages.find(({ key }) => key === stage)?.name ?? null;
}

/** The order of the list of a person, a unit or an office, and that of the list of all: the same instant, spelled as in the index of each. */
const due = (sql: Sql) => sql`coalesce(a.due_at, 'infinity')`;
const dueOfAll = (sql: Sql) => sql`least(a.due_at, 'infinity')`;

/** The time of the caller's world, read once for the statement. */
const now = (sql: Sql, { world }: VisibilityScope) => sql`(select world_now(${world}::uuid))`;

/**
 * The numbers on the page. Each scope is read separately, in the order of an index and no further than the page. With one condition for all scopes,
 * PostgreSQL would read and sort every visible row. The order begins with the world, because the index does.
 */
function pageOf(sql: Sql, visibility: VisibilityScope, filter: ListFilter) {
  const world = visibility.world === null ? sql`a.world is null` : sql`a.world = ${visibility.world}::uuid`;
  const pages = scopes(sql, visibility).map(
    ([scope, order]) => sql`
      (select a.no, ${order} as due from applications a where ${world} and ${scope} ${conditions(sql, visibility, { ...filter, order })}
        order by a.world, ${order}, a.no limit ${filter.limit + 1})`,
  );
  const all = pages.reduce((before, page) => sql`${before} union ${page}`);
  return sql`select no, due from (${all}) pages order by due, no limit ${filter.limit + 1}`;
}

/** The person's own applications, and the submitted ones within the person's scopes, each with its order. */
function scopes(sql: Sql, { person, units, acting, programmes }: VisibilityScope): (readonly [Fragment, Fragment])[] {
  const opened = sql`a.plan_hash is not null`;
  const overall = programmes.includes('*')
    ? [opened]
    : programmes.map((programme) => sql`${opened} and a.programme = ${programme}`);
  const some = [
    sql`a.person = ${person}::uuid and a.discarded_at is null`,
    ...units.map((unit) => sql`${opened} and a.unit = ${unit}::uuid`),
    // Each role has an index of its own (`officeRoles`), whose expression holds the role itself and not a parameter.
    ...acting.map(({ role, office }) => sql`${opened} and (a.seen_by ->> ${sql.unsafe(`'${role}'`)}) = ${office}`),
  ];
  return [
    ...some.map((scope) => [scope, due(sql)] as const),
    ...overall.map((scope) => [scope, dueOfAll(sql)] as const),
  ];
}

/** Only the filters that were set, because PostgreSQL plans for a condition that may be null as if it always applied. */
function conditions(sql: Sql, visibility: VisibilityScope, filter: ListFilter & { readonly order: Fragment }) {
  const { no, programme, office, stage, overdue, after, order } = filter;
  const asked = [
    no === null ? null : sql`and a.no = ${no}`,
    programme === null ? null : sql`and a.programme = ${programme}`,
    office === null ? null : sql`and (a.office = ${office} or a.sealing_authority = ${office})`,
    stage === null ? null : sql`and coalesce(a.stage, 'DRAFT') = ${stage}`,
    overdue === true ? sql`and ${order} <= ${now(sql, visibility)}` : null,
    overdue === false ? sql`and ${order} > ${now(sql, visibility)}` : null,
    after === null ? null : sql`and (${order}, a.no) > (${place(sql, after.dueAt)}, ${after.no}::text)`,
  ];
  return asked.filter((condition) => condition !== null).reduce((before, next) => sql`${before} ${next}`, sql``);
}

/** The due instant in a cursor. */
const place = (sql: Sql, dueAt: number) =>
  dueAt === Number.MAX_SAFE_INTEGER ? sql`'infinity'::timestamptz` : sql`from_ms(${dueAt}::bigint)`;
