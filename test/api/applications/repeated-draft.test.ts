import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { TestService } from '../service.ts';

it('a draft whose answer was lost is found again by its key, and a forgotten key makes another', async () => {
  const service = await TestService.shared();
  const world = await service.world('2024-07-08T09:00');
  const applicant = await world.as('zhang-wei');
  const { sql } = service.services.db;
  const body = {
    programme: 'liaoning-diit-2024',
    series: 'engineering',
    specialty: 'robotics',
    level: 'deputySenior',
    employer: await world.unitOf('zhang-wei'),
    status: 'inService',
  };
  const key = randomUUID();
  const make = async () => {
    const { status, body: made } = await applicant.post('/v1/applications', body, { key });
    return [status, (made as { readonly no: string }).no] as const;
  };
  const drafts = async () =>
    (await sql`select no from applications where world = ${world.id} order by no`).map(({ no }) => no as string);

  const [status, no] = await make();
  expect([status, await drafts()]).toEqual([201, [no]]);
  expect(await make(), 'the answer that was kept').toEqual([201, no]);

  // What a process that is killed between its insert and its answer leaves: the draft, and a key without an answer.
  await sql`delete from idempotency`;
  expect(await make(), 'the draft that is there').toEqual([201, no]);
  expect(await drafts()).toEqual([no]);

  // Keys are kept for 30 days; a repetition after that is a new request.
  await sql`delete from idempotency`;
  await sql`update applications set created_at = created_at - interval '31 days' where no = ${no}`;
  const [, another] = await make();
  expect(another).not.toBe(no);
  expect(await drafts()).toEqual([no, another].sort());
});
