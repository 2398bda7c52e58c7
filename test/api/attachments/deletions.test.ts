import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eventPage } from '../../../api/events/events-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { maxBytesOfPerson } from '../../../db/attachments/attachments.ts';
import { maxAttachments } from '../../../db/limits.ts';
import { type Answer, type ApiClient, type ApiWorld, formOf, TestService } from '../service.ts';

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.shared();
  world = await service.world('2024-07-08T09:00');
});

const withId = z.object({ id: z.uuid() });

function send(client: ApiClient, no: string, kind = 'evidence'): Promise<Answer> {
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', new Blob(['%PDF-1.7\n1 0 obj\nstartxref\n']), '证明.pdf');
  return client.post(`/v1/applications/${no}/attachments`, form);
}

const uploaded = async (client: ApiClient, no: string, kind?: string) => (await send(client, no, kind)).as(withId).id;
const fileOf = (no: string, id: string) => `/v1/applications/${no}/attachments/${id}`;

/** Writes the form of a person with these files as the evidence of the work. */
async function write(client: ApiClient, no: string, evidence: readonly string[]): Promise<void> {
  const { achievements, ...rest } = formOf('zhang-wei');
  const body = { ...rest, achievements: achievements.map((each) => ({ ...each, evidence })) };
  expect((await client.put(`/v1/applications/${no}/form`, body)).status).toBe(200);
}

async function fillTo(no: string, files: number): Promise<void> {
  const { sql } = service.services.db;
  await sql`
    insert into attachments (id, no, kind, name_enc, media_type, size, sha256, body_enc)
    select gen_random_uuid(), f.no, f.kind, f.name_enc, f.media_type, f.size, f.sha256, f.body_enc
      from (select * from attachments where no = ${no} limit 1) f,
           generate_series(1, ${files} - (select count(*)::integer from attachments where no = ${no}))`;
}

describe('a file', () => {
  it('on which no submission rests is deleted by its applicant alone, and the events say who deleted what and when', async () => {
    const [applicant, no] = [await world.as('zhang-wei'), await world.draft('zhang-wei')];
    const id = await uploaded(applicant, no);
    expect((await (await world.as('li-na')).delete(fileOf(no, id))).status).toBe(404);
    const before = await applicant.get(`/v1/applications/${no}/events`);
    expect((await applicant.delete(fileOf(no, id))).status).toBe(204);
    expect((await applicant.get(fileOf(no, id))).status).toBe(404);
    expect((await applicant.delete(fileOf(no, id))).status).toBe(404);
    const headers = { 'If-None-Match': String(before.headers.get('etag')) };
    const { deletedFiles } = (await applicant.get(`/v1/applications/${no}/events`, { headers })).as(eventPage);
    expect(deletedFiles).toMatchObject([{ id, kind: 'evidence', name: '证明.pdf', by: 'applicant' }]);
    expect(deletedFiles?.[0]?.at).toMatch(/^2024-07-08T/);
  });

  it('that was submitted stays, also after another one replaced it; one that was only named in a draft goes', async () => {
    const [applicant, no] = [await world.as('zhang-wei'), await world.draft('zhang-wei')];
    const [sealed, unused] = [await uploaded(applicant, no), await uploaded(applicant, no)];
    await write(applicant, no, [unused]);
    await write(applicant, no, [sealed]);
    await applicant.does(no, 'submit');
    const refused = (await applicant.delete(fileOf(no, sealed))).as(problemSchema);
    expect(refused).toMatchObject({ status: 409, code: 'FILE_SUBMITTED' });
    expect((await applicant.delete(fileOf(no, unused))).status).toBe(204);
    const group = await world.as('hr-liaobei');
    await group.does(no, 'return', { deficiencies: [{ item: 'a1', clause: 'LN-5.2.1-a', expected: '请补充证明。' }] });
    const other = await uploaded(applicant, no);
    await write(applicant, no, [other]);
    expect((await applicant.delete(fileOf(no, sealed))).status).toBe(409);
    expect((await applicant.get(fileOf(no, sealed))).status).toBe(200);
  });

  it('that goes while the form with it is submitted is either submitted or gone, never both', async () => {
    for (let round = 0; round < 4; round++) {
      const own = await service.world('2024-07-08T09:00');
      const [applicant, no] = [await own.as('zhang-wei'), await own.draft('zhang-wei')];
      const id = await uploaded(applicant, no);
      await write(applicant, no, [id]);
      const checked = ((await applicant.view(no)).availableActions[0]?.checks ?? []).map(({ key }) => key);
      const [deleted, submitted] = await Promise.all([
        applicant.delete(fileOf(no, id)),
        applicant.act(no, 'submit', { checked }),
      ]);
      expect([
        [204, 412],
        [204, 422],
        [409, 200],
      ]).toContainEqual([deleted.status, submitted.status]);
      expect((await applicant.get(fileOf(no, id))).status).toBe(submitted.status === 200 ? 200 : 404);
    }
  });

  it('that was replaced after a submission does not count towards the hundred, and a deleted one makes room', async () => {
    const own = await service.world('2024-07-08T09:00');
    const [applicant, no] = [await own.as('zhang-wei'), await own.draft('zhang-wei')];
    const sealed = await uploaded(applicant, no);
    await write(applicant, no, [sealed]);
    await applicant.does(no, 'submit');
    const hr = await own.as('hr-liaobei');
    await hr.does(no, 'return', { deficiencies: [{ item: 'a1', clause: 'LN-5.2.1-a', expected: '请补充证明。' }] });
    await fillTo(no, maxAttachments);
    const full = (await send(applicant, no)).as(problemSchema);
    expect(full).toMatchObject({ status: 409, code: 'TOO_MANY_FILES' });
    for (const words of [full.message.zh, full.message.en]) expect(words).toMatch(/100.*100/);
    await write(applicant, no, []);
    const racing = await Promise.all(Array.from({ length: 6 }, () => send(applicant, no)));
    expect(racing.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
    const added = racing.find(({ status }) => status === 201)?.as(withId).id ?? '';
    expect((await applicant.delete(fileOf(no, added))).status).toBe(204);
    expect((await send(applicant, no)).status).toBe(201);
  });

  it('too many bytes are refused with how much is used and how much is allowed, in both languages', async () => {
    const own = await service.world('2024-07-08T09:00');
    const [applicant, no] = [await own.as('zhang-wei'), await own.draft('zhang-wei')];
    await uploaded(applicant, no);
    await service.services.db.sql`update attachments set size = ${maxBytesOfPerson - 10} where no = ${no}`;
    const { status, message } = (await send(applicant, no)).as(problemSchema);
    expect(status).toBe(409);
    expect(message).toEqual({
      zh: expect.stringMatching(/不得超过1024\.0 MiB，已用1024\.0 MiB/),
      en: expect.stringMatching(/1024\.0 MiB together, and they have 1024\.0 MiB/),
    });
  });
});
