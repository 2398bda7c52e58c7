import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { maxDrafts } from '../../../db/limits.ts';
import { TestService } from '../service.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.shared();
});

const withNo = z.object({ no: z.string() });
const list = z.object({ items: z.array(withNo) });

it('a draft is discarded by its applicant alone, with its form and files, and is then nowhere', async () => {
  const world = await service.world('2024-07-08T09:00');
  const [applicant, no] = [await world.as('zhang-wei'), await world.draft('zhang-wei')];
  const path = `/v1/applications/${no}`;
  for (const account of ['li-na', 'hr-liaobei'])
    expect((await (await world.as(account)).delete(path)).status, account).toBe(404);
  expect((await applicant.delete(path)).status).toBe(204);
  for (const gone of [path, `${path}/form`, `${path}/events`, `${path}/status`])
    expect((await applicant.get(gone)).status, gone).toBe(404);
  expect((await applicant.act(no, 'submit')).status).toBe(404);
  expect((await applicant.delete(path)).status).toBe(404);
  expect((await applicant.get('/v1/applications')).as(list).items).toEqual([]);
  const { sql } = service.services.db;
  const [left] = await sql`
    select (select count(*)::integer from contents where no = ${no}) as contents, discarded_at is not null as discarded
      from applications where no = ${no}`;
  expect(left, 'the number stays taken').toEqual({ contents: 0, discarded: true });
});

it('a discarded draft makes room for another one, whose number is new', async () => {
  const world = await service.world('2024-07-08T09:00');
  const [applicant, employer] = [await world.as('zhang-wei'), await world.unitOf('zhang-wei')];
  const field = { programme: 'liaoning-diit-2024', series: 'engineering', specialty: 'robotics' };
  const body = { ...field, level: 'deputySenior', employer, status: 'inService' };
  const key = randomUUID();
  const { no } = (await applicant.post('/v1/applications', body, { key })).as(withNo);
  for (let at = 1; at < maxDrafts; at++) await applicant.post('/v1/applications', body);
  expect((await applicant.post('/v1/applications', body)).as(problemSchema).code).toBe('TOO_MANY_DRAFTS');
  expect((await applicant.delete(`/v1/applications/${no}`)).status).toBe(204);
  const next = await applicant.post('/v1/applications', body);
  expect(next.status).toBe(201);
  expect(next.as(withNo).no).not.toBe(no);
  expect((await applicant.post('/v1/applications', body)).status).toBe(409);
});

it('no file comes into a draft that is discarded meanwhile', async () => {
  const world = await service.world('2024-07-08T09:00');
  const applicant = await world.as('zhang-wei');
  const send = (no: string) => {
    const form = new FormData();
    form.set('kind', 'evidence');
    form.set('file', new Blob(['%PDF-1.7\n1 0 obj\nstartxref\n']), '证明.pdf');
    return applicant.post(`/v1/applications/${no}/attachments`, form);
  };
  for (let round = 0; round < 4; round++) {
    const no = await world.draft('zhang-wei');
    const [sent] = await Promise.all([
      Promise.all(Array.from({ length: 6 }, () => send(no))),
      applicant.delete(`/v1/applications/${no}`),
    ]);
    for (const { status } of sent) expect([201, 404]).toContain(status);
    expect(await service.services.db.sql`select id from attachments where no = ${no}`).toEqual([]);
  }
});

it('what was submitted is not discarded, also when both come at once', async () => {
  const world = await service.world('2024-07-08T09:00');
  const [applicant, no] = [await world.as('zhang-wei'), await world.draft('zhang-wei')];
  const checked = ((await applicant.view(no)).availableActions[0]?.checks ?? []).map(({ key }) => key);
  const [submitted, discarded] = await Promise.all([
    applicant.act(no, 'submit', { checked }),
    applicant.delete(`/v1/applications/${no}`),
  ]);
  expect([
    [200, 409],
    [404, 204],
    [409, 204],
    [412, 204],
  ]).toContainEqual([submitted.status, discarded.status]);
  const again = await world.draft('li-na');
  const other = await world.as('li-na');
  await other.does(again, 'submit');
  expect((await other.delete(`/v1/applications/${again}`)).as(problemSchema)).toMatchObject({
    status: 409,
    code: 'DRAFT_SUBMITTED',
  });
});
