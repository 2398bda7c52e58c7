import type { PaperWords } from '../../../domain/programme/materials/papers.ts';

const onForm = (says: string, ...clauses: string[]): PaperWords => ({
  on: 'evaluationForm',
  place: 'note',
  says,
  clauses,
});
const BY_HAND = '“本人承诺”和“单位承诺”需申报人和单位审核人用钢笔或碳素笔抄写，并按要求签字、加盖单位印章。';

/** 填表说明 of the evaluation form as printed; points 6 and 9 stand also at the places where they apply. */
const instructions: readonly PaperWords[] = [
  onForm(
    '填表说明：\n1、本表一式3份，仅供评定专业技术资格使用，表一至表六由申报人填写。编号由评委会办事机构统一编写。',
    'DL-2.3.1-a',
    'DL-2.3.1-b',
  ),
  onForm(
    '2、本表一律用钢笔或碳素笔填写或打印，字迹要工整，内容要求简练、具体、实事求是。打印要用“宋体”“小四”字号。',
    'DL-2.3.1-c',
  ),
  onForm('3、封面“单位全称”上加盖单位公章，单位名称应与公章一致。', 'DL-2.2.2-e'),
  onForm('4、表内时间一律用公历阿拉伯数字填写。', 'DL-2.3.1-d'),
  onForm(
    '5、表一内“最高学历”系指申报人取得学历中的教育部认可的最高学历，其他学历可在“学习经历栏”中填写。',
    'DL-2.3.1-e',
  ),
  onForm('6、“照片”一律用近期一寸正面免冠彩色证件照。', 'DL-2.3.1-f'),
  onForm('7、需相关人事（组织）部门和专家填写签章的内容不允许缺项，否则此表无效。', 'DL-2.3.1-g'),
  onForm(
    '8、表七“单位公示情况”由单位人事部门如实填写公示相关信息，“公示内容”填写公示具体信息，如：“基本情况、工作经历、主要工作业绩、获奖情况等”；“公示结果”选择填写：“公示结果无异议”“公示结果有异议，经调查后同意申报”。',
    'DL-2.2.2-f',
    'DL-2.2.2-g',
  ),
  onForm(`9、${BY_HAND}`, 'DL-2.3.1-h'),
  onForm('10、表八“证书管理号”，由评委会办事机构统一填写。', 'DL-2.3.1-i'),
  onForm('11、如填写内容较多，可另加附页，请不要改变各页面原有设定格式。', 'DL-2.3.1-j'),
  onForm('12、本表需正反面打印并装订（不要采用文件夹装订）。', 'DL-2.3.1-k'),
  onForm(
    '13、本人专业技术工作述评一般申报高级3000字，中级2000字，初级1500字。作为书面述职主要依据，工作述评应涵盖专业技术工作，内容详实。',
    'DL-2.3.1-l',
    'DL-2.3.1-m',
  ),
  onForm('14、《教师系列专用表》装订在表中第三部分。', 'DL-2.3.1-n'),
];

/** The texts that the guide requires on its papers. */
export const papers: readonly PaperWords[] = [
  ...instructions,
  {
    on: 'evaluationForm',
    place: 'photo',
    says: '近期一寸正面免冠彩色证件照',
    clauses: ['DL-2.3.1-f'],
  },
  {
    on: 'evaluationForm',
    place: 'remarks',
    says: '“业绩成果要求”的具体条目',
    clauses: ['DL-1.9-b'],
  },
  { on: 'evaluationForm', place: 'pledgesTitle', says: '“本人承诺”和“单位承诺”', clauses: ['DL-2.3.1-h'] },
  { on: 'evaluationForm', place: 'applicantPledge', says: BY_HAND, clauses: ['DL-2.3.1-h'] },
  { on: 'evaluationForm', place: 'unitPledge', says: BY_HAND, clauses: ['DL-2.3.1-h'] },
  {
    on: 'exceptionalForm',
    place: 'note',
    says: '一式3份，1份装订在《推荐表》后，另2份不装订。',
    clauses: ['DL-2.3.4-a'],
  },
  { on: 'bagLabel', place: 'title', says: '辽宁省专业技术资格报评材料袋', clauses: ['DL-2.3.2-a'] },
  { on: 'bagLabel', place: 'label', says: '报评系列（行业）：{series}', clauses: ['DL-2.3.2-b'] },
  { on: 'bagLabel', place: 'label', says: '级别：{level}', clauses: ['DL-2.3.2-b'] },
  { on: 'bagLabel', place: 'label', says: '专业：{specialty}', clauses: ['DL-2.3.2-b'] },
  {
    on: 'bagLabel',
    place: 'note',
    says: '报评材料袋自备，材料袋尺寸：33cm×23cm×3cm左右即可。',
    clauses: ['DL-1.7-d'],
  },
  {
    on: 'bagLabel',
    place: 'note',
    says: '填写说明：正面和底部均要粘贴封面和底贴（“大连市人力资源和社会保障局官网”下载），填写个人信息后粘贴在材料袋相应位置。',
    clauses: ['DL-2.3.2-a'],
  },
  {
    on: 'bagLabel',
    place: 'note',
    says: '所填个人信息应与网上申报一致！重点确认：报评系列（行业）、级别、专业。',
    clauses: ['DL-2.3.2-b'],
  },
];
