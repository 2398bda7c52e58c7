import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ListFilter, listApplications, type VisibilityScope } from '../../../db/applications/work-lists.ts';
import { officeRoles } from '../../../domain/programme/facts.ts';
import { indexes, most, readOf } from '../../support/statements/plan-steps.ts';
import { IntentStore } from '../intents/intent-store.ts';

const count = 5_000;
const everything: ListFilter = {
  stage: null,
  programme: null,
  office: null,
  overdue: null,
  no: null,
  limit: 50,
  after: null,
};

let store: IntentStore;
let world: string;
let unit: string;
let unitInRealTime: string;
let nobody: VisibilityScope;

/** 5,000 opened applications in a clock world and as many in real time, of ten offices; every tenth has no deadline, every fifth of the others is overdue. */
beforeAll(async () => {
  store = await IntentStore.open();
  const { sql } = store.db;
  world = await store.world(Date.parse('2024-07-01T08:00+08:00'));
  const drafts = [await store.draft(world), await store.draft()];
  await sql`insert into plans (hash, body) values ('p', '{"stages": [{"key": "REVIEW", "name": {"zh": "审核", "en": "Review"}}]}')`;
  await sql`
    insert into applications (no, world, person, unit, programme, series, specialty, level, track, employer_class, office, seen_by, plan_hash, stage, due_at)
    select 'W-' || case when a.world is null then 'R' else 'C' end || lpad(n::text, 6, '0'), a.world, a.person, a.unit, a.programme, a.series, a.specialty, a.level,
           a.track, a.employer_class, 'office-' || n % 10, (select jsonb_object_agg(role, 'office-' || n % 10) from unnest(${officeRoles as unknown as string[]}::text[]) role), 'p', 'REVIEW',
           case when n % 10 > 0 then world_now(a.world) + (case when n % 5 = 0 then -1 else 1 end) * n * interval '1 minute' end
      from applications a cross join generate_series(1, ${count}::integer) n where a.no = any(${drafts})`;
  await sql`analyze applications`;
  const units = await sql<{ unit: string }[]>`
    select unit from applications where no = any(${drafts}) order by world nulls last`;
  [unit = '', unitInRealTime = ''] = units.map((row) => row.unit);
  nobody = { world, person: randomUUID(), units: [], acting: [], programmes: [] };
});
afterAll(() => store.close());

const acting = [{ role: 'committeeOffice', office: 'office-3' }] as const;
const seen = (): readonly (readonly [string, VisibilityScope])[] => [
  ['an administrator', { ...nobody, programmes: ['*'] }],
  ['an administrator in real time', { ...nobody, world: null, programmes: ['*'] }],
  ['the administrator of a programme', { ...nobody, programmes: ['test-programme'] }],
  ['an office', { ...nobody, acting }],
  ['an office in real time', { ...nobody, world: null, acting }],
  ['the personnel department of a unit', { ...nobody, units: [unit] }],
  ['the personnel department of a unit in real time', { ...nobody, world: null, units: [unitInRealTime] }],
  ['an office that is a unit as well', { ...nobody, acting, units: [unit] }],
];

/** All pages of a list, one after the other. */
async function pagesOf(visibility: VisibilityScope, filter: Partial<ListFilter> = {}) {
  const found: Awaited<ReturnType<typeof listApplications>> = [];
  for (let after: ListFilter['after'] = null; ; ) {
    const rows = await listApplications(store.db, visibility, { ...everything, limit: 400, ...filter, after });
    found.push(...rows.slice(0, 400));
    const last = rows[399];
    if (rows.length <= 400 || !last) return found;
    after = { dueAt: last.dueAt ?? Number.MAX_SAFE_INTEGER, no: last.no };
  }
}

describe('a page of a work list', () => {
  it('is read in its order, however many applications are within visibility', async () => {
    const read: Record<string, number> = {};
    for (const [who, visibility] of seen()) {
      const last = (await listApplications(store.db, visibility, everything))[49];
      const after = last ? { dueAt: last.dueAt ?? Number.MAX_SAFE_INTEGER, no: last.no } : null;
      for (const [page, filter] of [
        ['first', everything],
        ['next', { ...everything, after }],
        ['not overdue', { ...everything, overdue: false }],
        ['overdue', { ...everything, overdue: true }],
      ] as const) {
        const steps = await readOf(store.db, () => listApplications(store.db, visibility, filter));
        const sorted = steps.filter(({ kind }) => kind.includes('Sort')).map(({ rows }) => rows);
        read[`${who}, ${page}`] = Math.max(most(steps, 'applications'), ...sorted);
      }
    }
    // A page and one more of each scope, and those of the two that are put in order together.
    expect(Object.entries(read).filter(([, rows]) => rows > 2 * 51)).toEqual([]);
  });

  it('of an office is read by the index of its role', async () => {
    for (const role of officeRoles) {
      const visibility = { ...nobody, acting: [{ role, office: 'office-3' }] };
      for (const overdue of [null, true, false]) {
        const steps = await readOf(store.db, () => listApplications(store.db, visibility, { ...everything, overdue }));
        const name = role.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
        expect(indexes(steps), role).toContain(`applications_of_${name}`);
      }
    }
  });

  it('follows the one before without a gap, nearest deadline first, those without one last', async () => {
    for (const [who, visibility] of seen()) {
      const rows = await pagesOf(visibility);
      const places = rows.map(({ dueAt, no }) => [dueAt ?? Number.MAX_SAFE_INTEGER, no] as const);
      const sorted = places.toSorted((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
      expect(places, who).toEqual(sorted);
      expect(new Set(rows.map(({ no }) => no)).size, who).toBe(
        /^an office( in real time)?$/.test(who) ? count / 10 : count,
      );
      expect(rows[0]?.stageName, who).toEqual({ zh: '审核', en: 'Review' });
    }
  });

  it('says what is overdue by the clock of its world', async () => {
    for (const visibility of [
      { ...nobody, programmes: ['*'] },
      { ...nobody, world: null, programmes: ['*'] },
    ]) {
      const late = await pagesOf(visibility, { overdue: true });
      const inTime = await pagesOf(visibility, { overdue: false });
      expect([late.length, inTime.length]).toEqual([count / 10, (count * 9) / 10]);
      expect(late.every(({ overdue }) => overdue) && inTime.every(({ overdue }) => !overdue)).toBe(true);
    }
  });

  it('has one’s own draft, and nobody else’s', async () => {
    const no = await store.draft(world);
    const [row] = await store.db.sql<{ person: string }[]>`select person from applications where no = ${no}`;
    const own = await listApplications(store.db, { ...nobody, person: row?.person ?? '' }, everything);
    expect(own.map((each) => [each.no, each.stageName, each.dueAt])).toEqual([[no, null, null]]);
    const all = await pagesOf({ ...nobody, programmes: ['*'] });
    expect(all.some((each) => each.no === no)).toBe(false);
    const asked = await listApplications(
      store.db,
      { ...nobody, programmes: ['*'] },
      { ...everything, no: 'W-C000007' },
    );
    expect(asked.map((each) => each.no)).toEqual(['W-C000007']);
  });
});
