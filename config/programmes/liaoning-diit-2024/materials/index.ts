import type { MaterialRule } from '../../../../domain/programme/materials/materials.ts';
import { achievements } from './achievements.ts';
import { dossier } from './dossier.ts';

/** The printed text of the pledge (LN-6.5-a). */
export const pledgeText =
  '本人承诺：所提供的个人信息和申报材料真实准确，对因提供有关信息、证件不实或违反有关规定造成的后果，责任自负，并按有关规定接受相关处罚';

const filledIn: readonly MaterialRule[] = [
  {
    key: 'summary',
    name: { zh: '个人基本情况', en: 'Personal summary' },
    clause: 'LN-A1-b',
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'summary' },
  },
  {
    key: 'applicantPledge',
    name: { zh: '个人承诺', en: 'Pledge of the applicant' },
    clause: 'LN-6.5-a',
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'pledge', version: 'liaoning-diit-2024', text: pledgeText },
  },
  {
    key: 'unitPledge',
    name: { zh: '承诺推荐的申报人员所有材料真实有效', en: 'Pledge of the unit' },
    clause: 'LN-6.5-b',
    suppliedBy: 'unit',
    check: { kind: 'attested', by: 'unitHr' },
  },
  {
    key: 'declassified',
    name: { zh: '涉密材料脱密处理', en: 'Secret material declassified' },
    clause: 'LN-5.1-e',
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'secrets' },
  },
  {
    key: 'noDegreeCertificates',
    name: { zh: '不须提交学历、学位证书原件和复印件', en: 'No degree certificates are to be submitted' },
    clause: 'LN-8.4-a',
    suppliedBy: 'system',
    check: { kind: 'mustNotBeDemanded', demands: ['educationCertificate', 'degreeCertificate'] },
  },
  {
    key: 'examinationSheet',
    name: { zh: '全国统一考试合格成绩单', en: 'Pass sheet of the national examination' },
    clause: 'LN-A2.1-b',
    when: { series: ['economics'], levels: ['deputySenior'] },
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'examination' },
  },
  {
    key: 'specialtyOnCover',
    name: { zh: '申报专业名称与网上申报名称一致', en: 'Specialty on paper as online' },
    clause: 'LN-A2.3.1-c',
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'cover', fields: ['specialty'] },
  },
  {
    key: 'recentPhoto',
    name: { zh: '半年内正面免冠证件照片', en: 'Front photo taken within half a year' },
    clause: 'LN-A2.3.6-a',
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'photo', months: 6 },
  },
];

/** What an application to the Liaoning department must contain (LN-3, LN-4.1, LN-6, annexes 1 and 2). */
export const materials: readonly MaterialRule[] = [...filledIn, ...achievements, ...dossier];
