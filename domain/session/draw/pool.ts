import type { Quota, SessionRules } from '../../programme/stages/session.ts';
import type { FieldError } from '../../refusal.ts';
import { text } from '../../text.ts';
import type { Excluded, Pool } from './draw.ts';
import { type ApplicantKnown, type ExpertKnown, exclusionsOf } from './exclusions.ts';

/** What the office asks of a draw: how many members, places that are filled first, and whom it excludes beside what the data tell. */
type DrawAsked = {
  readonly members: number;
  readonly quotas: readonly Quota[];
  readonly exclusions: readonly Excluded[];
};

/** What a pool is made of. */
type PoolMatter = {
  readonly session: string;
  readonly draw: number;
  readonly rules: SessionRules['draw'];
  readonly experts: readonly ExpertKnown[];
  readonly applicants: readonly ApplicantKnown[];
  readonly meeting: Parameters<typeof exclusionsOf>[2];
};

/** The pool that is frozen: the quotas of the programme first, then those of the office; an exclusion by the data counts before one by the office. */
export function poolOf({ session, draw, rules, experts, applicants, meeting }: PoolMatter, asked: DrawAsked): Pool {
  const found = exclusionsOf(experts, applicants, meeting);
  const named = asked.exclusions.filter(({ id }) => !found.some((each) => each.id === id));
  const excluded = [...found, ...named];
  const out = new Set(excluded.map(({ id }) => id));
  return {
    session,
    draw,
    members: asked.members,
    alternates: rules.alternates * asked.members,
    quotas: [...rules.quotas, ...asked.quotas],
    candidates: experts
      .filter(({ id }) => !out.has(id))
      .map(({ id, specialty, origin }) => ({ id, specialty, origin })),
    excluded,
  };
}

/** Why nobody can be drawn from a pool as it is asked for, whatever the seed: everything that is wrong. `least` is the smallest committee that may sit. */
export function poolErrors(pool: Pool, least: number): readonly FieldError[] {
  const { members, quotas, candidates } = pool;
  const places = sumOf(quotas);
  const wrong: (FieldError | false)[] = [
    members % 2 === 0 && { path: '/members', message: text('评审专家人数须为单数。', 'The number of experts is odd.') },
    members < least && {
      path: '/members',
      message: text(`评审专家不少于${least}人。`, `At least ${least} experts sit on this committee.`),
    },
    members > candidates.length && {
      path: '/members',
      message: text(
        `可抽取的专家只有${candidates.length}人。`,
        `Only ${candidates.length} experts are left who may be drawn.`,
      ),
    },
    places > members && {
      path: '/quotas',
      message: text(
        `各类名额共${places}人，超过总人数。`,
        `The quotas ask for ${places} experts, more than are drawn.`,
      ),
    },
    quotas.some((quota) => !isFillable(quota, pool)) && {
      path: '/quotas',
      message: text(
        '某类名额的可抽取专家不足，无论抽取结果如何均无法满足。',
        'A quota has too few experts who may be drawn for it to be filled whoever else is drawn.',
      ),
    },
  ];
  return wrong.filter((each) => each !== false);
}

/** Whether a quota can be filled also when the other kind of quotas has taken as many of its experts as it can. */
function isFillable({ by, value, least }: Quota, { quotas, candidates }: Pool): boolean {
  const fitting = candidates.filter((each) => each[by] === value).length;
  const same = quotas.filter((each) => each.by === by && each.value === value);
  const others = quotas.filter((each) => each.by !== by);
  return fitting >= Math.max(least, sumOf(same)) + sumOf(others);
}

const sumOf = (quotas: readonly Quota[]): number => quotas.reduce((sum, { least }) => sum + least, 0);
