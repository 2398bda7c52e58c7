import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestBackend, type TestCase, type TestWorld } from '../../support/backend.ts';
import { openAll } from '../../support/statements/statement-count.ts';

describe('an action’s round trips to PostgreSQL', () => {
  let backend: TestBackend;
  let world: TestWorld;
  let one: TestCase;

  beforeAll(async () => {
    backend = await TestBackend.open();
    world = await backend.world('2024-07-08T09:00');
    one = await world.draft();
    // What the driver asks for once on a connection, the types of arrays, is asked before anything is counted.
    await openAll(backend.deps.db.sql);
  });
  afterAll(() => backend.close());

  /** Every statement that any part of the process, the worker's too, sends to the application's database. */
  async function statements(run: () => Promise<unknown>): Promise<readonly string[]> {
    const { options } = backend.deps.db.sql;
    const sent: string[] = [];
    options.debug = (_, query) => void sent.push(query.trim());
    try {
      await run();
    } finally {
      options.debug = false;
    }
    return sent;
  }

  const recordedAndWritten = [expect.stringContaining('record_intent('), expect.stringContaining('record_outcome(')];

  it('are the two that write, for an accepted first submission', async () => {
    expect(await statements(() => one.does('submit', 'applicant'))).toEqual(recordedAndWritten);
  });

  it('are the two that write, for an accepted action', async () => {
    expect(await statements(() => one.does('agree', 'unitHr'))).toEqual(recordedAndWritten);
  });

  it('are the two that write, for one that moves the nearest deadline', async () => {
    await one.does('select', 'unitAssessmentGroup');
    expect(await statements(() => one.does('postPublicity', 'unitHr'))).toEqual(recordedAndWritten);
  });

  it('are the same two for a refused action', async () => {
    expect(await statements(() => one.act('pass', 'committeeOffice'))).toEqual(recordedAndWritten);
  });
});
