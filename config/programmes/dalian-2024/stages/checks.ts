import type { Check } from '../../../../domain/programme/stages/stages.ts';

/** What the unit's assessment group confirms by name: the joint review, and education as verified by the unit. */
export const unitReviewChecks: readonly Check[] = [
  {
    key: 'jointReview',
    name: {
      zh: '考评领导小组已联审，含职业操守和从业行为',
      en: 'The assessment group has reviewed jointly, professional ethics and conduct included',
    },
    clauses: ['DL-2.2.2-a'],
  },
  {
    key: 'educationOnChsi',
    name: {
      zh: '已通过学信网查询学历，并打印当年度《电子证书备案表》',
      en: 'Education was queried on CHSI and this year’s registration form printed',
    },
    clauses: ['DL-1.4-b'],
  },
  {
    key: 'educationOffChsi',
    name: {
      zh: '不属于学信网查询范围的学历，均已提供档案中的《毕业生登记表》复印件1份',
      en: 'For any education outside CHSI a copy of the graduate registration form is supplied',
    },
    clauses: ['DL-1.4-c', 'DL-2.3.3-c'],
  },
  {
    key: 'conditions',
    name: {
      zh: '申报条件已核实，含人员身份、有无处分、学历和继续教育学时',
      en: 'The conditions of applying are verified, status, discipline, education and learning hours included',
    },
    clauses: ['DL-1.0-b', 'DL-1.2-e', 'DL-1.6-b', 'DL-1.6-c', 'DL-2.3.6-b'],
  },
];

/** The signature that unit and authority each put on the proof of education. */
export const educationSealed = (key: string, zh: string, en: string): Check => ({
  key,
  name: { zh, en },
  clauses: ['DL-1.4-d', 'DL-2.3.3-c'],
});

/** What the unit's personnel section confirms when it seals. */
export const unitSealChecks: readonly Check[] = [
  {
    key: 'unitName',
    name: {
      zh: '封面“单位全称”已盖公章，单位名称与公章一致',
      en: 'The cover is sealed at the unit’s full name, which equals the name on the seal',
    },
    clauses: ['DL-2.2.2-e'],
  },
  {
    key: 'everyPage',
    name: { zh: '每一页均已加盖单位印章', en: 'Every page carries the unit’s seal' },
    clauses: ['DL-2.2.2-h'],
  },
  {
    key: 'unitPledge',
    name: {
      zh: '单位审核人已手写抄写“单位承诺”并签字、盖章',
      en: 'The unit’s reviewer has copied the unit pledge by hand, signed and sealed it',
    },
    clauses: ['DL-2.3.1-h'],
  },
  {
    key: 'agencyActsAsUnit',
    name: {
      zh: '自由职业者由人事代理机构履行单位职责并出具证明',
      en: 'The personnel agency acts as the unit of the freelancer and attests it',
    },
    when: { employerClasses: ['freelance'] },
    clauses: ['DL-2.3.6-b'],
  },
  educationSealed(
    'educationSealedByUnit',
    '单位已在《电子证书备案表》或《毕业生登记表》上签字盖章',
    'The unit has signed and sealed the proof of education',
  ),
  {
    key: 'unitSignatures',
    name: {
      zh: '应由单位人事、组织部门签字盖章的各栏均已齐全',
      en: 'Every field that the unit must sign or seal is signed and sealed',
    },
    clauses: ['DL-2.3.1-g'],
  },
];
