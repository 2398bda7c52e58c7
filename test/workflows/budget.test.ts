import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certified } from '../../ops/lives/liaoning/certified.ts';
import { countEvents, eventsOfLife } from '../lives/histories/event-count.ts';
import { TestBackend, type TestCase, type TestWorld } from '../support/backend.ts';

describe('the budget of history events', () => {
  let backend: TestBackend;
  let world: TestWorld;
  let one: TestCase;

  async function cost(run: () => Promise<unknown>): Promise<number> {
    const before = await countEvents(backend, one.no);
    await run();
    return (await countEvents(backend, one.no)) - before;
  }

  beforeAll(async () => {
    backend = await TestBackend.open();
    world = await backend.world('2024-07-08T09:00');
    one = await world.draft();
    await one.does('submit', 'applicant');
  });
  afterAll(() => backend.close());

  it('is 5 for an accepted action that leaves the nearest deadline where it was', async () => {
    expect(await cost(() => one.does('agree', 'unitHr'))).toBe(5);
    expect(await cost(() => one.does('select', 'unitAssessmentGroup'))).toBe(5);
  });

  it('is 7 for one that moves the nearest deadline: the timer is cancelled and set again', async () => {
    expect(await cost(() => one.does('postPublicity', 'unitHr'))).toBe(7);
  });

  it('is 0 for a refused action', async () => {
    expect(await cost(() => one.act('pass', 'committeeOffice'))).toBe(0);
    expect(await cost(() => one.act('postPublicity', 'applicant'))).toBe(0);
  });

  it('is 15 for an expiry, and one more where the next deadline is armed', async () => {
    expect(await cost(() => world.moveTo('2024-07-18T00:01'))).toBe(16);
    await one.does('submit', 'applicant');
    await one.does('pass', 'committeeOffice');
    await one.does('withdraw', 'applicant');
  });
});

it('the budget of a whole life is 122 events from the first submission to the certificate, and 16 more to the close of the remedies', async () => {
  const { untilCertificate, inAll, row } = await eventsOfLife(certified);
  expect(untilCertificate).toBe(122);
  expect(inAll).toBe(138);
  expect(row).toMatchObject({ outcome: 'CERTIFIED', closed: true });
}, 60_000);
