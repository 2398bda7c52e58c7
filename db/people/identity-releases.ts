import { and, desc, eq, sql } from 'drizzle-orm';
import { inWorld } from '../conditions.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { people, identityReleases as releases } from '../schema.ts';
import { transaction } from '../transaction.ts';

/** An identity number that was taken from an account; number and reason are sealed, `at` is real time, epoch ms. */
export type IdentityRelease = {
  readonly id: string;
  readonly person: string;
  readonly by: string;
  readonly identity: Buffer;
  readonly reason: Buffer;
  readonly at: number;
};

const holderOf = prepared(['hash', 'world'], (orm, { hash, world }) =>
  orm
    .select({ person: people.id, identity: people.identityEnc })
    .from(people)
    .where(and(eq(people.identityHash, hash), inWorld(people.world, world)))
    .for('update'),
);
const insertRelease = prepared(['id', 'person', 'byPerson', 'identityEnc', 'reasonEnc'], (orm, release) =>
  orm.insert(releases).values(release).onConflictDoNothing(),
);
const clearIdentity = prepared(['person'], (orm, { person }) =>
  orm
    .update(people)
    .set({ identityEnc: null, identityHash: null, version: sql`${people.version} + 1` })
    .where(eq(people.id, person)),
);

export type Released =
  | { readonly status: 'released'; readonly person: string }
  | { readonly status: 'nobodyHasIt' }
  | { readonly status: 'ownNumber' };

/** Takes an identity number from the account that registered it and writes down who did it and why, in one transaction. */
export async function releaseIdentity(
  db: Db,
  held: { readonly hash: string; readonly world: string | null },
  { id, by, reason }: { readonly id: string; readonly by: string; readonly reason: Buffer },
): Promise<Released> {
  return await transaction(db, async (_, tx): Promise<Released> => {
    const [holder] = await holderOf(tx, held);
    if (!holder) return { status: 'nobodyHasIt' };
    const { person, identity } = holder;
    if (person === by) return { status: 'ownNumber' };
    await insertRelease(tx, { id, person, byPerson: by, identityEnc: identity, reasonEnc: reason });
    await clearIdentity(tx, { person });
    return { status: 'released', person };
  });
}

const ofWorld = prepared(['world', 'limit'], (orm, { world, limit }) =>
  orm
    .select({
      id: releases.id,
      person: releases.person,
      by: releases.byPerson,
      identity: releases.identityEnc,
      reason: releases.reasonEnc,
      at: releases.at,
    })
    .from(releases)
    .innerJoin(people, eq(people.id, releases.person))
    .where(inWorld(people.world, world))
    .orderBy(desc(releases.at))
    .limit(limit),
);

/** The identity numbers that were released in a world, last first. */
export function identityReleasesOf(db: Db, world: string | null, limit: number): Promise<IdentityRelease[]> {
  return ofWorld(db, { world, limit });
}
