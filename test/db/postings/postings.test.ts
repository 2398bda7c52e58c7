import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findUnitPosting } from '../../../db/applications/documents.ts';
import { findPosting, type PostingVisibilityScope } from '../../../db/postings/postings.ts';
import { indexes, most, readOf } from '../../support/statements/plan-steps.ts';
import { IntentStore } from '../intents/intent-store.ts';

let store: IntentStore;
const posting = { id: randomUUID(), token: 'T'.repeat(32) };
const stranger: PostingVisibilityScope = { world: null, person: null, units: [], offices: [] };

/** A thousand postings of committees, one of which is looked for. */
beforeAll(async () => {
  store = await IntentStore.open();
  const { sql } = store.db;
  await store.draft();
  await sql`
    insert into postings (id, kind, office, token, document, created_by)
    select gen_random_uuid(), 'result', 'office-1', 'token-' || n, '{}'::jsonb, p.id from (select id from people limit 1) p, generate_series(1, 1000) n
    union all select ${posting.id}::uuid, 'result', 'office-1', ${posting.token}, '{}'::jsonb, p.id from (select id from people limit 1) p`;
  await sql`analyze postings`;
});
afterAll(() => store.close());

describe('a posting, which anyone may ask for', () => {
  it.each([
    ['its id', posting.id, 'postings_pkey'],
    ['its link', posting.token, 'postings_token_unique'],
    ['what is neither', 'x'.repeat(64), 'postings_token_unique'],
  ])('is read by %s with the key, whatever else is posted', async (_by, handle, index) => {
    const steps = await readOf(store.db, () => findPosting(store.db, handle, stranger));
    expect(indexes(steps)).toContain(index);
    expect(most(steps, 'postings')).toBeLessThanOrEqual(1);
  });

  it('is found by both', async () => {
    const found = [posting.id, posting.id.toUpperCase(), posting.token].map((each) =>
      findPosting(store.db, each, stranger),
    );
    expect((await Promise.all(found)).map((each) => each?.id)).toEqual([posting.id, posting.id, posting.id]);
  });
});

it('the latest posting of an application is the one made last, whatever the ids say', async () => {
  const { sql } = store.db;
  const [application] = await sql`select no, person from applications limit 1`;
  const made = async (id: string, document: string, at: string) => {
    await sql`
      insert into postings (id, kind, office, token, document, created_by, created_at)
      values (${id}, 'unit', null, ${id}, jsonb_build_object('sealed', ${document}::text), ${application?.person}, ${at})`;
    await sql`insert into posting_items (posting, no, posted_on) values (${id}, ${application?.no}, ${at.slice(0, 10)})`;
  };
  await made('ffffffff-0000-4000-8000-000000000001', 'first', '2024-07-10T01:00:00Z');
  await made('00000000-0000-4000-8000-000000000002', 'second', '2024-07-18T01:00:00Z');
  expect((await findUnitPosting(store.db, application?.no))?.document).toBe('second');
});
