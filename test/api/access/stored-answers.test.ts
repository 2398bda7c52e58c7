import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { membersSchema } from '../../../api/people/units/units-schemas.ts';
import { postedView } from '../../../api/postings/postings-schemas.ts';
import { paper, TestService } from '../service.ts';

it('replays no stored answer to somebody whose right is gone: the right is looked at first', async () => {
  const service = await TestService.shared();
  const world = await service.world('2024-07-01T09:00');
  const no = await world.draft('zhang-wei');
  const [hr, group, admin] = [await world.as('hr-liaobei'), await world.as('group-liaobei'), await world.as('admin')];
  await (await world.as('zhang-wei')).does(no, 'submit');
  await hr.does(no, 'agree');
  await group.does(no, 'select');
  const key = randomUUID();
  const post = () =>
    hr.post('/v1/postings', { kind: 'unit', checked: ['sealedAndProminent'], items: [no], document: paper }, { key });
  const posted = await post();
  expect(posted.status).toBe(201);
  expect((await post()).as(postedView), 'the same request again').toEqual(posted.as(postedView));

  const path = `/v1/units/${await world.unitOf('zhang-wei')}/members`;
  const { members } = (await admin.get(path)).as(membersSchema);
  const left = members.filter(({ role }) => role !== 'unitHr').map(({ person, role }) => ({ person, role }));
  expect((await admin.put(path, { members: left })).status).toBe(200);
  const after = await post();
  expect([403, 404, 422]).toContain(after.status);
  expect(JSON.stringify(after.body)).not.toContain(posted.as(postedView).token);
});
