import type { Role } from '../../domain/programme/facts.ts';
import type { Db } from '../connection.ts';
import type { ApplicationHead } from './applications.ts';
import { headColumns } from './applications.ts';

/** Whose applications someone may see: their own, and those within the scopes of their grants. */
export type VisibilityScope = {
  readonly world: string | null;
  readonly person: string;
  readonly units: readonly string[];
  /** Roles with the offices they are held in. */
  readonly acting: readonly { readonly role: Role; readonly office: string }[];
  readonly programmes: readonly string[];
};

/** What a work list may be narrowed by; null means no condition. */
export type ListFilter = {
  readonly stage: string | null;
  readonly programme: string | null;
  readonly office: string | null;
  readonly overdue: boolean | null;
  readonly no: string | null;
  readonly limit: number;
  /** The last row of the page before: its due instant (epoch ms, infinity as the greatest safe number) and number. */
  readonly after: { readonly dueAt: number; readonly no: string } | null;
};

/** One line of a work list. */
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

const noDeadline = Number.MAX_SAFE_INTEGER;

/**
 * Applications within sight, nearest deadline first, one more than asked for, so that the caller knows of a next page. The page is found by
 * narrow columns first: the compiled programme of a row is large, and only those of the page are opened.
 */
export async function listApplications(
  { sql }: Db,
  sight: VisibilityScope,
  filter: ListFilter,
): Promise<ListedApplication[]> {
  const { after } = filter;
  const rows = await sql<(ListedApplication & { dueAt: string | null })[]>`
    with page as materialized (
      select a.no, coalesce(to_ms(a.due_at), ${noDeadline}::bigint) as due from applications a
       where a.world is not distinct from ${sight.world}::uuid and ${within(sql, sight)} and ${matching(sql, filter)}
         and (${after?.no ?? null}::text is null
              or (coalesce(to_ms(a.due_at), ${noDeadline}::bigint), a.no) > (${after?.dueAt ?? 0}::bigint, ${after?.no ?? ''}::text))
       order by due, a.no limit ${filter.limit + 1})
    select ${headColumns(sql)}, a.seq, a.stage, a.phase, a.outcome, a.closed, to_ms(a.due_at) as "dueAt",
           coalesce(a.due_at <= world_now(a.world), false) as overdue, p.name_enc as "nameEnc",
           (select s -> 'name' from plans, jsonb_array_elements(body -> 'stages') s where hash = a.plan_hash and s ->> 'key' = a.stage) as "stageName"
      from page join applications a on a.no = page.no join people p on p.id = a.person
     order by page.due, a.no`;
  return rows.map((row) => ({ ...row, dueAt: row.dueAt === null ? null : Number(row.dueAt) }));
}

/** One's own, and what was submitted within one's scopes. */
const within = (sql: Db['sql'], sight: VisibilityScope) => sql`
  (a.person = ${sight.person}::uuid
   or (a.plan_hash is not null and (
        a.unit = any(${sight.units as string[]}::uuid[])
     or a.acting @> any(${sight.acting.map(({ role, office }) => JSON.stringify({ [role]: office }))}::jsonb[])
     or a.programme = any(${sight.programmes as string[]}::text[]) or '*' = any(${sight.programmes as string[]}::text[]))))`;

const matching = (sql: Db['sql'], { no, programme, office, stage, overdue }: ListFilter) => sql`
  (${no}::text is null or a.no = ${no})
  and (${programme}::text is null or a.programme = ${programme})
  and (${office}::text is null or a.office = ${office} or a.sealing_authority = ${office})
  and (${stage}::text is null or coalesce(a.stage, 'DRAFT') = ${stage})
  and (${overdue}::boolean is null or coalesce(a.due_at <= world_now(a.world), false) = ${overdue})`;
