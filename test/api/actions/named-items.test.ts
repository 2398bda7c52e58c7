import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formView } from '../../../api/form/form-views-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { postedView } from '../../../api/postings/postings-schemas.ts';
import { type ApiWorld, paper, TestService } from '../service.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.open();
});
afterAll(() => service.close());

const expected = '请补充验收材料';
const foreign = { item: 'a1', clause: 'DL-1.6-b', expected };
const nowhere = { item: 'foo-bar', clause: 'LN-5.5.2-b', expected };

/** An application whose publicity the unit has just posted, and where everybody objects. */
async function posted(world: ApiWorld) {
  const no = await world.draft('zhang-wei');
  await (await world.as('zhang-wei')).does(no, 'submit');
  const hr = await world.as('hr-liaobei');
  await hr.does(no, 'agree');
  await (await world.as('group-liaobei')).does(no, 'select');
  const body = { kind: 'unit', checked: ['sealedAndProminent'], items: [no], document: paper };
  const { link } = (await hr.post('/v1/postings', body)).as(postedView);
  return { no, hr, objections: `${link}/objections` };
}

describe('what an action names', { timeout: 120_000 }, () => {
  it('LN-5.5.2-b: is in the form and by a clause of this notice; otherwise nothing is returned and no attempt is used', async () => {
    const world = await service.world('2024-07-08T09:00');
    const no = await world.draft('zhang-wei');
    const engineer = await world.as('zhang-wei');
    await engineer.does(no, 'submit');
    const hr = await world.as('hr-liaobei');
    const wrong = (await hr.act(no, 'return', { deficiencies: [nowhere, foreign] })).as(problemSchema);
    expect(wrong).toMatchObject({ status: 422, errors: [{ path: '/deficiencies/1/clause' }] });
    const lost = (await hr.act(no, 'return', { deficiencies: [nowhere] })).as(problemSchema);
    expect(lost).toMatchObject({ status: 422, errors: [{ path: '/deficiencies/0/item' }] });
    const refused = await hr.act(no, 'refuse', { reason: '不符合', deficiencies: [nowhere] });
    expect(refused.status).toBe(422);
    const unknown = (await hr.act(no, 'agree', { checked: ['noSuchCheck'] })).as(problemSchema);
    expect(unknown).toMatchObject({ status: 422, errors: [{ path: '/checked/0' }] });
    expect(await hr.view(no)).toMatchObject({ stage: { key: 'UNIT_REVIEW' }, deficiencies: [] });
    const there = ['a1', 'summary', 'summary/currentTitle', 'achievements/0/title', 'photo', 'honours'];
    const deficiencies = there.map((item) => ({ item, clause: 'LN-5.5.2-b', expected }));
    expect((await hr.does(no, 'return', { deficiencies })).deficiencies).toHaveLength(there.length);
  });

  it('LN-5.4-g: is there to be objected to and to be removed', async () => {
    const world = await service.world('2024-07-08T09:00');
    const { no, hr, objections } = await posted(world);
    for (const item of ['achievment-1', 'foo-bar', 'honours', 'pledge']) {
      const body = { named: true, name: '署名人', body: '业绩不实', item };
      const answers = [
        await world.anyone.post(objections, { no, ...body }),
        await hr.act(no, 'recordObjection', body),
        await hr.act(no, 'removeItem', { item, reason: '不实' }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([422, 422, 422]);
    }
    expect((await hr.view(no)).objections).toEqual([]);
    const known = { no, named: false, body: '业绩不实', item: 'a1' };
    expect((await world.anyone.post(objections, known)).status).toBe(201);
    const [objection] = (await hr.view(no)).objections ?? [];
    expect(objection).toMatchObject({ item: 'a1', open: true });

    await hr.does(no, 'concludeObjection', { objection: objection?.id, upheld: true, reason: '未能核实' });
    const read = async (account: string) =>
      (await (await world.as(account)).get(`/v1/applications/${no}/form`)).as(formView);
    const title = '六轴工业机器人控制器研制（zhang-wei）';
    const reviewed = await read('hr-liaobei');
    expect(reviewed.form.achievements, 'what was removed no longer stands in the form').toEqual([]);
    expect(reviewed.removed).toEqual([{ item: 'a1', title, reason: '未能核实' }]);
    const own = await read('zhang-wei');
    expect(own.form.achievements.map(({ id }) => id)).toEqual(['a1']);
    expect(own.removed, 'the reason may tell who objected').toEqual([{ item: 'a1', title }]);
  });
});
