import { afterAll, beforeAll, expect, it } from 'vitest';
import { dossierResult, dossierView } from '../../api/schemas/documents.ts';
import { type ApiWorld, TestService } from './service.ts';

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.open();
  world = await service.world('2024-07-10T09:00');
});
afterAll(() => service.close());

it('tells what a paper dossier lacks: copies and the printed order (LN-A2.3.2-a, LN-A2.1-a)', async () => {
  const no = await world.draft('zhang-wei');
  await (await world.as('zhang-wei')).does(no, 'submit');
  const hr = await world.as('hr-liaobei');
  const { lines } = (await hr.get(`/v1/applications/${no}/dossier`)).as(dossierView);
  const whole = lines.filter(({ needed }) => needed).map(({ key, copies }) => ({ key, copies }));
  const check = async (delivered: readonly { key: string; copies: number }[]) =>
    (await hr.post(`/v1/applications/${no}/dossier-checks`, { delivered })).as(dossierResult);
  expect(await check(whole)).toEqual({ no, complete: true, findings: [] });
  const [form, publicity, ...rest] = whole;
  const wrong = [publicity, form, ...rest]
    .flatMap((each) => each ?? [])
    .map((each) => (each.key === 'evaluationForm' ? { ...each, copies: 2 } : each));
  const { findings } = await check(wrong);
  expect(findings.map(({ clause, outcome }) => [clause, outcome])).toEqual([
    ['LN-A2.1-a', 'invalid'],
    ['LN-A2.3.2-a', 'missing'],
  ]);
  expect((await (await world.as('hr-north')).get(`/v1/applications/${no}/dossier`)).status).toBe(404);
});
