import type { MaterialRule } from '../../../../domain/programme/materials/materials.ts';
import { reviewedTracks } from '../stages/deadlines.ts';

/** What an application in Lianyungang must contain (LYG-2.2-c, LYG-2.9-b, LYG-4.1, LYG-4.2, LYG-5.1-c, LYG-5.4-a, LYG-5.5). */
export const materials: readonly MaterialRule[] = [
  {
    key: 'summary',
    name: { zh: '申报人基本信息', en: 'Personal summary' },
    clause: 'LYG-4.1-a',
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'summary' },
  },
  {
    key: 'cutOff',
    name: { zh: '业绩成果、论文、学历（学位）等截止时间', en: 'The last day up to which everything counts' },
    clause: 'LYG-2.2-c',
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'cutOff', cutOff: 'achievements' },
  },
  {
    key: 'continuingEducationProof',
    name: { zh: '《继续教育公科目培训考核合格证明》', en: 'Proof of the continuing-education public subject' },
    clause: 'LYG-2.9-b',
    suppliedBy: 'applicant',
    copies: 1,
    check: { kind: 'required', of: 'continuingEducation', certificate: true },
  },
  {
    key: 'declarationForm',
    name: { zh: '《专业技术资格评审申报表》', en: 'Declaration form, printed from the system' },
    clause: 'LYG-4.1-b',
    suppliedBy: 'applicant',
    check: { kind: 'shown' },
    prints: { document: 'declarationForm', after: 'submitted' },
  },
  {
    key: 'achievements',
    name: { zh: '个人业绩', en: 'Achievements' },
    clause: 'LYG-4.1-c',
    when: { tracks: reviewedTracks },
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'achievements' },
  },
  {
    key: 'paperAchievements',
    name: { zh: '个人业绩等纸质材料一并报送评委会办事机构', en: 'Paper achievements go to the committee office' },
    clause: 'LYG-4.1-c',
    suppliedBy: 'applicant',
    check: { kind: 'shown' },
    prints: { document: 'dossierChecklist', after: 'submitted' },
  },
  {
    key: 'unitReview',
    name: { zh: '单位审核真实性、完整性和时效性，核对原件', en: 'The unit reviews truth, completeness and timeliness' },
    clause: 'LYG-4.2-a',
    suppliedBy: 'unit',
    check: { kind: 'attested', by: 'unitHr' },
  },
  {
    key: 'declarationSealed',
    name: { zh: '《专业技术资格评审申报表》（单位签字盖章）', en: 'Declaration form, signed and sealed by the unit' },
    clause: 'LYG-4.2-b',
    suppliedBy: 'unit',
    copies: 1,
    place: '1',
    check: {
      kind: 'delivered',
      signed: [{ key: 'unitSeal', name: { zh: '单位签字盖章', en: 'Signature and seal of the unit' } }],
    },
  },
  {
    key: 'representativeWork',
    name: { zh: '代表作成果制度', en: 'System of representative works' },
    clause: 'LYG-5.1-c',
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'representative' },
  },
  {
    key: 'pledge',
    name: {
      zh: '承诺提供的相关证书、业绩成果、论文等材料真实可靠',
      en: 'Pledge that certificates, achievements and papers are true',
    },
    clause: 'LYG-5.4-a',
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'pledge' },
  },
  {
    key: 'verifiedOnline',
    name: { zh: '可通过平台查验核实的，免于提交原件及社保证明', en: 'What the platform verifies is not demanded' },
    clause: 'LYG-5.5-c',
    suppliedBy: 'system',
    check: {
      kind: 'mustNotBeDemanded',
      demands: ['educationCertificate', 'degreeCertificate', 'socialInsuranceProof'],
    },
  },
  {
    key: 'chsiProof',
    name: { zh: '学信网证明，期限3个月', en: 'CHSI proof, valid for 3 months' },
    clause: 'LYG-5.5-d',
    readings: ['A-29'],
    suppliedBy: 'applicant',
    check: { kind: 'required', of: 'educationReport', months: 3 },
  },
];
