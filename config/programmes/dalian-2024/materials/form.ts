import type { MaterialRule, SignatureSlot } from '../../../../domain/programme/materials/materials.ts';

/** The signatures and seals that the evaluation form must carry (DL-2.3.1-g). */
const signatures: readonly SignatureSlot[] = [
  { key: 'unitSeal', name: { zh: '封面“单位全称”单位公章', en: 'Seal of the unit on the cover' } },
  { key: 'unitPublicity', name: { zh: '表七“单位公示情况”单位签章', en: 'Unit’s signature and seal in part 7' } },
  { key: 'authority', name: { zh: '主管部门审核人签字、公章', en: 'Signature and seal of the authority' } },
];
/** The two pledges that are copied by hand (DL-2.3.1-h). */
const pledges: readonly SignatureSlot[] = [
  { key: 'applicantPledge', name: { zh: '本人承诺（手写、签字）', en: 'Pledge of the applicant, by hand' } },
  { key: 'unitPledge', name: { zh: '单位承诺（手写、签字、盖章）', en: 'Pledge of the unit, by hand, sealed' } },
];

/** The evaluation form, its filling in and signing (DL-2.3.1). */
export const evaluationForm: readonly MaterialRule[] = [
  {
    key: 'evaluationForm',
    name: { zh: '《辽宁省专业技术资格评定表》', en: 'Evaluation form' },
    clause: 'DL-2.3.1-a',
    suppliedBy: 'applicant',
    copies: 3,
    bound: 0,
    place: '1.1',
    check: { kind: 'delivered' },
    prints: { document: 'evaluationForm', after: 'submitted', blank: ['编号'] },
  },
  {
    key: 'partsOneToSix',
    name: {
      zh: '表一至表六由申报人填写，编号由评委会办事机构统一编写',
      en: 'Parts 1 to 6 by the applicant, number by the office',
    },
    clause: 'DL-2.3.1-b',
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'parts' },
  },
  {
    key: 'penOrPrint',
    name: { zh: '钢笔或碳素笔填写或打印', en: 'Pen, carbon ink or print' },
    clause: 'DL-2.3.1-c',
    suppliedBy: 'applicant',
    check: { kind: 'shown' },
  },
  {
    key: 'gregorianDates',
    name: { zh: '表内时间一律用公历阿拉伯数字填写', en: 'Gregorian dates in Arabic numerals' },
    clause: 'DL-2.3.1-d',
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'gregorianDates' },
  },
  {
    key: 'photoKind',
    name: { zh: '近期一寸正面免冠彩色证件照', en: 'Recent one-inch colour photo' },
    clause: 'DL-2.3.1-f',
    suppliedBy: 'applicant',
    check: { kind: 'attested', by: 'preliminaryAuthority' },
  },
  {
    key: 'signatures',
    name: {
      zh: '需相关部门和专家填写签章的内容不允许缺项，否则此表无效',
      en: 'Every signature and seal is there, or the form is void',
    },
    clause: 'DL-2.3.1-g',
    suppliedBy: 'unit',
    place: '1.2',
    check: { kind: 'delivered', signed: signatures },
  },
  {
    key: 'handwrittenPledges',
    name: {
      zh: '“本人承诺”和“单位承诺”用钢笔或碳素笔抄写、签字盖章',
      en: 'Both pledges copied by hand, signed and sealed',
    },
    clause: 'DL-2.3.1-h',
    suppliedBy: 'unit',
    place: '1.3',
    check: { kind: 'delivered', signed: pledges },
  },
  {
    key: 'certificateNumber',
    name: { zh: '“证书管理号”由评委会办事机构统一填写', en: 'The certificate number is the office’s' },
    clause: 'DL-2.3.1-i',
    suppliedBy: 'committeeOffice',
    check: { kind: 'shown' },
  },
  {
    key: 'extraPages',
    name: { zh: '可另加附页，不改变各页面原有设定格式', en: 'Extra pages, no change of the layout' },
    clause: 'DL-2.3.1-j',
    suppliedBy: 'applicant',
    check: { kind: 'shown' },
  },
  {
    key: 'bothSides',
    name: { zh: '正反面打印并装订，不采用文件夹装订', en: 'Printed on both sides and bound' },
    clause: 'DL-2.3.1-k',
    suppliedBy: 'applicant',
    check: { kind: 'shown' },
  },
  {
    key: 'workStatement',
    name: {
      zh: '本人专业技术工作述评一般高级3000字，中级2000字，初级1500字',
      en: 'Work statement: normally 3000, 2000 or 1500 characters',
    },
    clause: 'DL-2.3.1-l',
    readings: ['A-05'],
    suppliedBy: 'applicant',
    check: {
      kind: 'required',
      of: 'statement',
      characters: { technician: 1500, assistant: 1500, mid: 2000, deputySenior: 3000, fullSenior: 3000 },
      leastPercent: 80,
    },
  },
  {
    key: 'statementContent',
    name: { zh: '工作述评涵盖专业技术工作，内容详实', en: 'It covers the technical work in detail' },
    clause: 'DL-2.3.1-m',
    suppliedBy: 'applicant',
    check: { kind: 'shown' },
  },
  {
    key: 'teacherForm',
    name: { zh: '《教师系列专用表》装订在表中第三部分', en: 'Teachers’ own form, bound in part 3' },
    clause: 'DL-2.3.1-n',
    suppliedBy: 'applicant',
    check: { kind: 'shown' },
  },
];
