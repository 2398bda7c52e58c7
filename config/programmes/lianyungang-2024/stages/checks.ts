import type { Level } from '../../../../domain/programme/facts.ts';
import type { Check } from '../../../../domain/programme/stages/stages.ts';
import type { Text } from '../../../../domain/text.ts';

/** What the unit confirms of an applicant who is designated without a review (LYG-2.11). */
const designated = (level: Level, clauses: readonly string[], name: Text): Check => ({
  key: 'assessed',
  name,
  when: { tracks: ['initialDesignation'], levels: [level] },
  clauses,
});

/** What the unit's personnel section confirms by name when it agrees (LYG-1, LYG-2.1, LYG-2.2, LYG-4.2). */
export const unitReviewChecks: readonly Check[] = [
  {
    key: 'truth',
    name: { zh: '申报材料的真实性', en: 'The material is authentic' },
    clauses: ['LYG-4.2-a'],
  },
  {
    key: 'completeness',
    name: { zh: '申报材料的完整性', en: 'The material is complete' },
    clauses: ['LYG-4.2-a'],
  },
  {
    key: 'timeliness',
    name: { zh: '申报材料的时效性', en: 'The material is in date' },
    clauses: ['LYG-4.2-a'],
  },
  {
    key: 'originals',
    name: { zh: '仔细核对原件', en: 'The originals were compared with care' },
    clauses: ['LYG-4.2-a'],
  },
  {
    key: 'signedAndSealed',
    name: {
      zh: '在《专业技术资格评审申报表》签字盖章',
      en: 'The application form is signed and sealed',
    },
    clauses: ['LYG-4.2-b'],
  },
  {
    key: 'postChangeAssessment',
    name: { zh: '转岗考核合格', en: 'The assessment after the change of post was passed' },
    when: { tracks: ['sameLevelTransfer'] },
    clauses: ['LYG-2.8.1-a'],
  },
  designated('technician', ['LYG-2.11-c'], {
    zh: '大学专科或中等职业学校毕业，在本专业技术岗位见习1年期满，经考察合格',
    en: 'College or secondary vocational education, one year of probation in the post, assessed as qualified',
  }),
  designated('assistant', ['LYG-2.11-d', 'LYG-2.11-e'], {
    zh: '大学本科在本专业技术岗位见习1年期满，或硕士、第二学士学位从事本专业技术工作，经考察合格',
    en: 'Bachelor with one year of probation in the post, or master or second bachelor working in the specialty, assessed as qualified',
  }),
  designated('mid', ['LYG-2.11-f'], {
    zh: '具备博士学位，从事本专业技术工作，经考察合格',
    en: 'A doctorate, working in the specialty, assessed as qualified',
  }),
  {
    key: 'conditions',
    name: {
      zh: '申报条件已核实，含人员身份、有无处分、资历和学历；往年申报且评审通过时使用过的业绩成果、论文等材料未再次使用',
      en: 'The conditions of applying are verified, status, discipline, seniority and education included; nothing used in an application of earlier years that passed is used again',
    },
    clauses: [
      ...['LYG-1.1-a', 'LYG-1.2-a', 'LYG-1.3-a', 'LYG-1.3-b', 'LYG-1.3-c'],
      ...['LYG-2.1-a', 'LYG-2.2-a', 'LYG-2.2-b', 'LYG-2.2-c', 'LYG-2.2-d'],
    ],
  },
];

/** What the authority of the territory confirms by name when it passes: the facts about the person that only a human can verify. */
export const preliminaryChecks: readonly Check[] = [
  {
    key: 'freelancer',
    name: {
      zh: '自由职业专业技术人才在我市就业，已核实',
      en: 'That the freelancer is employed in the city is verified',
    },
    when: { employerClasses: ['freelance'] },
    clauses: ['LYG-1.1-b'],
  },
  {
    key: 'exceptional',
    name: {
      zh: '符合江苏省相应资格条件规定的破格条件',
      en: 'What the Jiangsu qualification conditions ask of exceptional cases is met',
    },
    when: { tracks: ['exceptional'] },
    clauses: ['LYG-2.1-a'],
  },
  {
    key: 'examinationValid',
    name: {
      zh: '国家统一组织的考试成绩合格并在有效期内',
      en: 'The national examination was passed and its result is within its validity',
    },
    when: { levels: ['deputySenior', 'fullSenior'], series: ['accounting', 'statistics', 'auditing', 'economics'] },
    clauses: ['LYG-2.7-b'],
  },
  {
    key: 'transition',
    name: {
      zh: '不符合初定学历年份和专业条件的，按省有关规定过渡',
      en: 'Whoever is outside the rules of designation meets those of the transition of the province',
    },
    when: { tracks: ['initialDesignation'] },
    clauses: ['LYG-2.11-g'],
  },
  {
    key: 'directTitle',
    name: {
      zh: '首次申报直接申报相应职称的，海外归国、党政机关交流或部队转业安置的经历已核实；以职业资格、高技能人才或基层“三定向”申报的，均符合相应规定',
      en: 'Where levels are skipped at a first application, the return from abroad or the move from party, government or army is verified; by a qualification, as a high-skilled talent or in a directed post, the documents for it are met',
    },
    clauses: ['LYG-2.1-c', 'LYG-2.4-a', 'LYG-2.4-c', 'LYG-2.5-a'],
  },
  {
    key: 'militarySchool',
    name: {
      zh: '部队院校学历均经教育行政主管部门认定',
      en: 'Any education of a military academy is recognised by the education authority',
    },
    clauses: ['LYG-2.3.1-a'],
  },
  {
    key: 'partySchool',
    name: {
      zh: '党校学历均为中央党校或省级党校学制两年以上的长期班次所授予',
      en: 'Any party-school education is of a long-term class of two years or more at the central or a provincial school',
    },
    clauses: ['LYG-2.3.1-b'],
  },
  {
    key: 'continuingEducation',
    name: {
      zh: '已按国家和省、市规定完成相应继续教育学时',
      en: 'The hours of continuing education that nation, province and city ask are complete',
    },
    clauses: ['LYG-2.9-a'],
  },
  {
    key: 'titleFromElsewhere',
    name: {
      zh: '外地职称证书符合国家相关政策规定，已提供证书、评审申报表或评审通过文件',
      en: 'Any title from elsewhere meets national policy and is shown by certificate, review form or approval document',
    },
    clauses: ['LYG-2.10-b'],
  },
];

/** What the committee's office confirms of an applicant recognised by assessment (LYG-2.6). */
export const recheckChecks: readonly Check[] = [
  {
    key: 'urgentTalent',
    name: {
      zh: '属于高层次、急需紧缺人才或民营企业优秀人才，贡献和品德能力业绩特别突出',
      en: 'A high-level or urgently needed talent, or an outstanding one of a private enterprise, of outstanding contribution',
    },
    when: { tracks: ['urgentTalent'] },
    clauses: ['LYG-2.6-a'],
  },
];

/** What the committee's office confirms when it designates; the list of series is printed open, so it is asked for every applicant (LYG-2.11-b). */
export const designationChecks: readonly Check[] = [
  {
    key: 'byQualificationConditions',
    name: {
      zh: '药学、中小学教师、自然科学研究等以及有行业准入要求的，均符合资格条件',
      en: 'In pharmacy, school teaching, natural-science research and wherever there are entry requirements, the qualification conditions are met',
    },
    clauses: ['LYG-2.11-b'],
  },
];
