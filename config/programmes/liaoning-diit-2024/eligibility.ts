import type { EligibilityRule } from '../../../domain/programme.ts';

/** The conditions of applying (LN-1, LN-2.2.2, LN-8); the authority table says who reviews those who meet them. */
export const eligibility: readonly EligibilityRule[] = [
  {
    key: 'inService',
    requires: { kind: 'inService' },
    message: { zh: '申报人员应为在职在岗专业技术人员。', en: 'The applicant must be in service and in post.' },
    clause: 'LN-1-c',
  },
  {
    key: 'notRetired',
    requires: { kind: 'status', not: 'retired' },
    message: { zh: '离退休人员不得申报。', en: 'Retired people may not apply.' },
    clause: 'LN-1-d',
  },
  {
    key: 'notCivilServant',
    requires: { kind: 'status', not: 'civilServant' },
    message: { zh: '公务员不得申报。', en: 'Civil servants may not apply.' },
    clause: 'LN-1-e',
  },
  {
    key: 'employed',
    when: {
      employerClasses: [
        'provincialUniversity',
        'provincialStateOwned',
        'provincialHospital',
        'provincialInstitution',
        'provincialSocialOrganisation',
        'cityOrBelow',
        'municipal',
        'districtOrCounty',
        'socialOrganisation',
        'private',
      ],
    },
    requires: { kind: 'employment' },
    message: {
      zh: '申报人员须在我省企业、事业单位、社会组织、非公有制经济组织等单位建立人事劳动关系。',
      en: 'The applicant needs a personnel or labour relationship with a unit of the province.',
    },
    clause: 'LN-1-a',
  },
  {
    key: 'freelancerYear',
    when: { employerClasses: ['freelance'] },
    requires: { kind: 'yearsInProvince', years: 1 },
    message: {
      zh: '自由职业者须在我省工作1年以上。',
      en: 'A freelancer must have worked in the province for one year or more.',
    },
    clause: 'LN-1-b',
  },
  {
    key: 'freelancerAgency',
    when: { employerClasses: ['freelance'] },
    requires: { kind: 'attestation' },
    message: {
      zh: '自由职业者由人事代理机构履行单位审核、公示、盖章和报送职责，须由该机构出具证明。',
      en: 'A personnel agency acts as the unit of a freelancer and must attest it.',
    },
    clause: 'LN-1-b',
    readings: ['A-44'],
  },
  {
    key: 'examinationPassed',
    when: { series: ['economics'], levels: ['deputySenior'] },
    requires: { kind: 'examPassed' },
    message: {
      zh: '参加经济系列副高级评审须取得全国经济副高统一考试成绩合格单。',
      en: 'Deputy-senior in economics requires the pass sheet of the national deputy-senior examination.',
    },
    clause: 'LN-2.2.2-c',
  },
  {
    key: 'examinationValid',
    when: { series: ['economics'], levels: ['deputySenior'] },
    requires: { kind: 'examValid', years: 5 },
    message: {
      zh: '经济副高全国统一考试成绩有效期为5年。',
      en: 'The result of the national deputy-senior examination in economics is valid for 5 years.',
    },
    clause: 'LN-2.2.2-d',
    readings: ['A-22'],
  },
  {
    key: 'delegationNotOnline',
    when: { tracks: ['delegated'] },
    requires: { kind: 'notOnline' },
    message: {
      zh: '委托评审须先取得辽宁省人力资源和社会保障厅书面反馈的委托评审函；本系统尚不支持在线办理委托评审，请联系评委会办公室。',
      en: 'A delegated review is accepted only after the written delegation letter; it is not yet offered online here. Please contact the committee office.',
    },
    clause: 'LN-8.1-c',
  },
  {
    key: 'greenChannelNotOnline',
    when: { tracks: ['greenChannel'] },
    requires: { kind: 'notOnline' },
    message: {
      zh: '绿色通道须先经评委会办公室初步审核同意；本系统尚不支持在线办理绿色通道，请发送至政策咨询邮箱。',
      en: 'The green channel needs the consent of the committee office first; it is not yet offered online here. Please write to the policy mailbox.',
    },
    clause: 'LN-8.3-b',
  },
];
