import { expect, it } from 'vitest';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { maxBytesOfPerson } from '../../../db/attachments/attachments.ts';
import { maxDrafts } from '../../../db/limits.ts';
import { TestService } from '../service.ts';

it('a person has twenty drafts at most, also when all are begun at once', async () => {
  const service = await TestService.shared();
  const world = await service.world('2024-07-08T09:00');
  const [applicant, employer] = [await world.as('zhang-wei'), await world.unitOf('zhang-wei')];
  const body = {
    programme: 'liaoning-diit-2024',
    series: 'engineering',
    specialty: 'robotics',
    level: 'deputySenior',
    employer,
    status: 'inService',
  };
  const made = await Promise.all(Array.from({ length: maxDrafts + 4 }, () => applicant.post('/v1/applications', body)));
  expect(made.filter(({ status }) => status === 201)).toHaveLength(maxDrafts);
  const refused = made.find(({ status }) => status !== 201)?.as(problemSchema);
  expect([refused?.status, refused?.code, refused?.message.en.includes(String(maxDrafts))]).toEqual([
    ...[409, 'TOO_MANY_DRAFTS', true],
  ]);
});

it('the open applications of a person hold a GiB of files at most, and each a hundred files also when many come at once', async () => {
  const service = await TestService.shared();
  const world = await service.world('2024-07-08T09:00');
  const [applicant, no] = [await world.as('li-na'), await world.draft('li-na')];
  const send = () => {
    const form = new FormData();
    form.set('kind', 'evidence');
    form.set('file', new Blob(['%PDF-1.7\n1 0 obj\nstartxref\n']), 'a.pdf');
    return applicant.post(`/v1/applications/${no}/attachments`, form);
  };
  const { sql } = service.services.db;
  expect((await send()).status).toBe(201);
  await sql`update attachments set size = ${maxBytesOfPerson} where no = ${no}`;
  expect((await send()).as(problemSchema)).toMatchObject({ status: 409, code: 'TOO_MANY_BYTES' });
  await sql`update attachments set size = 17 where no = ${no}`;
  await sql`
    insert into attachments (id, no, kind, name_enc, media_type, size, sha256, body_enc)
    select gen_random_uuid(), no, kind, name_enc, media_type, size, sha256, body_enc from attachments, generate_series(1, 97) where no = ${no}`;
  const codes = (await Promise.all(Array.from({ length: 8 }, send))).map(({ status }) => status);
  expect(codes.filter((status) => status === 201)).toHaveLength(2);
  expect(codes.filter((status) => status === 409)).toHaveLength(6);
});
