import type { Check } from '../../../domain/stage.ts';

/** What the unit's personnel section confirms with its name when it agrees (LYG-1, LYG-2.1, LYG-2.2, LYG-4.2). */
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
  {
    key: 'conditions',
    name: {
      zh: '申报条件已核实，含人员身份、有无处分、资历和学历',
      en: 'The conditions of applying are verified, status, discipline, seniority and education included',
    },
    clauses: [
      ...['LYG-1.1-a', 'LYG-1.2-a', 'LYG-1.3-a', 'LYG-1.3-b', 'LYG-1.3-c'],
      ...['LYG-2.1-a', 'LYG-2.2-a', 'LYG-2.2-b', 'LYG-2.2-c'],
    ],
  },
];

/** What the authority of the territory confirms with its name when it passes on: what no machine can know of the person. */
export const preliminaryChecks: readonly Check[] = [
  {
    key: 'directTitle',
    name: {
      zh: '首次申报直接申报相应职称的，海外归国、党政机关交流或部队转业安置的经历已核实',
      en: 'Where levels are skipped at a first application, the return from abroad or the move from party, government or army is verified',
    },
    clauses: ['LYG-2.1-c'],
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
