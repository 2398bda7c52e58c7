import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import { type Address, ApiClient, formOf } from '../api/service.ts';
import { checkHistories } from '../lives/histories/histories.ts';
import { intentsOf, settled } from '../lives/walks.ts';
import { at, TestBackend } from '../support/backend.ts';
import { checkInvariants } from '../support/invariants.ts';
import { Results } from '../support/results.ts';
import { Processes } from '../support/servers/processes.ts';

const results = new Results();
afterAll(() => results.print());

let backend: TestBackend;
let processes: Processes;
beforeEach(async () => {
  backend = await TestBackend.open();
  processes = new Processes(backend);
});
afterEach(async () => {
  await processes.close();
  await backend.close();
});

/** A draft that is ready to be submitted, through one API, and its applicant's headers, which hold through every other. */
async function ready(api: Address): Promise<{ no: string; headers: Readonly<Record<string, string>> }> {
  const anyone = new ApiClient(api, {});
  const { id: clock } = (await anyone.post('/demo/clocks', { startAt: toRfc3339(at('2024-07-08T09:00')) })).as(
    z.object({ id: z.string() }),
  );
  const inWorld = { 'Demo-Clock': clock };
  const { token } = (await new ApiClient(api, inWorld).post('/demo/token', { account: 'zhang-wei' })).as(
    z.object({ token: z.string() }),
  );
  const headers = { ...inWorld, Authorization: `Bearer ${token}` };
  const applicant = new ApiClient(api, headers);
  const accounts = (await applicant.get('/demo/accounts')).as(
    z.object({ items: z.array(z.object({ account: z.string(), unit: z.object({ id: z.string() }).nullish() })) }),
  );
  const employer = accounts.items.find(({ account }) => account === 'zhang-wei')?.unit?.id;
  const what = { series: 'engineering', specialty: 'robotics', level: 'deputySenior', status: 'inService' };
  const made = await applicant.post('/v1/applications', { programme: 'liaoning-diit-2024', ...what, employer });
  const { no } = made.as(z.object({ no: z.string() }));
  expect((await applicant.put(`/v1/applications/${no}/form`, formOf('zhang-wei'))).status).toBe(200);
  return { no, headers };
}

it.each(['after-intent', 'after-decide'] as const)(
  'the HTTP service killed %s: after its restart the same Idempotency-Key gives the outcome, once',
  (point) =>
    results.row(`HTTP service ${point}`, async () => {
      const sound = await processes.api();
      const { no, headers } = await ready(sound);
      const checked = (await new ApiClient(sound, headers).view(no)).availableActions[0]?.checks?.map(({ key }) => key);
      const dying = await processes.api({ crashAt: point });
      const options = { key: randomUUID() };
      const submit = (api: Address) => new ApiClient(api, headers).act(no, 'submit', { checked }, options);

      await expect(submit(dying)).rejects.toThrow();
      expect(await dying.process.ended).toBe('SIGKILL');
      expect(await intentsOf(backend, no)).toMatchObject([{ action: 'submit', accepted: null }]);

      const restarted = await processes.api();
      const answer = await submit(restarted);
      expect([answer.status, answer.body]).toMatchObject([200, { stage: { key: 'UNIT_REVIEW' } }]);
      expect((await submit(sound)).body).toEqual(answer.body);
      expect(await intentsOf(backend, no)).toMatchObject([{ action: 'submit', accepted: true }]);
      await settled(backend);
      await checkInvariants(backend);
      await checkHistories(backend.deps);
      return 'recorded; the same key gives the outcome, once';
    }),
  120_000,
);
