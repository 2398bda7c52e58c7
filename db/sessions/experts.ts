import { and, asc, eq, gt, isNull, or, type Placeholder, type SQL, sql } from 'drizzle-orm';
import { addDays, type IsoDate } from '../../domain/calendar/dates.ts';
import type { Level } from '../../domain/programme/facts.ts';
import type { CommitteeKey } from '../committees/committee-years.ts';
import { inWorld, oneOf } from '../conditions.ts';
import type { Db } from '../connection.ts';
import { once, prepared } from '../prepared.ts';
import { experts, units } from '../schema.ts';
import { type Transaction, transaction } from '../transaction.ts';

/** An expert of a committee for one term; the name is sealed, and `person` is the account, where there is one. */
type ExpertRow = {
  readonly id: string;
  readonly person: string | null;
  readonly nameEnc: Buffer;
  readonly nameHash: string;
  readonly title: string;
  readonly level: Level;
  readonly specialty: string;
  readonly unit: string | null;
  readonly unitName: string;
  readonly origin: string;
  readonly chair: 'chair' | 'viceChair' | null;
  readonly termFrom: IsoDate;
  readonly termUntil: IsoDate;
};
export type StoredExpert = Omit<ExpertRow, 'nameHash'> & { readonly endedOn: IsoDate | null };

/** A new expert; the unit is found by the normal form of its name. */
export type NewExpert = Omit<ExpertRow, 'unit'> & { readonly unitKey: string };

type Asked = Readonly<Record<'programme' | 'committee' | 'world', Placeholder>>;
const ofCommittee = ({ programme, committee, world }: Asked): SQL | undefined =>
  and(eq(experts.programme, programme), eq(experts.committee, committee), inWorld(experts.world, world));

/** Changes of the experts of a committee come one after the other. SQL by hand: an advisory lock, as no row stands for the committee. */
const lockExperts = (sqlOf: Transaction['sql'], { programme, committee, world }: CommitteeKey) =>
  sqlOf`select pg_advisory_xact_lock(lock_key('experts', ${`${programme}/${committee}/${world}`}))`;

const termColumns = {
  id: experts.id,
  person: experts.person,
  nameHash: experts.nameHash,
  termFrom: experts.termFrom,
  termUntil: experts.termUntil,
  endedOn: experts.endedOn,
};
type Term = Pick<ExpertRow, 'person' | 'nameHash' | 'termFrom' | 'termUntil'> & { readonly endedOn: IsoDate | null };

const termsOf = prepared(['programme', 'committee', 'world'], (orm, asked) =>
  orm.select(termColumns).from(experts).where(ofCommittee(asked)),
);
const unitsByKey = prepared(['keys'], (orm, { keys }) =>
  orm.select({ id: units.id, key: units.nameKey }).from(units).where(oneOf(units.nameKey, keys)),
);

/**
 * Adds experts to a committee; ids that are there already change nothing. Gives the places in the list of those who serve there in the same time already: then
 * nobody is added, or with `partial` the others. Two lists for one committee come one after the other.
 */
export async function addExperts(
  db: Db,
  key: CommitteeKey,
  { list, by, partial }: { readonly list: readonly NewExpert[]; readonly by: string; readonly partial: boolean },
): Promise<readonly number[]> {
  return await transaction(db, async (sqlOf, tx) => {
    await lockExperts(sqlOf, key);
    const ids = list.map(({ id }) => id);
    const known = (await termsOf(tx, key)).filter(({ id }) => !ids.includes(id));
    const terms = list.map((each): Term => ({ ...each, endedOn: null }));
    const twice = terms.flatMap((each, place) =>
      [...known, ...terms.slice(0, place)].some((other) => serveTogether(other, each)) ? [place] : [],
    );
    const added = list.filter((_, place) => !twice.includes(place));
    if (added.length === 0 || (twice.length > 0 && !partial)) return twice;
    const found = await unitsByKey(tx, { keys: [...new Set(added.map(({ unitKey }) => unitKey))] });
    const unitOf = new Map(found.map(({ id, key: name }) => [name, id]));
    const rows = added.map(({ unitKey, ...one }) => ({
      ...key,
      ...one,
      unit: unitOf.get(unitKey) ?? null,
      byPerson: by,
    }));
    await once(tx.orm.insert(experts).values(rows).onConflictDoNothing({ target: experts.id }));
    return twice;
  });
}

/** Whether two rows are one expert, by name and unit or by account, in terms that overlap. */
const serveTogether = (a: Term, b: Term): boolean =>
  (a.nameHash === b.nameHash || (a.person !== null && a.person === b.person)) &&
  a.termFrom <= lastDayOf(b) &&
  b.termFrom <= lastDayOf(a);
/** The last day of a term; an expert whose term was ended serves no more from that day on. */
const lastDayOf = ({ termUntil, endedOn }: Term): IsoDate => (endedOn === null ? termUntil : addDays(endedOn, -1));

const columns = {
  id: experts.id,
  person: experts.person,
  nameEnc: experts.nameEnc,
  title: experts.title,
  level: experts.level,
  specialty: experts.specialty,
  unit: experts.unit,
  unitName: experts.unitName,
  origin: experts.origin,
  chair: experts.chair,
  termFrom: experts.termFrom,
  termUntil: experts.termUntil,
  endedOn: experts.endedOn,
};

const page = prepared(['programme', 'committee', 'world', 'after', 'limit'], (orm, asked) =>
  orm
    .select(columns)
    .from(experts)
    .where(and(ofCommittee(asked), or(sql`${asked.after}::uuid is null`, gt(experts.id, asked.after))))
    .orderBy(asc(experts.id))
    .limit(asked.limit),
);

/** The experts of a committee in order of their ids, also those whose term is over. */
export const listExperts = (
  db: Db,
  key: CommitteeKey,
  asked: { readonly after: string | null; readonly limit: number },
): Promise<StoredExpert[]> => page(db, { ...key, ...asked });

const one = prepared(['id', 'programme', 'committee', 'world'], (orm, asked) =>
  orm
    .select(columns)
    .from(experts)
    .where(and(eq(experts.id, asked.id), ofCommittee(asked))),
);

/** One expert of a committee, or null. */
export async function findExpert(db: Db, key: CommitteeKey, id: string): Promise<StoredExpert | null> {
  const [row] = await one(db, { id, ...key });
  return row ?? null;
}

const end = prepared(['id', 'programme', 'committee', 'world', 'on'], (orm, { on, ...asked }) =>
  orm
    .update(experts)
    .set({ endedOn: sql`${on}` })
    .where(
      and(
        eq(experts.id, asked.id),
        ofCommittee(asked),
        isNull(experts.endedOn),
        sql`${on}::date <= ${experts.termUntil}`,
      ),
    ),
);

/** Ends the term of an expert before its last day; false where it has ended already. */
export async function endTerm(
  db: Db,
  key: CommitteeKey,
  ended: { readonly id: string; readonly on: IsoDate },
): Promise<boolean> {
  return (await end(db, { ...key, ...ended })).count === 1;
}

const link = prepared(['id', 'person'], (orm, { id, person }) =>
  orm
    .update(experts)
    .set({ person: sql`${person}` })
    .where(and(eq(experts.id, id), isNull(experts.person))),
);

/** Says by which account an expert acts, once; an account is one expert of a committee at a time. */
export async function linkAccount(
  db: Db,
  key: CommitteeKey,
  { id, person }: { readonly id: string; readonly person: string },
): Promise<'linked' | 'missing' | 'taken'> {
  return await transaction(db, async (sqlOf, tx) => {
    await lockExperts(sqlOf, key);
    const terms = await termsOf(tx, key);
    const own = terms.find((each) => each.id === id);
    if (!own) return 'missing';
    if (own.person === person) return 'linked';
    const linked = { ...own, person };
    if (own.person !== null || terms.some((each) => each.id !== id && serveTogether(each, linked))) return 'taken';
    await link(tx, { id, person });
    return 'linked';
  });
}
