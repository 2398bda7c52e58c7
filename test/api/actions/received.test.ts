import { afterAll, beforeAll, expect, it } from 'vitest';
import { conditionsView } from '../../../api/eligibility/eligibility-schemas.ts';
import { completenessView, formView } from '../../../api/form/form-views-schemas.ts';
import type { IsoDate } from '../../../domain/calendar/dates.ts';
import { publish } from '../lives/dates.ts';
import { draftIn } from '../lives/lianyungang.ts';
import { type ApiWorld, TestService } from '../service.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.open();
});
afterAll(() => service.close());

const id = 'lianyungang-2024';
const other = { series: 'otherSpecialty', specialty: 'otherSpecialty', level: 'mid' };
const reason = '该单位人员专业更接近，经研究变更评委会。';

/** Publishes newer dates whose last day for everything is this one. */
const everythingUntil = (date: IsoDate) =>
  publish(service, id, ({ cutOffs }) => ({ cutOffs: cutOffs.map((each) => ({ ...each, date })) }));

/** The title office sends the people of the unit of xu-lei to this committee. */
async function goesTo(world: ApiWorld, part: 'routings' | 'committee-changes', committee: string): Promise<void> {
  const office = await world.as('title-office');
  const body = { ...other, unit: await world.unitOf('xu-lei'), committee };
  const answer = await office.post(`/v1/programmes/${id}/${part}`, part === 'routings' ? body : { ...body, reason });
  expect([200, 201], JSON.stringify(answer.body)).toContain(answer.status);
}

/** What stands of the last day that counts, to whoever reads it: among the conditions of applying, and about the form that was sent. */
async function against(world: ApiWorld, no: string, account: string) {
  const client = await world.as(account);
  const conditions = (await client.get(`/v1/applications/${no}/eligibility`)).as(conditionsView);
  const { findings } = (await client.get(`/v1/applications/${no}/completeness`)).as(completenessView);
  const { missing } = (await client.get(`/v1/applications/${no}/form`)).as(formView);
  return {
    notMet: conditions.findings.filter(({ outcome }) => outcome === 'notMet').map(({ clause }) => clause),
    invalid: findings.filter(({ outcome }) => outcome === 'invalid').map(({ clause, item }) => `${clause} ${item}`),
    missing: missing.map(({ path }) => path),
  };
}
const nothing = { notMet: [], invalid: [], missing: [] };

it('LYG-4.0-d, LYG-2.2-c: who was received goes by the dates of that day, also where a change of committee has newer ones since (A-26, A-50)', async () => {
  const world = await service.world('2024-06-03T09:00');
  await goesTo(world, 'routings', 'row-60');
  const no = await draftIn(world, 'xu-lei', other);
  await (await world.as('xu-lei')).does(no, 'submit');
  expect(await against(world, no, 'hr-express')).toEqual(nothing);

  await world.moveTo('2024-06-04T09:00');
  await everythingUntil('2004-12-31');
  expect(await against(world, no, 'hr-express')).toEqual(nothing);
  await goesTo(world, 'committee-changes', 'row-65');
  const moved = await (await world.as('xu-lei')).view(no);
  expect([moved.committee, moved.deadlines.every(({ timelineVersion }) => timelineVersion > 1)]).toEqual([
    'row-65',
    true,
  ]);
  for (const account of ['hr-express', 'xu-lei']) expect(await against(world, no, account), account).toEqual(nothing);

  const deficiencies = [{ item: 'summary', clause: 'LYG-4.2-a', expected: '请补充。' }];
  await (await world.as('hr-express')).does(no, 'return', { deficiencies });
  const today = await against(world, no, 'xu-lei');
  expect(today.invalid.join(), 'what is sent next goes by today').toContain('LYG-2.2-c /achievements');
  expect((await against(world, no, 'hr-express')).invalid, 'what was received does not').toEqual([]);

  await everythingUntil('2024-03-31');
  await (await world.as('xu-lei')).does(no, 'submit');
  await everythingUntil('2004-12-31');
  expect((await against(world, no, 'hr-express')).invalid, 'nor what was received after the change').toEqual([]);
});
