import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { nameCorrectionList } from '../../../api/people/name-corrections-schemas.ts';
import { personSchema } from '../../../api/people/people-schemas.ts';
import { TestService } from '../service.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.open();
});
afterAll(() => service.close());

it('corrects a name that applications have fixed, by an administrator with a reason, and keeps what it was', async () => {
  const world = await service.world('2024-07-02T09:00');
  const [engineer, admin, auditor] = [await world.as('zhang-wei'), await world.as('admin'), await world.as('auditor')];
  const no = await world.draft('zhang-wei');
  await engineer.does(no, 'submit');
  const me = (await engineer.get('/v1/people/me')).as(personSchema);
  const { phone, mail, language } = me;
  const own = await engineer.put('/v1/people/me', { name: '张薇', phone, mail, language });
  expect(own.as(problemSchema).code).toBe('NAME_FIXED');

  const path = `/v1/people/${me.id}/name-corrections`;
  const body = { name: '张薇', reason: '身份证姓名更正。' };
  const key = randomUUID();
  expect((await admin.post(path, { name: '张薇' })).status, 'never without a reason').toBe(422);
  expect((await admin.post(path, body, { key })).status).toBe(200);
  expect((await admin.post(path, body, { key })).status).toBe(200);
  expect((await engineer.get('/v1/people/me')).as(personSchema)).toMatchObject({
    name: '张薇',
    version: me.version + 1,
  });
  const { items } = (await auditor.get(path)).as(nameCorrectionList);
  expect(items).toMatchObject([{ was: '张蔚', became: '张薇', reason: '身份证姓名更正。' }]);

  const others = ['zhang-wei', 'hr-liaobei', 'office-diit'].map(async (account) => {
    const client = await world.as(account);
    return [(await client.post(path, body)).status, (await client.get(path)).status];
  });
  expect((await Promise.all(others)).flat()).toEqual([404, 404, 404, 404, 404, 404]);
  expect((await auditor.post(path, body)).status).toBe(404);
  const administrator = (await admin.get('/v1/people/me')).as(personSchema);
  expect((await admin.post(`/v1/people/${administrator.id}/name-corrections`, body)).status, 'not one’s own').toBe(404);
  const elsewhere = await service.world('2024-07-02T09:00');
  expect((await (await elsewhere.as('admin')).post(path, body)).status).toBe(404);
  const kept = JSON.stringify(
    await service.backend.deps.db.sql`select encode(became_enc, 'escape') from name_corrections`,
  );
  expect(kept).not.toContain('张薇');
});
