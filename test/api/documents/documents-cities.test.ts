import { beforeAll, describe, expect, it } from 'vitest';
import { applicationView } from '../../../api/applications/applications-schemas.ts';
import { batchView } from '../../../api/bulk/bulk-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { unitSchema } from '../../../api/people/units/units-schemas.ts';
import { wholeFormOf } from '../../../ops/demo/steps/form.ts';
import { readDocx } from '../../support/docx.ts';
import { Dalian } from '../lives/dalian.ts';
import { type ApiClient, type ApiWorld, TestService } from '../service.ts';

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.shared();
  world = await service.world('2024-06-05T09:00');
});

/** A unit stands there once, so that each draft has its own. */
let units = 0;
const nextUnitName = () => `大连第${++units}装备有限公司（虚构）`;

/** A draft of somebody whom a new unit employs, with a form in which nothing is missing. */
async function draft(account: string, wish: { programme: string; specialty: string; level: string }, unit: object) {
  const unitName = nextUnitName();
  const employer = (
    await (await world.as('admin')).post('/v1/units', { name: unitName, employerClass: 'private', ...unit })
  ).as(unitSchema);
  const client = await world.as(account);
  const heldTitle = { level: 'assistant', obtainedOn: '2015-12-01', series: 'engineering' };
  const told = { status: 'inService', discipline: { measure: 'none' }, heldTitle, series: 'engineering' };
  const made = await client.post('/v1/applications', { ...told, ...wish, employer: employer.id });
  const { no } = made.as(applicationView);
  const form = wholeFormOf({ series: 'engineering', unitName, ...wish });
  expect((await client.put(`/v1/applications/${no}/form`, form)).body).toMatchObject({ missing: [] });
  return { no, client, form, unitName };
}

async function paper(client: ApiClient, no: string, kind: string) {
  const response = await fetch(`${service.url}/v1/applications/${no}/documents/${kind}`, { headers: client.headers });
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (response.status === 200) return { status: 200, clauses: [] as string[], ...readDocx(bytes) };
  const { clauses } = problemSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return { status: response.status, clauses, paragraphs: [], text: '', styles: '' };
}

describe('the forms of Dalian', () => {
  const wish = { programme: 'dalian-2024', specialty: 'generalEngineering', level: 'mid' };

  it('are printed with parts 1 to 8, the clause of each achievement in the remarks, Gregorian dates and 宋体 小四 (DL-2.3.1-a)', async () => {
    const { no, client, form, unitName } = await draft('zhao-min', wish, { territory: 'dl-wafangdian' });
    expect(await paper(client, no, 'evaluationForm')).toMatchObject({ status: 409, clauses: ['DL-2.3.1-a'] });
    await client.does(no, 'submit');
    const { paragraphs, text, styles } = await paper(client, no, 'evaluationForm');
    const parts = ['一、', '二、', '三、主要专业技术工作业绩', '四、', '五、', '六、', '七、', '八、'];
    expect(parts.filter((part) => !paragraphs.some((each) => each.startsWith(part)))).toEqual([]);
    const remark = paragraphs.indexOf('备注（“业绩成果要求”的具体条目）');
    expect(paragraphs.slice(remark + 1, remark + 7)).toEqual([
      ...['1', '重载搬运机器人控制系统研制（虚构）', '2020年3月至2023年11月'],
      ...['主持总体方案与控制器设计，完成样机验收。', '本人角色：主持', '1'],
    ]);
    expect(paragraphs[paragraphs.indexOf('单位全称（盖章）') + 1]).toBe(unitName);
    expect(paragraphs[paragraphs.indexOf('证书管理号') + 1]).toBe('');
    expect(paragraphs).toContain('编号：            ');
    expect(text).toContain(form.statement.slice(0, 40));
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    expect(styles).toMatch(/w:eastAsia="宋体"[^>]*\/><w:sz w:val="24"\/>/);
  });

  it('are the continuing-education form and the bag label already while drafting, as filed online (DL-2.3.2-b)', async () => {
    const { no, client, unitName } = await draft('zhou-lin', wish, { territory: 'dl-wafangdian' });
    const learning = await paper(client, no, 'continuingEducationForm');
    const year = learning.paragraphs.indexOf('2024年');
    expect(learning.paragraphs.slice(year, year + 4)).toEqual(['2024年', '30', '60', '90']);
    const label = await paper(client, no, 'bagLabel');
    expect(label.paragraphs).toEqual(expect.arrayContaining(['中级', no, unitName]));
    expect(label.text).toContain('材料袋尺寸：33cm×23cm×3cm左右即可');
    expect((await paper(client, no, 'exceptionalForm')).status).toBe(404);
    const wrong = { unitName, series: 'engineering', specialty: 'generalEngineering', level: 'deputySenior' };
    await client.put(
      `/v1/applications/${no}/form`,
      wholeFormOf({ ...wish, series: 'engineering', unitName }, { cover: wrong }),
    );
    const refused = (await client.act(no, 'submit', { checked: ['ownPledge'] })).as(problemSchema);
    expect(refused).toMatchObject({ status: 422, code: 'INCOMPLETE', clauses: ['DL-2.3.2-b'] });
  });
});

describe('what a unit of Dalian posts and an authority forwards', () => {
  it('is refused without its contents (DL-2.2.2-f), stands in part 7 with the result chosen, and is listed when forwarded', async () => {
    const own = await service.world('2024-06-05T09:00');
    const dalian = await Dalian.settle(own);
    const no = await dalian.draft('chen-jing');
    const [applicant, hr, authority] = [
      await own.as('chen-jing'),
      await own.as('hr-haiyun'),
      await own.as('seal-city'),
    ];
    await applicant.does(no, 'submit');
    await (await own.as('group-haiyun')).does(no, 'agree');
    const open = (await hr.view(no)).availableActions.find(({ name }) => name === 'postPublicity');
    const checked = (open?.checks ?? []).map(({ key }) => key);
    const document = { decidingMeeting: '总经理办公会议', contactPerson: '王某', telephone: '0411-0000000' };
    const post = (more: object) =>
      hr.post('/v1/postings', { kind: 'unit', items: [no], checked, document: { ...document, ...more } });
    expect((await post({})).as(problemSchema)).toMatchObject({ status: 422, clauses: ['DL-2.2.2-f'] });
    expect((await post({ contents: ['基本情况', '主要工作业绩'] })).status).toBe(201);
    expect((await paper(applicant, no, 'evaluationForm')).paragraphs).toContain(
      '□公示结果无异议    □公示结果有异议，经调查后同意申报',
    );
    await own.moveTo('2024-06-17T09:00');
    await hr.does(no, 'recommend', { choice: 'noObjection' });
    const { paragraphs } = await paper(applicant, no, 'evaluationForm');
    const part = paragraphs.findIndex((each) => each.startsWith('七、'));
    expect(paragraphs.slice(part + 1, part + 7)).toEqual([
      ...['单位公示情况：公示时间', '2024年6月5日至2024年6月13日'],
      ...['公示内容', '基本情况、主要工作业绩', '公示结果', '公示结果无异议'],
    ]);
    await hr.does(no, 'seal');
    await hr.does(no, 'handOver');
    await authority.does(no, 'pass');
    await authority.does(no, 'returnOriginals');
    await own.moveTo('2024-07-22T00:00');
    const { id } = (await authority.post('/v1/batches', { kind: 'forwarding', items: [no] })).as(batchView);
    const list = async (client: ApiClient) => {
      const { headers } = client;
      const response = await fetch(`${service.url}/v1/batches/${id}/document`, { headers });
      return response.status === 200 ? readDocx(new Uint8Array(await response.arrayBuffer())).paragraphs : [];
    };
    expect(await list(authority)).toEqual(expect.arrayContaining(['申报材料转报清单', '回执', no, '中级', '已报送']));
    expect(await list(await own.as('office-diit'))).toContain('申报材料转报清单');
    expect(await list(hr)).toEqual([]);
  });
});

describe('the declaration form of Lianyungang', () => {
  it('is printed after the successful entry, with the representative work and a place for the seal (LYG-4.1-b)', async () => {
    const wish = { programme: 'lianyungang-2024', specialty: 'expressDelivery', level: 'mid' };
    const { no, client } = await draft('li-na', wish, { territory: 'lyg-haizhou' });
    expect(await paper(client, no, 'declarationForm')).toMatchObject({ status: 409, clauses: ['LYG-4.1-b'] });
    await client.does(no, 'submit');
    const { paragraphs, text } = await paper(client, no, 'declarationForm');
    expect(paragraphs[0]).toBe('专业技术资格评审申报表');
    expect(paragraphs).toContain('★重载搬运机器人控制系统研制（虚构）');
    expect(text).toContain('承诺提供的相关证书、业绩成果、论文等材料真实可靠');
    expect(paragraphs.some((each) => each.includes('签字') && each.includes('（公章）'))).toBe(true);
    expect((await paper(client, no, 'evaluationForm')).status).toBe(404);
  });
});
