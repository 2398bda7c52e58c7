import { asc, eq } from 'drizzle-orm';
import type { FoundAgain } from '../../domain/materials/reuse.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Db } from '../connection.ts';
import type { Fragment } from '../fragment.ts';
import { prepared } from '../prepared.ts';
import { reuseDecisions } from '../schema.ts';

/** The fingerprint of one achievement of a content; a keyed hash. */
export type WorkFingerprint = { readonly item: string; readonly fingerprint: string; readonly joint: boolean };

/** An achievement that another application contains too. */
export type StoredFinding = FoundAgain & {
  /** The fingerprint of the work. A decision applies to this work only, not to whatever the item contains later. */
  readonly fingerprint: string;
  readonly otherProgramme: string;
  readonly decidedAt: number | null;
  readonly reason: Buffer | null;
};

/**
 * The query of what is found again, with each column by the name of its field; `no` and `version` are expressions. SQL by hand: it is part of the hot
 * read of an application, too.
 */
export const foundAgain = (sql: Db['sql'], no: Fragment, version: Fragment) => sql`
    select mine.item, mine.fingerprint, o.no as other, o.programme as "otherProgramme",
           bool_or(coalesce(po.identity_hash, po.id::text) = coalesce(pa.identity_hash, pa.id::text)) as "samePerson",
           bool_or(op.body -> 'year' = ap.body -> 'year') as "sameYear",
           bool_or(coalesce((o.snapshot -> 'result' ->> 'passed')::boolean, (o.snapshot -> 'referral' ->> 'passed')::boolean, false)) as passed,
           bool_and(mine.joint and theirs.joint) as joint,
           d.reused, to_ms(d.decided_at) as "decidedAt", d.reason_enc as reason
      from achievement_fingerprints mine
      join applications own on own.no = mine.no
      left join plans ap on ap.hash = own.plan_hash
      join people pa on pa.id = own.person
      join achievement_fingerprints theirs on theirs.fingerprint = mine.fingerprint and theirs.no <> mine.no
      join contents c on c.no = theirs.no and c.version = theirs.version and c.frozen_at is not null
      join applications o on o.no = theirs.no and o.world is not distinct from own.world
      join plans op on op.hash = o.plan_hash
      join people po on po.id = o.person
      left join lateral (select reused, decided_at, reason_enc from reuse_decisions r
                          where r.no = mine.no and r.item = mine.item and r.other = o.no and r.fingerprint = mine.fingerprint
                          order by r.n desc limit 1) d on true
     where mine.no = ${no} and mine.version = ${version}
     group by mine.item, mine.fingerprint, o.no, o.programme, d.reused, d.decided_at, d.reason_enc
     order by mine.item, o.no`;

/**
 * Achievements of the submitted content of an application that others of the same clock world have submitted too. Drafts of others do not count.
 */
export async function achievementsFoundAgain({ sql }: Db, no: string, version: number): Promise<StoredFinding[]> {
  const rows = await sql<(StoredFinding & { decidedAt: string | null })[]>`
    ${foundAgain(sql, sql`${no}`, sql`${version}::integer`)}`;
  return rows.map((row) => ({ ...row, decidedAt: row.decidedAt === null ? null : Number(row.decidedAt) }));
}

const decide = prepared(
  ['no', 'item', 'other', 'fingerprint', 'reused', 'reasonEnc', 'person', 'role'],
  (orm, decision) => orm.insert(reuseDecisions).values(decision),
);

/** Stores a person's decision about a reused achievement; the last one counts, and the earlier ones are kept. */
export async function decideReuse(
  db: Db,
  found: Pick<StoredFinding, 'item' | 'other' | 'fingerprint'> & { readonly no: string },
  {
    reason,
    ...by
  }: { readonly reused: boolean; readonly reason: Buffer; readonly person: string; readonly role: Role },
): Promise<void> {
  const { no, item, other, fingerprint } = found;
  await decide(db, { no, item, other, fingerprint, ...by, reasonEnc: reason });
}

/** A decision about a reused achievement as it was made; `decidedAt` is real time, epoch ms. */
export type ReuseDecision = Pick<StoredFinding, 'item' | 'other' | 'fingerprint'> & {
  readonly reused: boolean;
  readonly reason: Buffer;
  readonly decidedAt: number;
};

const decisionsOf = prepared(['no'], (orm, { no }) =>
  orm
    .select({
      item: reuseDecisions.item,
      other: reuseDecisions.other,
      fingerprint: reuseDecisions.fingerprint,
      reused: reuseDecisions.reused,
      reason: reuseDecisions.reasonEnc,
      decidedAt: reuseDecisions.decidedAt,
    })
    .from(reuseDecisions)
    .where(eq(reuseDecisions.no, no))
    .orderBy(asc(reuseDecisions.n)),
);

/** Every decision about reused achievements of an application, first to last. */
export function reuseDecisionsOf(db: Db, no: string): Promise<ReuseDecision[]> {
  return decisionsOf(db, { no });
}
