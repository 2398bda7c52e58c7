import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { readDocx } from '../../support/docx.ts';
import { type ApiClient, type ApiWorld, TestService, wholeForm } from '../service.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.shared();
});

type Paper = {
  readonly status: number;
  readonly type: string | null;
  readonly problem: z.infer<typeof problemSchema> | null;
} & ReturnType<typeof readDocx>;

/** A paper as someone gets it; a problem where there is none. */
async function paper(world: ApiWorld, account: string, path: string): Promise<Paper> {
  const { headers } = await world.as(account);
  const response = await fetch(`${service.url}${path}`, { headers });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const { status } = response;
  const type = response.headers.get('content-type');
  if (status === 200) return { status, type, problem: null, ...readDocx(bytes) };
  const problem = problemSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return { status, type, problem, paragraphs: [], text: '', styles: '' };
}
const of = (no: string, kind: string) => `/v1/applications/${no}/documents/${kind}`;
const withId = z.object({ id: z.string() });

/** What an action asks to be confirmed. */
async function asked(client: ApiClient, no: string, action: string): Promise<string[]> {
  const open = (await client.view(no)).availableActions.find(({ name }) => name === action);
  return (open?.checks ?? []).map(({ key }) => key);
}

async function posted(world: ApiWorld, more: Readonly<Record<string, unknown>> = {}) {
  const no = await world.draft('zhang-wei', more);
  const [applicant, hr] = [await world.as('zhang-wei'), await world.as('hr-liaobei')];
  await applicant.does(no, 'submit');
  await hr.does(no, 'agree');
  await (await world.as('group-liaobei')).does(no, 'select');
  const document = { decidingMeeting: '总经理办公会议', contactPerson: '周琳', telephone: '024-00000000' };
  const answer = await hr.post('/v1/postings', {
    kind: 'unit',
    checked: await asked(hr, no, 'postPublicity'),
    items: [no],
    document,
  });
  return { no, posting: answer.as(withId).id, applicant, hr };
}

async function approved(world: ApiWorld, more: Readonly<Record<string, unknown>> = {}) {
  const made = await posted(world, more);
  await world.moveTo('2024-07-18T08:00');
  await made.applicant.does(made.no, 'submit');
  const before = await paper(world, 'zhang-wei', of(made.no, 'evaluationForm'));
  await (await world.as('office-diit')).does(made.no, 'pass');
  return { ...made, before };
}

describe('the forms of the dossier in Liaoning', () => {
  it('are printed after the approval online and not before, three of them (LN-5.6-a, LN-A2.3.5-a)', async () => {
    const world = await service.world('2024-07-10T09:00');
    const { no, before } = await approved(world, { track: 'exceptional' });
    expect(before).toMatchObject({ status: 409, problem: { code: 'NOT_PRINTED_YET', clauses: ['LN-5.6-a'] } });
    const form = await paper(world, 'zhang-wei', of(no, 'evaluationForm'));
    expect(form.type).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    expect(form.text).toContain('辽宁省专业技术资格评定表');
    const me = await world.as('zhang-wei');
    const etag = (await me.get(of(no, 'evaluationForm'))).headers.get('etag') ?? '';
    const again = await me.get(of(no, 'evaluationForm'), { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
    for (const part of [
      '一、',
      '二、',
      '三、主要专业技术工作业绩',
      '四、',
      '五、',
      '六、',
      '七、公示、推荐及学科评议组意见',
      '八、评定意见',
    ])
      expect(form.paragraphs.some((each) => each.startsWith(part))).toBe(true);
    const [achievement] = wholeForm.achievements;
    expect(form.text).toContain(achievement?.title);
    expect(form.paragraphs).toContain('2019年1月至2021年12月');
    expect(form.text).toContain('责任自负，并按有关规定接受相关处罚');
    expect(form.text).toContain('承诺推荐的申报人员所有材料真实有效');
    for (const kind of ['recommendationForm', 'exceptionalForm', 'stampedPage'])
      expect((await paper(world, 'zhang-wei', of(no, kind))).status).toBe(200);
    expect(form.styles).toMatch(/w:eastAsia="宋体"/);
    expect(form.styles).toMatch(/<w:sz w:val="24"\/>/);
  });

  it('leave empty what must stay empty, and the certificate number to the office', async () => {
    const world = await service.world('2024-07-10T09:00');
    const { no } = await approved(world);
    const { paragraphs } = await paper(world, 'zhang-wei', of(no, 'evaluationForm'));
    const columns = [
      '学科评议组意见',
      '评委会评定情况',
      '各市人社局省直评审部门（单位）或自主评审单位意见',
      '证书管理号',
    ];
    for (const column of columns) expect([column, paragraphs[paragraphs.indexOf(column) + 1]]).toEqual([column, '']);
    expect((await paper(world, 'zhang-wei', of(no, 'exceptionalForm'))).status).toBe(404);
    expect((await paper(world, 'zhang-wei', of(no, 'declarationForm'))).status).toBe(404);
  });

  it('have a place for the photograph, for both pledges by hand and, in security engineering, for the seal of the association (LN-A2.3.6-a, LN-6.5-a, LN-5.6-e)', async () => {
    const world = await service.world('2024-07-10T09:00');
    const { no } = await approved(world, { specialty: 'securityEngineering' });
    const { paragraphs } = await paper(world, 'zhang-wei', of(no, 'evaluationForm'));
    expect(paragraphs).toEqual(expect.arrayContaining(['照片', '（半年内正面免冠证件照片）', '备注']));
    const asked = paragraphs.findIndex((each) => each.startsWith('申报人员须在') && each.includes('手写如下承诺'));
    expect(paragraphs.slice(asked + 1, asked + 5)).toEqual(['', '', '', '']);
    expect(paragraphs).toContain('省公共安全防范行业协会审核盖章');
    expect((await paper(world, 'zhang-wei', of(no, 'stampedPage'))).paragraphs).toContain(
      '省公共安全防范行业协会审核盖章',
    );
    const [label] = (await paper(world, 'zhang-wei', of(no, 'bagLabel'))).paragraphs;
    expect([label, paragraphs.some((each) => /正反面|宋体|33cm/.test(each))]).toEqual(['档案袋', false]);
  });

  it('are for those whom they concern, and show the identity number to those alone who may know it', async () => {
    const world = await service.world('2024-07-10T09:00');
    const me = await world.as('zhang-wei');
    const { no } = await approved(world);
    const key = await me.get(`/v1/applications/${no}/form`);
    const own = z.object({ applicant: z.object({ identity: z.string().nullable() }) }).parse(key.body)
      .applicant.identity;
    const read = async (account: string) => {
      const got = await paper(world, account, of(no, 'evaluationForm'));
      return [account, got.status, own !== null && got.text.includes(own)];
    };
    const readers = ['zhang-wei', 'hr-liaobei', 'group-liaobei', 'seal-sasac', 'office-diit', 'auditor', 'hr-north'];
    const known = own !== null;
    expect(await Promise.all(readers.map(read))).toEqual([
      ['zhang-wei', 200, known],
      ['hr-liaobei', 200, known],
      ['group-liaobei', 200, false],
      ['seal-sasac', 200, known],
      ['office-diit', 200, known],
      ['auditor', 404, false],
      ['hr-north', 404, false],
    ]);
  });
});

describe('the publicity document of annex 1', () => {
  it('says all that annex 1 prints, in its five columns', async () => {
    const world = await service.world('2024-07-10T09:00');
    const { no, posting } = await posted(world);
    const document = await paper(world, 'hr-liaobei', `/v1/postings/${posting}/document`);
    const says = document.text;
    expect(says).toMatch(/关于拟推荐.+同志申报机器人科学与工程专业副高级专业技术资格评审的公示/);
    expect(says).toContain('经个人申请、人事部门审核、总经理办公会议审议通过');
    expect(says).toContain('2024年机器人科学与工程专业副高级');
    for (const field of ['姓名', '性别', '出生年月', '学历学位', '现专业技术资格名称', '取得时间', '工作岗位情况'])
      expect(document.paragraphs.some((each) => each.startsWith(`${field}：`) && each.length > field.length + 1)).toBe(
        true,
      );
    const head = document.paragraphs.indexOf('序号');
    expect(document.paragraphs.slice(head, head + 10)).toEqual([
      ...['序号', '业绩成果名称', '完成起止时间（精确到月）', '主要内容及本人角色（主持、参与、独立）', '业绩成果类别'],
      ...[
        '1',
        expect.stringContaining('六轴工业机器人控制器研制'),
        '2019年1月至2021年12月',
        '负责总体方案与控制算法。',
        '本人角色：主持',
      ],
    ]);
    expect(says).toContain('请在2024年7月17日前（含当日）以电话、信函、亲访等方式向人事部门反映');
    expect(says).toContain('电话、信函应署真实姓名');
    expect(says).toMatch(/联系人：周琳\n联系电话：024-00000000/);
    expect(document.paragraphs.at(-1)).toBe('2024年7月10日');
    expect((await paper(world, 'group-liaobei', `/v1/postings/${posting}/document`)).status).toBe(404);
    expect((await paper(world, 'zhang-wei', of(no, 'publicityDocument'))).text).toContain('关于拟推荐');
  });
});

describe('what goes with the paper', () => {
  it('is a check list in printed order with the number of copies (LN-A2.3.3-a, LN-A2.3.8-a)', async () => {
    const world = await service.world('2024-07-10T09:00');
    const { no } = await posted(world);
    const { paragraphs } = await paper(world, 'hr-liaobei', of(no, 'dossierChecklist'));
    const line = (what: string) => {
      const at = paragraphs.indexOf(what);
      return paragraphs.slice(at - 1, at + 3);
    };
    expect(line('辽宁省专业技术资格报评推荐表')).toEqual(['1.1', '辽宁省专业技术资格报评推荐表', '3份', '1份']);
    expect(line('《辽宁省专业技术资格评定表》')).toEqual(['另', '《辽宁省专业技术资格评定表》', '3份', '不装订']);
    expect(line('一寸本人半年内正面免冠证件照')).toEqual(['另', '一寸本人半年内正面免冠证件照', '2份', '不装订']);
    expect(paragraphs.indexOf('居民身份证（正反面复印件）')).toBeGreaterThan(
      paragraphs.indexOf('本年度申报人员所在单位职称申报公示文件'),
    );
    const label = await paper(world, 'zhang-wei', of(no, 'bagLabel'));
    expect(label.paragraphs).toEqual(expect.arrayContaining(['机器人科学与工程', '副高级', no]));
  });

  it('is one manifest for many dossiers, with a receipt, for the office that receives them (LN-5.7-b)', async () => {
    const world = await service.world('2024-07-10T09:00');
    const { no, applicant, hr } = await approved(world);
    await hr.does(no, 'seal');
    await (await world.as('seal-sasac')).does(no, 'seal');
    const form = new FormData();
    form.set('kind', 'stampedPage');
    form.set('file', new Blob(['%PDF-1.7\n1 0 obj\nstartxref\n']), 'page.pdf');
    const attachment = (await applicant.post(`/v1/applications/${no}/attachments`, form)).as(withId).id;
    await applicant.does(no, 'uploadStampedPage', { attachment });
    await (await world.as('office-diit')).does(no, 'approve');
    const batch = (
      await hr.post('/v1/batches', { kind: 'paperDelivery', checked: await asked(hr, no, 'handOver'), items: [no] })
    ).as(withId).id;
    const list = await paper(world, 'hr-liaobei', `/v1/batches/${batch}/document`);
    expect(list.paragraphs).toEqual(expect.arrayContaining(['申报材料报送清单', '回执', no, '已报送', '副高级']));
    expect(list.text).toContain('沈阳市皇姑区泰山路64号219房间');
    const read = async (account: string) => (await paper(world, account, `/v1/batches/${batch}/document`)).status;
    expect(await Promise.all(['office-diit', 'seal-sasac', 'zhang-wei'].map(read))).toEqual([200, 404, 404]);
  });
});
