import { expect, it } from 'vitest';
import { eventPage } from '../../../api/events/events-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { TestService, wholeForm } from '../service.ts';

/** An application that the office has returned once, and whoever acts on it. */
async function returnedOnce() {
  const service = await TestService.shared();
  const world = await service.world('2024-07-08T09:00');
  const no = await world.draft('zhang-wei');
  const [client, hr] = [await world.as('zhang-wei'), await world.as('hr-liaobei')];
  await client.does(no, 'submit');
  await hr.does(no, 'agree');
  await (await world.as('group-liaobei')).does(no, 'select');
  await hr.does(no, 'postPublicity');
  await world.moveTo('2024-07-16T09:00');
  await client.does(no, 'submit');
  const office = await world.as('office-diit');
  await office.does(no, 'return', { deficiencies });
  return { no, client, office };
}
const deficiencies = [{ item: 'a1', clause: 'LN-4.1-c', expected: '请补充签字盖章材料' }];

it('LN-5.5.3-b: what was returned is not submitted again without a change or an answer, and uses up no chance', async () => {
  const { no, client, office } = await returnedOnce();
  const same = await client.act(no, 'submit');
  expect(same.as(problemSchema)).toMatchObject({
    status: 409,
    code: 'UNCHANGED',
    clauses: ['LN-5.5.3-b'],
    details: { items: ['a1'] },
  });
  const form = (await client.get(`/v1/applications/${no}/form`)).body as { form: object };
  await client.put(`/v1/applications/${no}/form`, form.form);
  expect((await client.act(no, 'submit')).as(problemSchema).code, 'written again, but the same').toBe('UNCHANGED');
  expect((await client.view(no)).attempts).toEqual({ used: 1, max: 3 });

  const answered = await client.does(no, 'submit', { reason: '签字盖章材料已在附件中。' });
  expect(answered.attempts).toEqual({ used: 2, max: 3 });
  const events = (await office.get(`/v1/applications/${no}/events`)).as(eventPage);
  expect(events.items.findLast(({ name }) => name === 'submitted')?.reason).toBe('签字盖章材料已在附件中。');
  await office.does(no, 'return', { deficiencies });
  await client.put(`/v1/applications/${no}/form`, { ...wholeForm, ...form.form, remarks: '已补正。' });
  expect((await client.does(no, 'submit')).attempts).toEqual({ used: 3, max: 3 });
});

it('LN-5.5.3-b: what was corrected and taken back is submitted again as it is, but not what was returned before', async () => {
  const { no, client } = await returnedOnce();
  const { form } = (await client.get(`/v1/applications/${no}/form`)).body as { form: object };
  const write = (remarks: string) => client.put(`/v1/applications/${no}/form`, { ...form, remarks });
  await write('已补正。');
  await client.does(no, 'submit');
  await client.does(no, 'recall');
  expect((await client.does(no, 'submit')).attempts).toEqual({ used: 2, max: 3 });
  await client.does(no, 'recall');
  await client.put(`/v1/applications/${no}/form`, form);
  expect((await client.act(no, 'submit')).as(problemSchema).code).toBe('UNCHANGED');
});
