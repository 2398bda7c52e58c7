import type { ApplicationHead } from './applications.ts';
import { headColumns } from './applications.ts';
import type { Db } from './connection.ts';

/** Whose applications someone may see: their own, and those within the scopes of their grants. */
export type Sight = {
  readonly world: string | null;
  readonly person: string;
  readonly units: readonly string[];
  readonly offices: readonly string[];
  readonly sealing: readonly string[];
  readonly associations: boolean;
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

/** Applications within sight, nearest deadline first, one more than asked for, so that the caller knows of a next page. */
export async function listApplications({ sql }: Db, sight: Sight, filter: ListFilter): Promise<ListedApplication[]> {
  const rows = await sql<(ListedApplication & { dueAt: string | null })[]>`
    select * from (
      select ${headColumns(sql)}, a.seq, a.stage, a.phase, a.outcome, a.closed, to_ms(a.due_at) as "dueAt",
             coalesce(a.due_at <= world_now(a.world), false) as overdue, p.name_enc as "nameEnc",
             (select s -> 'name' from jsonb_array_elements(a.plan -> 'stages') s where s ->> 'key' = a.stage) as "stageName",
             a.due_at, a.created_at
        from applications a join people p on p.id = a.person
       where a.world is not distinct from ${sight.world}::uuid
         and (${filter.no}::text is null or a.no = ${filter.no})
         and (${filter.programme}::text is null or a.programme = ${filter.programme})
         and (${filter.office}::text is null or a.office = ${filter.office} or a.sealing_authority = ${filter.office})
         and (${filter.stage}::text is null or coalesce(a.stage, 'DRAFT') = ${filter.stage})
         and (${filter.overdue}::boolean is null or coalesce(a.due_at <= world_now(a.world), false) = ${filter.overdue})
         and (a.person = ${sight.person}::uuid
              or (a.plan is not null and (
                   a.unit = any(${sight.units as string[]}::uuid[])
                or a.office = any(${sight.offices as string[]}::text[])
                or a.sealing_authority = any(${sight.sealing as string[]}::text[])
                or a.programme = any(${sight.programmes as string[]}::text[]) or '*' = any(${sight.programmes as string[]}::text[])
                or (${sight.associations} and jsonb_path_exists(a.plan, '$.stages[*].steps[*] ? (@.role == "association")')))))) seen
     where ${filter.after?.no ?? null}::text is null
        or (coalesce("dueAt", 9007199254740991), no) > (${filter.after?.dueAt ?? 0}::bigint, ${filter.after?.no ?? ''}::text)
     order by coalesce("dueAt", 9007199254740991), no limit ${filter.limit + 1}`;
  return rows.map((row) => ({ ...row, dueAt: row.dueAt === null ? null : Number(row.dueAt) }));
}
