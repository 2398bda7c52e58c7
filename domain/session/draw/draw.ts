import type { Quota } from '../../programme/stages/session.ts';

/** An expert who may be drawn: by id only, with what the quotas look at. */
type Candidate = { readonly id: string; readonly specialty: string; readonly origin: string };

/** Why an expert of the pool is not drawn: same unit as an applicant, a declared relation, joint work, withdrawn, term over, a title below a level on the roster, an applicant here. */
export const exclusionReasons = [
  'sameUnit',
  'relation',
  'jointWork',
  'recused',
  'termOver',
  'level',
  'applicant',
] as const;
export type Excluded = { readonly id: string; readonly reason: (typeof exclusionReasons)[number] };

/** What is frozen before anybody knows the seed: who may be drawn, who may not and why, and how many are drawn by which quotas. */
export type Pool = {
  readonly session: string;
  /** 1 for the first draw, one more for each redraw. */
  readonly draw: number;
  readonly members: number;
  readonly alternates: number;
  readonly quotas: readonly Quota[];
  readonly candidates: readonly Candidate[];
  readonly excluded: readonly Excluded[];
};

/** Who was drawn, in the order in which they were. */
export type Drawn = { readonly members: readonly string[]; readonly alternates: readonly string[] };

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The pool as the text that is hashed: one line for each fact, parts separated by tabs, ids in ascending order. */
export function poolText({ session, draw, members, alternates, quotas, candidates, excluded }: Pool): string {
  const lines = [
    ['session', session],
    ['draw', draw],
    ['members', members],
    ['alternates', alternates],
    ...quotas.map(({ by, value, least }) => ['quota', by, value, least]),
    ...[...candidates]
      .sort((a, b) => byText(a.id, b.id))
      .map((each) => ['candidate', each.id, each.specialty, each.origin]),
    ...[...excluded].sort((a, b) => byText(a.id, b.id)).map((each) => ['excluded', each.id, each.reason]),
  ];
  return lines.map((line) => `${line.join('\t')}\n`).join('');
}

/** The text whose hash is the seed: the hash of the pool, the secret of the office, and the value of the second party. */
export const seedText = (
  poolHash: string,
  { secret, value }: { readonly secret: string; readonly value: string },
): string => `${poolHash}\n${secret}\n${value}\n`;

/**
 * Who is drawn. Experts stand in ascending order of their rank, which is the keyed hash of their id. Each quota takes the first who fit it, the other places go
 * to the first who are left, and the alternates are those after them. Null where a quota cannot be filled or there are too few experts; there may be
 * fewer alternates than asked for.
 */
export function drawFrom(pool: Pool, rank: (id: string) => string): Drawn | null {
  const order = pool.candidates
    .map((candidate) => ({ ...candidate, rank: rank(candidate.id) }))
    .sort((a, b) => byText(a.rank, b.rank) || byText(a.id, b.id));
  const chosen = new Set<string>();
  for (const { by, value, least } of pool.quotas) {
    const fitting = order.filter((each) => each[by] === value && !chosen.has(each.id)).slice(0, least);
    if (fitting.length < least) return null;
    for (const { id } of fitting) chosen.add(id);
  }
  if (chosen.size > pool.members || order.length < pool.members) return null;
  for (const { id } of order) if (chosen.size < pool.members) chosen.add(id);
  const left = order.filter(({ id }) => !chosen.has(id));
  return {
    members: order.flatMap(({ id }) => (chosen.has(id) ? [id] : [])),
    alternates: left.slice(0, pool.alternates).map(({ id }) => id),
  };
}
