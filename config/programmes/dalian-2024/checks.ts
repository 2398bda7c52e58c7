import type { Check } from '../../../domain/stage.ts';

/** What the unit's assessment group confirms, with its name: the joint review, and education as verified by the unit. */
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

/** The one signature that unit and authority each put on the proof of education. */
const educationSealed = (key: string, zh: string, en: string): Check => ({
  key,
  name: { zh, en },
  clauses: ['DL-1.4-d'],
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

const byStandard = (key: string, zh: string, en: string): Check => ({
  key,
  name: { zh: `${zh}符合本级别要求`, en: `${en} fulfils what the level asks` },
  clauses: ['DL-2.2.3-a', 'DL-2.2.3-b'],
});

const online = (key: string, zh: string, en: string): Check => ({
  key,
  name: { zh: `${zh}已网上查询、检索`, en: `${en} checked online` },
  clauses: ['DL-2.2.3-d'],
});

/** The authority's item-by-item list: all of it is confirmed by the reviewer, or the application has not passed. */
export const preliminaryChecks: readonly Check[] = [
  byStandard('experience', '工作经历', 'Work experience'),
  byStandard('ability', '能力条件', 'Ability'),
  byStandard('achievements', '业绩成果', 'Achievements'),
  online('educationOnline', '学历', 'Education'),
  online('papersOnline', '论文', 'Papers'),
  online('patentsOnline', '专利', 'Patents'),
  {
    key: 'signedAndSealed',
    name: { zh: '主管部门审核人已签字并加盖公章', en: 'The reviewer has signed and the official seal is set' },
    clauses: ['DL-2.2.3-e', 'DL-2.3.1-g'],
  },
  educationSealed(
    'educationSealedByAuthority',
    '主管部门已在《电子证书备案表》或《毕业生登记表》上签字盖章',
    'The authority has signed and sealed the proof of education',
  ),
  {
    key: 'compared',
    name: { zh: '报卷材料与网报信息已一一核对', en: 'Paper dossier and online record compared one by one' },
    clauses: ['DL-2.2.3-f'],
  },
  {
    key: 'photo',
    name: {
      zh: '照片为近期一寸正面免冠彩色证件照',
      en: 'The photograph is a recent one-inch colour one, front view, bareheaded',
    },
    clauses: ['DL-2.3.1-f'],
  },
];
