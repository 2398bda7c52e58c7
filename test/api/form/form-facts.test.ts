import { beforeAll, describe, expect, it } from 'vitest';
import { conditionsView } from '../../../api/eligibility/eligibility-schemas.ts';
import { completenessView, formView } from '../../../api/form/form-views-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { Dalian } from '../lives/dalian.ts';
import { draftIn } from '../lives/lianyungang.ts';
import { type ApiWorld, formOf, TestService } from '../service.ts';

let service: TestService;
let world: ApiWorld;
let dalian: Dalian;
beforeAll(async () => {
  service = await TestService.shared();
  world = await service.world('2024-06-10T09:00');
  dalian = await Dalian.settle(world);
});

const lacking = async (account: string, no: string) => {
  const answer = await (await world.as(account)).get(`/v1/applications/${no}/completeness`);
  const { complete, findings } = answer.as(completenessView);
  return { complete, findings, against: findings.filter(({ outcome }) => outcome === 'invalid') };
};

const submitted = async (account: string, no: string, checked: readonly string[]) => {
  const answer = await (await world.as(account)).act(no, 'submit', { checked });
  return { status: answer.status, body: answer.body };
};

/** The form as it stands, changed. */
const rewrite = async (account: string, no: string, change: (form: Form) => object) => {
  const client = await world.as(account);
  const { form } = (await client.get(`/v1/applications/${no}/form`)).as(formView);
  const answer = await client.put(`/v1/applications/${no}/form`, { ...form, ...change(form) });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
};
type Form = ReturnType<typeof formView.parse>['form'];

/** What stands against sending, in the list of what is lacking and in the refusal. */
const stands = async (account: string, no: string, wanted: { clauses: readonly string[]; item: string }) => {
  const { complete, against } = await lacking(account, no);
  expect(complete).toBe(false);
  for (const clause of wanted.clauses) {
    const found = against.find((each) => each.clause === clause && each.item === wanted.item);
    expect(found?.message.zh, clause).not.toBe('');
    expect(found?.message.en.length, clause).toBeGreaterThan(0);
  }
  const refused = await submitted(account, no, ['ownPledge', 'truthPledge']);
  expect(refused).toMatchObject({ status: 422, body: { code: 'INCOMPLETE' } });
  const { clauses, errors } = problemSchema.parse(refused.body);
  expect(clauses).toEqual(expect.arrayContaining([...wanted.clauses]));
  expect(errors.map(({ path }) => path)).toContain(`${wanted.item}`);
};

const hours = (publicHours: number, professionalHours: number, year = 2024) => ({
  continuingEducation: [{ year, publicHours, professionalHours }],
});

describe('what the form says is judged before it is sent', () => {
  const first = '/continuingEducation/0';

  it('DL-1.6-b, DL-1.6-c: too few hours in the form stop the submission, whatever was answered, and enough let it pass', async () => {
    const no = await dalian.draft('chen-jing');
    const cover = {
      unitName: '大连试验科技有限公司（虚构）',
      series: 'engineering',
      specialty: 'generalEngineering',
      level: 'mid',
    };
    await dalian.write('chen-jing', no, { cover, ...hours(9, 1) });
    await stands('chen-jing', no, { clauses: ['DL-1.6-b', 'DL-1.6-c'], item: first });
    await dalian.write('chen-jing', no, { cover, ...hours(29, 60) });
    await stands('chen-jing', no, { clauses: ['DL-1.6-b'], item: first });
    await dalian.write('chen-jing', no, { cover, ...hours(40, 59) });
    await stands('chen-jing', no, { clauses: ['DL-1.6-c'], item: first });
    await dalian.write('chen-jing', no, { cover, ...hours(60, 60) });
    const { complete, findings } = await lacking('chen-jing', no);
    expect(complete).toBe(true);
    expect(findings, 'from 60 professional hours on the authority decides').toContainEqual(
      expect.objectContaining({ clause: 'DL-1.6-c', readings: ['A-03'], outcome: 'needsAttestation', item: first }),
    );
    expect((await submitted('chen-jing', no, ['ownPledge'])).status).toBe(200);
  });

  it('DL-1.6-b: the form overrides what was answered, and the contradiction is shown in both languages', async () => {
    const told = { continuingEducation: { total: 120, professional: 90 } };
    const no = await dalian.draft('liu-yang', told);
    const { findings, complete } = await lacking('liu-yang', no);
    expect(complete).toBe(true);
    const warned = findings.filter(({ key }) => key === 'toldOtherwise');
    expect(warned).toMatchObject([{ outcome: 'warning', clause: 'DL-1.6-b', item: first }]);
    expect(warned[0]?.message.zh).toMatch(/^继续教育学时：.*共120学时，专业科目90学时/);
    expect(warned[0]?.message.en).toContain('90 hours, 60 of them professional');
    const seen = (await (await world.as('liu-yang')).get(`/v1/applications/${no}/eligibility`)).as(conditionsView);
    expect(seen.toldOtherwise).toEqual(warned.map(({ clause, item, message }) => ({ clause, item, message })));
    expect(seen.findings).toContainEqual(
      expect.objectContaining({ clause: 'DL-1.6-b', outcome: 'met', counted: { total: 90, required: 90 } }),
    );
  });

  it('LN-4.2-b: a title of the form too young for full-senior stops the submission (A-21)', async () => {
    const no = await world.draft('zhang-wei', { level: 'fullSenior' });
    const { summary } = formOf('zhang-wei');
    await rewrite('zhang-wei', no, () => ({ summary: { ...summary, currentTitleSince: '2020-01-01' } }));
    await stands('zhang-wei', no, { clauses: ['LN-4.2-b'], item: '/summary/currentTitleSince' });
    await rewrite('zhang-wei', no, () => ({ summary: { ...summary, currentTitleSince: '2018-12-31' } }));
    expect((await lacking('zhang-wei', no)).complete).toBe(true);
    expect((await (await world.as('zhang-wei')).does(no, 'submit')).stage.key).toBe('UNIT_REVIEW');
  });

  it('LN-4.2-a: a title in the form goes before the word that there is none (A-21)', async () => {
    const no = await world.draft('li-na', { heldTitle: { level: 'none' }, standard: { years: 8 } });
    await stands('li-na', no, { clauses: ['LN-4.2-a'], item: '/summary/currentTitleSince' });
    const { findings } = await lacking('li-na', no);
    expect(findings.find(({ key }) => key === 'toldOtherwise')?.message.zh).toContain('无职称');
  });

  it('LN-2.2.2-d: an examination of the form that ran out stops the submission, whatever was answered (A-22)', async () => {
    const economist = { series: 'economics', specialty: 'finance', examPassedOn: '2022-08-12' };
    const no = await world.draft('sun-hao', economist);
    const examination = { name: '经济专业技术资格考试', specialty: '金融', passedOn: '2010-08-12' };
    await rewrite('sun-hao', no, () => ({ examination }));
    await stands('sun-hao', no, { clauses: ['LN-2.2.2-d'], item: '/examination/passedOn' });
    await rewrite('sun-hao', no, () => ({ examination: { ...examination, passedOn: '2022-08-12' } }));
    expect((await lacking('sun-hao', no)).against).toEqual([]);
    expect((await (await world.as('sun-hao')).does(no, 'submit')).stage.key).toBe('UNIT_REVIEW');
  });

  it('LYG-2.2-c: an education of the form had after the last day stops the submission; an earlier one beside it counts', async () => {
    const no = await draftIn(world, 'xu-lei');
    const late = (form: Form) =>
      (form.education ?? []).map((each) => ({ ...each, tier: 'master', graduatedOn: '2024-04-01' }));
    await rewrite('xu-lei', no, (form) => ({ education: late(form) }));
    await stands('xu-lei', no, { clauses: ['LYG-2.2-c'], item: '/education/0/graduatedOn' });
    await rewrite('xu-lei', no, (form) => ({
      education: [
        ...late(form),
        ...late(form).map((each) => ({ ...each, tier: 'bachelor', graduatedOn: '2024-03-31' })),
      ],
    }));
    expect((await lacking('xu-lei', no)).complete).toBe(true);
    expect((await submitted('xu-lei', no, ['truthPledge'])).status).toBe(200);
  });

  it('LYG-2.2-a: the day of the title in the form overrides the day that was answered, up to the last day that counts (A-28)', async () => {
    const no = await draftIn(world, 'shen-yan', { standard: { years: 8 } });
    expect((await lacking('shen-yan', no)).complete).toBe(true);
    const since = (form: Form) => ({ summary: { ...form.summary, currentTitleSince: '2016-01-01' } });
    await rewrite('shen-yan', no, since);
    await stands('shen-yan', no, { clauses: ['LYG-2.2-a'], item: '/summary/currentTitleSince' });
  });

  it('LN-3-a: a form that says nothing of the education leaves what was answered; one that names a lower stops the submission', async () => {
    const told = { education: { tier: 'bachelor' }, standard: { education: 'bachelor' } };
    const no = await world.draft('wang-qiang', told);
    const seen = await (await world.as('wang-qiang')).get(`/v1/applications/${no}/eligibility`);
    expect(seen.as(conditionsView)).toMatchObject({ toldOtherwise: [] });
    expect(seen.as(conditionsView).findings).toContainEqual(
      expect.objectContaining({ clause: 'LN-3-a', outcome: 'met' }),
    );
    const { summary } = formOf('wang-qiang');
    await rewrite('wang-qiang', no, () => ({ summary: { ...summary, highestTier: 'college' } }));
    await stands('wang-qiang', no, { clauses: ['LN-3-a'], item: '/summary/highestTier' });
  });

  it('LN-3-b: the conditions of the standard are counted as the form maps them, whatever was answered (A-23)', async () => {
    const standard = { conditions: { least: 2, of: ['1', '2'] } };
    const achievements = [{ conditions: ['1'] }, { conditions: ['2'] }];
    const no = await world.draft('zheng-shuang', { standard, achievements });
    await stands('zheng-shuang', no, { clauses: ['LN-3-b'], item: '/achievements' });
  });
});

describe('an exceptional case in Lianyungang', () => {
  const exceptional = { track: 'exceptional', education: { tier: 'vocationalSecondary' } };
  const wanted = async (told: object) => {
    const client = await world.as('xu-lei');
    const answer = await client.post('/v1/applications', {
      programme: 'lianyungang-2024',
      series: 'engineering',
      specialty: 'expressDelivery',
      level: 'mid',
      employer: await world.unitOf('xu-lei'),
      status: 'inService',
      discipline: { measure: 'none' },
      ...exceptional,
      ...told,
    });
    return { status: answer.status, body: answer.body };
  };
  const refusedBy = (clause: string) => ({ status: 422, body: { code: 'NOT_ELIGIBLE', clauses: [clause] } });

  it('LYG-2.10-a: opens the mid title to a local title of enough years, and to nobody who does not state one', async () => {
    for (const heldTitle of [
      undefined,
      { level: 'none' },
      { level: 'assistant', obtainedOn: '2010-01-01' },
      { level: 'assistant', obtainedOn: '2010-01-01', issuer: 'national' },
      { level: 'assistant', obtainedOn: '2017-01-01', issuer: 'local' },
    ])
      expect(await wanted({ heldTitle }), JSON.stringify(heldTitle)).toMatchObject(refusedBy('LYG-2.10-a'));
    const local = { level: 'assistant', obtainedOn: '2016-12-31', issuer: 'local' };
    expect((await wanted({ heldTitle: local })).status).toBe(201);
  });

  it('LYG-2.1-b: goes on from the title below at every other level', async () => {
    const apply = (heldTitle: object | undefined) => wanted({ level: 'assistant', heldTitle });
    expect(await apply(undefined)).toMatchObject(refusedBy('LYG-2.1-b'));
    expect(await apply({ level: 'mid' })).toMatchObject(refusedBy('LYG-2.1-b'));
    expect((await apply({ level: 'none' })).status).toBe(201);
  });
});
