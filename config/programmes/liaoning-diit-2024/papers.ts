import type { PaperPlace, PaperWords } from '../../../domain/programme/materials/papers.ts';

const posted = (place: PaperPlace, says: string, clause: string): PaperWords => ({
  on: 'publicityDocument',
  place,
  says,
  clauses: [clause],
});
const onForm = (place: PaperPlace, says: string, ...clauses: string[]): PaperWords => ({
  on: 'evaluationForm',
  place,
  says,
  clauses,
});

/** The template of annex 1, in printed order. */
const publicity: readonly PaperWords[] = [
  posted('title', '关于拟推荐{name}同志申报{specialty}专业{level}专业技术资格评审的公示', 'LN-A1-a'),
  posted(
    'preamble',
    '按照有关通知要求，经个人申请、人事部门审核、{meeting}会议审议通过，拟推荐{name}同志申报{year}年{specialty}专业{level}专业技术资格评审。现将有关情况公示如下：',
    'LN-A1-a',
  ),
  ...['序号', '业绩成果名称', '完成起止时间（精确到月）', '主要内容及本人角色（主持、参与、独立）', '业绩成果类别'].map(
    (says) => posted('column', says, 'LN-A1-c'),
  ),
  posted(
    'achievementsNote',
    '注：业绩成果类别分为项目、作品、专利、计算机软件著作权、标准规范、科技奖励、技术报告、著作、论文、人才认可等。如内容较多，可另加附页。',
    'LN-A1-d',
  ),
  posted('objections', '本公示发布后，如对以上情况有不同意见，请在{until}以{ways}等方式向人事部门反映。', 'LN-A1-e'),
  posted('objections', '反映问题要实事求是，电话、信函应署真实姓名。', 'LN-A1-f'),
  posted('unitName', '单位名称（加盖单位公章）', 'LN-A1-g'),
];

/** The evaluation form: 填报表格要求 of annex 2, the photograph and both pledges. */
const evaluationForm: readonly PaperWords[] = [
  onForm(
    'note',
    '申报人员在填报《辽宁省专业技术资格评定表》时，封面上的单位名称须与加盖的单位公章一致，是否一致直接影响后续打印证书单位名称是否规范。大型企、事业单位须细化到二级单位名称，申报专业名称应与网上申报名称一致。',
    'LN-A2.3.1-a',
    'LN-A2.3.1-b',
    'LN-A2.3.1-c',
  ),
  onForm(
    'note',
    '申报人员填报《辽宁省专业技术资格评定表》一式三份，表格中每一页须加盖单位公章，无需装订在主卷。',
    'LN-A2.3.2-a',
  ),
  onForm(
    'note',
    '《辽宁省专业技术资格评定表》中的“七、公示、推荐及学科评议组意见”页中的“学科评议组意见”栏、“八、评定意见”页中的“评委会评定情况、各市人社局省直评审部门(单位)或自主评审单位意见”栏均不需要填写内容。',
    'LN-A2.3.7-a',
  ),
  onForm('photo', '半年内正面免冠证件照片', 'LN-A2.3.6-a'),
  onForm('pledgesTitle', '备注', 'LN-6.5-a'),
  onForm(
    'applicantPledge',
    '申报人员须在《辽宁省专业技术资格评定表》中“备注”栏内空白处手写如下承诺：“本人承诺：所提供的个人信息和申报材料真实准确，对因提供有关信息、证件不实或违反有关规定造成的后果，责任自负，并按有关规定接受相关处罚”。',
    'LN-6.5-a',
  ),
  onForm(
    'unitPledge',
    '申报人员所在单位须在个人承诺内容下空白处手写：“承诺推荐的申报人员所有材料真实有效”，由审核人签字，并加盖单位公章。',
    'LN-6.5-b',
  ),
];

/** The texts that the notice requires on its papers (LN-6.5, annexes 1 and 2). */
export const papers: readonly PaperWords[] = [
  ...publicity,
  ...evaluationForm,
  {
    on: 'recommendationForm',
    place: 'note',
    says: '申报人员填报《辽宁省专业技术资格报评推荐表》一式三份，其中装卷1份。',
    clauses: ['LN-A2.3.3-a'],
  },
  {
    on: 'exceptionalForm',
    place: 'note',
    says: '破格申报人员填报《辽宁省破格评定人员审核表》一式三份，其中装卷1份。',
    clauses: ['LN-A2.3.4-a'],
  },
  { on: 'bagLabel', place: 'title', says: '档案袋', clauses: ['LN-A2.3.9-a'] },
  { on: 'bagLabel', place: 'label', says: '申报层级：{level}', clauses: ['LN-A2.3.9-a'] },
  { on: 'bagLabel', place: 'label', says: '申报专业：{specialty}', clauses: ['LN-A2.3.9-a'] },
  {
    on: 'bagLabel',
    place: 'note',
    says: '所有纸质材料(含照片)应统一装入质量较好、空间较大的档案袋，外面标有申报人姓名、单位、申报层级和申报专业字样。',
    clauses: ['LN-A2.3.9-a'],
  },
];
