import type { WaitingObjection } from '../../domain/case/objections.ts';
import type { FoundAgain } from '../../domain/materials/reuse.ts';
import type { SessionStatus } from '../../domain/session/steps.ts';
import { type StoredOverride, unusedOverridesOf } from '../claims/claim-overrides.ts';
import { type HeldClaim, rivalsOf } from '../claims/claims.ts';
import type { Db } from '../connection.ts';
import type { Fragment } from '../fragment.ts';
import type { StoredContent } from './contents.ts';
import type { StoredRecord } from './integrity.ts';
import { foundAgain } from './reuse.ts';

/** What can be read with an application, in the same round trip, because an action will need it. */
export type Asides = {
  /** The current content. */
  readonly content: StoredContent | null;
  /** The content last submitted. */
  readonly submitted: Pick<StoredContent, 'version' | 'body'> | null;
  readonly files: readonly { readonly id: string; readonly kind: string }[];
  /** When the first submission was received (business epoch ms), and the version of the dates then in force. */
  readonly opened: { readonly at: number; readonly version: number } | null;
  /** The first objections that wait for room. */
  readonly queue: readonly WaitingObjection[];
  /** Who signed each objection from a posting, by its id. */
  readonly objectors: Readonly<Partial<Record<string, string>>>;
  /** Achievements of the submitted content that were submitted in others too. */
  readonly reuse: readonly FoundAgain[];
  readonly unitName: string | null;
  /** The posting that the caller names, if it is the unit's or the office's and lists this application; `postedOn` is null until it is posted for this application. */
  readonly posting: {
    readonly id: string;
    readonly kind: 'unit' | 'preReview' | 'result';
    readonly document: string;
    readonly postedOn: string | null;
  } | null;
  /** The session that the caller names, if it is one of its world. */
  readonly session: {
    readonly no: string;
    readonly programme: string;
    readonly committee: string;
    readonly status: SessionStatus;
  } | null;
  /** The keyed hash of the applicant's identity number. */
  readonly identityHash: string | null;
  /** The unused exceptions that the title office allowed it, the oldest first. */
  readonly overrides: readonly StoredOverride[];
  /** What other applications hold of what this one has claimed before. */
  readonly rivals: readonly HeldClaim[];
  /** The records about the applicant in the integrity archive, newest first. */
  readonly records: readonly StoredRecord[];
};

export type AsideName = keyof Asides;

/** An aside, and the stages at which the action needs it; the stage '' is a draft, and null is any stage. */
export type Wanted = { readonly aside: AsideName; readonly stages: readonly string[] | null };

/** What the caller names in an action that is read beside the application. */
export type NamedByCaller = { readonly posting?: string | undefined; readonly session?: string | undefined };

type Sql = Db['sql'];

/** How many waiting objections an action knows; more than are concluded at the same moment. */
const mostTakenUp = 10;

const submittedVersion = (sql: Sql) => sql`(a.snapshot -> 'submission' ->> 'contentVersion')::integer`;

/** The asides as subqueries on a row of `applications a`, each one JSON value. SQL by hand: they are parts of a hot read. */
const subqueries: Readonly<Record<AsideName, (sql: Sql, named: NamedByCaller) => Fragment>> = {
  content: (sql) => sql`
    (select jsonb_build_object('version', c.version, 'body', encode(c.body_enc, 'hex'), 'hash', c.hash, 'frozen', c.frozen_at is not null)
       from contents c where c.no = a.no and c.version = a.content_version)`,
  submitted: (sql) => sql`
    (select jsonb_build_object('version', c.version, 'body', encode(c.body_enc, 'hex'))
       from contents c where c.no = a.no and c.version = ${submittedVersion(sql)})`,
  files: (sql) => sql`
    (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind) order by f.created_at, f.id), '[]') from attachments f where f.no = a.no)`,
  opened: (sql) => sql`
    (select jsonb_build_object('at', to_ms(e.at), 'version', (e.data ->> 'timelineVersion')::integer)
       from events e where e.no = a.no and e.name = 'opened' order by e.seq limit 1)`,
  // As many as may be concluded before this action is decided.
  queue: (sql) => sql`
    (select coalesce(jsonb_agg(jsonb_build_object('id', q.data -> 'objection', 'named', q.data -> 'named', 'item', q.data -> 'item', 'place', q.data -> 'place')
                     order by q.seq), '[]')
       from (select e.seq, e.data from events e
              where e.no = a.no and e.name = 'objectionQueued' and a.snapshot ? 'queue'
                and (e.data ->> 'place')::integer > (a.snapshot -> 'queue' ->> 'settled')::integer
              order by e.seq limit ${mostTakenUp}) q)`,
  objectors: (sql) => sql`
    (select coalesce(jsonb_object_agg(e.data ->> 'objection', e.person), '{}') from events e
      where e.no = a.no and e.role = 'objector' and (e.data ->> 'named')::boolean)`,
  reuse: (sql) => sql`
    (select coalesce(jsonb_agg(to_jsonb(f) - 'reason'), '[]') from (${foundAgain(sql, sql`a.no`, submittedVersion(sql))}) f)`,
  unitName: (sql) => sql`(select to_jsonb(u.name) from units u where u.id = a.unit)`,
  posting: (sql, { posting = null }) => sql`
    (select jsonb_build_object('id', p.id, 'kind', p.kind, 'document', p.document ->> 'sealed', 'postedOn', i.posted_on)
       from posting_items i join postings p on p.id = i.posting
      where i.posting = ${posting}::uuid and i.no = a.no and (p.unit = a.unit or p.office = a.office) and p.world is not distinct from a.world)`,
  session: (sql, { session = null }) => sql`
    (select jsonb_build_object('no', s.no, 'programme', s.programme, 'committee', s.committee, 'status', s.state -> 'status')
       from entities s where s.no = 'session/' || ${session}::text and s.state is not null and s.world is not distinct from a.world)`,
  identityHash: (sql) => sql`(select to_jsonb(pe.identity_hash) from people pe where pe.id = a.person)`,
  overrides: (sql) => unusedOverridesOf(sql, sql`a.no`),
  rivals: (sql) => rivalsOf(sql, sql`a.no`),
  records: (sql) => sql`
    (select coalesce(jsonb_agg(jsonb_build_object('no', r.no, 'n', r.n) || r.body order by r.body ->> 'from' desc, r.no, r.n), '[]')
       from integrity_records r where r.person = a.person)`,
};

/** Columns that read each aside if the application is at one of its stages; each begins with a comma. */
export const asideColumns = (sql: Sql, wanted: readonly Wanted[], named: NamedByCaller) =>
  wanted.reduce<Fragment>((before, { aside, stages }) => {
    const read = subqueries[aside](sql, named);
    const here =
      stages === null
        ? read
        : sql`case when coalesce(a.stage, '') = any(${stages as string[]}::text[]) then ${read} end`;
    return sql`${before}, ${here} as ${sql(columnOf(aside))}`;
  }, sql``);

/** Reads asides that were not read with the application, in one round trip. SQL by hand: the subqueries are those of the hot read. */
export async function readAsides(
  { sql }: Db,
  no: string,
  { names, named }: { readonly names: readonly AsideName[]; readonly named: NamedByCaller },
): Promise<Partial<Asides>> {
  const columns = asideColumns(
    sql,
    names.map((aside) => ({ aside, stages: null })),
    named,
  );
  const [row] = await sql<Columns[]>`select a.no ${columns} from applications a where a.no = ${no}`;
  return row ? asidesIn(row, names) : {};
}

/** The asides in a row: those that were read because of its stage. */
export function asidesWith(row: Columns, wanted: readonly Wanted[], stage: string): Partial<Asides> {
  return asidesIn(
    row,
    wanted.flatMap(({ aside, stages }) => (stages === null || stages.includes(stage) ? [aside] : [])),
  );
}

type Columns = Readonly<Record<string, unknown>>;

const columnOf = (aside: AsideName) => `aside_${aside}`;

function asidesIn(row: Columns, names: readonly AsideName[]): Partial<Asides> {
  return Object.fromEntries(names.map((name) => [name, opened(row[columnOf(name)])]));
}

/** Within JSON, contents are hexadecimal digits. */
function opened(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('body' in value) || typeof value.body !== 'string') return value;
  return { ...value, body: Buffer.from(value.body, 'hex') };
}
