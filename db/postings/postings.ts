import { and, desc, eq, exists, ne, or, type Placeholder, type SQL, sql } from 'drizzle-orm';
import { inWorld, oneOf } from '../conditions.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { applications, people, postingItems, postings, units } from '../schema.ts';
import { transaction } from '../transaction.ts';

/** A posting for several applications; `document` is sealed, hexadecimal. */
export type NewPosting = {
  readonly id: string;
  readonly world: string | null;
  readonly kind: 'unit' | 'preReview' | 'result';
  readonly unit: string | null;
  readonly office: string | null;
  readonly token: string;
  readonly document: string;
  readonly createdBy: string;
  readonly items: readonly string[];
};

/** Which postings a person may see: their world, and the units and offices for which they act. */
export type PostingVisibilityScope = {
  readonly world: string | null;
  readonly person: string | null;
  readonly units: readonly string[];
  /** What the person acts for in offices, as `role:office`. */
  readonly offices: readonly string[];
};

/** An application on a posting, with only the data that a posting shows; the name is still sealed. */
type PostedItem = {
  readonly no: string;
  readonly nameHex: string;
  readonly series: string;
  readonly specialty: string;
  readonly level: string;
  readonly programme: string;
  readonly postedOn: string | null;
  readonly lastDay: string | null;
  readonly open: boolean;
};

export type StoredPosting = Omit<NewPosting, 'items'> & {
  readonly unitName: string | null;
  readonly items: readonly PostedItem[];
};

/** Stores a posting; the same id again changes nothing. */
export async function insertPosting({ sql: query }: Db, posting: NewPosting): Promise<void> {
  await query`select write_posting(${JSON.stringify(posting)}::text::jsonb)`;
}

const deleteItems = prepared(['id'], (orm, { id }) => orm.delete(postingItems).where(eq(postingItems.posting, id)));
const deletePosting = prepared(['id'], (orm, { id }) => orm.delete(postings).where(eq(postings.id, id)));

/** Takes away a posting of which nothing was posted. */
export async function dropPosting(db: Db, id: string): Promise<void> {
  await transaction(db, async (_, tx) => {
    await deleteItems(tx, { id });
    await deletePosting(tx, { id });
  });
}

/** Whether the last day of an item is not over in the world of its posting. */
const lasts = sql`(${postingItems.lastDay} + 1)::timestamp at time zone 'Asia/Shanghai' > world_now(${postings.world})`;
const isOpen = sql`(${postingItems.lastDay} is not null and ${lasts} and ${applications.phase} = 'posted' and ${applications.outcome} is null)`;

/** The items of the posting of a row, with their applications. */
const itemsOf = (orm: Db['orm'], fields: Record<string, SQL>) =>
  orm.select(fields).from(postingItems).innerJoin(applications, eq(applications.no, postingItems.no));

const item = sql`jsonb_build_object('no', ${applications.no}, 'nameHex', encode(${people.nameEnc}, 'hex'), 'series', ${applications.series},
  'specialty', ${applications.specialty}, 'level', ${applications.level}, 'programme', ${applications.programme},
  'postedOn', ${postingItems.postedOn}, 'lastDay', ${postingItems.lastDay}, 'open', ${isOpen})`;

/** Postings with what is on them, or the part of it that is shown. */
const withItems = (orm: Db['orm'], shown?: SQL) =>
  orm
    .select({
      id: postings.id,
      world: postings.world,
      kind: postings.kind,
      unit: postings.unit,
      office: postings.office,
      token: postings.token,
      document: sql<string>`${postings.document} ->> 'sealed'`,
      createdBy: postings.createdBy,
      unitName: units.name,
      items: sql<PostedItem[]>`${itemsOf(orm, {
        all: sql`coalesce(jsonb_agg(${item} order by ${applications.no}), '[]')`,
      })
        .innerJoin(people, eq(people.id, applications.person))
        .where(and(eq(postingItems.posting, postings.id), shown))}`,
    })
    .from(postings)
    .leftJoin(units, eq(units.id, postings.unit));

/** Whether the application of an item has come to one of these offices. */
const cameTo = (offices: Placeholder) =>
  sql`exists (select 1 from jsonb_each_text(${applications.seenBy}) s (role, office) where s.role || ':' || s.office = any(${offices}::text[]))`;

type Visibility = Readonly<Record<keyof PostingVisibilityScope, Placeholder>>;

/**
 * Whether a person may see a posting. Everybody sees those of a committee. Those of a unit are seen by the people who act for it, the applicants on it,
 * and the offices to which one of these applications has come. Naming a unit in one's own application makes nobody a member; everybody else needs the link.
 */
const isVisible = (orm: Db['orm'], { world, person, units: ofUnits, offices }: Visibility) =>
  and(
    inWorld(postings.world, world),
    or(
      ne(postings.kind, 'unit'),
      oneOf(postings.unit, ofUnits),
      exists(
        itemsOf(orm, { one: sql`1` }).where(
          and(
            eq(postingItems.posting, postings.id),
            or(sql`${applications.person} = ${person}::uuid`, cameTo(offices)),
          ),
        ),
      ),
    ),
  );

/** Whether an item is shown: an office sees of a unit's posting only what has come to it, everybody else who sees the posting sees it whole. */
const isShown = (orm: Db['orm'], { person, units: ofUnits, offices }: Visibility) =>
  or(
    ne(postings.kind, 'unit'),
    oneOf(postings.unit, ofUnits),
    exists(
      itemsOf(orm, { one: sql`1` }).where(
        and(eq(postingItems.posting, postings.id), sql`${applications.person} = ${person}::uuid`),
      ),
    ),
    cameTo(offices),
  );

const pageOfOpen = prepared(
  ['world', 'person', 'units', 'offices', 'before', 'limit'],
  (orm, { before, limit, ...visibility }) =>
    withItems(orm, isShown(orm, visibility))
      .where(
        and(
          isVisible(orm, visibility),
          sql`(${before}::uuid is null or (${postings.createdAt}, ${postings.id}) <
               (select b.created_at, b.id from postings b where b.id = ${before}::uuid))`,
          exists(itemsOf(orm, { one: sql`1` }).where(and(eq(postingItems.posting, postings.id), isOpen))),
        ),
      )
      .orderBy(desc(postings.createdAt), desc(postings.id))
      .limit(limit),
);

/** Postings whose objection period is still running, the newest first. */
export function openPostings(
  db: Db,
  visibility: PostingVisibilityScope,
  { limit, before }: { limit: number; before: string | null },
): Promise<StoredPosting[]> {
  return pageOfOpen(db, { ...visibility, before, limit: limit + 1 });
}

const visibleById = prepared(['world', 'person', 'units', 'offices', 'id'], (orm, { id, ...visibility }) =>
  withItems(orm, isShown(orm, visibility)).where(and(eq(postings.id, id), isVisible(orm, visibility))),
);
const byToken = prepared(['world', 'token'], (orm, { world, token }) =>
  withItems(orm).where(and(eq(postings.token, token), inWorld(postings.world, world))),
);

/** The id of a posting. Its token is shorter and has no such form, so that each handle is looked up by one key. */
const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A posting: by its id if it is visible, or by its unguessable token for anybody; null if there is none. */
export async function findPosting(
  db: Db,
  handle: string,
  visibility: PostingVisibilityScope,
): Promise<StoredPosting | null> {
  const [row] = idPattern.test(handle)
    ? await visibleById(db, { ...visibility, id: handle })
    : await byToken(db, { world: visibility.world, token: handle });
  return row ?? null;
}
