import type { Check } from '../../../../domain/programme/stages/stages.ts';
import { byExaminationAndReview } from '../eligibility/examination.ts';
import { educationSealed } from './checks.ts';

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

/** The conditions of applying that only the authority can verify (DL-1.1.2, DL-1.2, DL-1.6, DL-2.3.4). */
const conditionsVerified: readonly Check[] = [
  {
    key: 'yearInTheCity',
    name: {
      zh: '在我市企事业单位累计工作年限，以及是否因此不受户籍、地域、身份、档案等限制，已核实',
      en: 'The years of work in units of the city, and whether they free from the limits of household registration, region, status and personnel file, are verified',
    },
    clauses: ['DL-1.2-a', 'DL-1.2-b'],
  },
  {
    key: 'seniority',
    name: {
      zh: '任职年限达到辽宁省相应系列（行业）评价标准的要求',
      en: 'The years since the title reach what the Liaoning standard of the series asks',
    },
    when: { tracks: ['standard'] },
    clauses: ['DL-1.0-b'],
  },
  {
    key: 'exceptionalForm',
    name: {
      zh: '《辽宁省破格评定人员审核表》已填报，破格条件已初审',
      en: 'The form of exceptional cases is filled in and its conditions are reviewed',
    },
    when: { tracks: ['exceptional'] },
    clauses: ['DL-2.3.4-a'],
  },
  {
    key: 'professionalHours',
    name: {
      zh: '专业科目学习不少于总学时的三分之二；未达比例但不少于60学时的，已认定',
      en: 'Professional subjects are two thirds of all hours; short of that, from 60 hours on, they were accepted',
    },
    clauses: ['DL-1.6-c'],
  },
  {
    key: 'examinationValid',
    name: { zh: '经济副高考试成绩在有效期内', en: 'The result of the economics examination is valid' },
    when: byExaminationAndReview,
    clauses: ['DL-2.3.6-b'],
  },
  {
    key: 'examinationCertificate',
    name: {
      zh: '报卷材料中有国家人力资源和社会保障部颁发的经济专业技术资格考试成绩合格证明',
      en: 'The dossier contains the pass certificate of the economics examination issued by the ministry',
    },
    when: byExaminationAndReview,
    clauses: ['DL-1.1.2-f'],
  },
];

/** The authority's item-by-item list; the reviewer must confirm all of it, otherwise the application does not pass. */
export const preliminaryChecks: readonly Check[] = [
  byStandard('experience', '工作经历', 'Work experience'),
  byStandard('ability', '能力条件', 'Ability'),
  byStandard('achievements', '业绩成果', 'Achievements'),
  ...conditionsVerified,
  online('educationOnline', '学历', 'Education'),
  {
    key: 'papersOnline',
    name: {
      zh: '论文已在国家新闻出版总署网查询期刊信息，并在万方、知网、维普三大数据库检索',
      en: 'Any paper was looked up at the press administration and retrieved in Wanfang, CNKI and VIP',
    },
    clauses: ['DL-2.2.3-d', 'DL-1.8-a', 'DL-1.8-b'],
  },
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
  {
    key: 'workStatement',
    name: {
      zh: '本人专业技术工作述评的篇幅符合要求（一般高级3000字，中级2000字，初级1500字）',
      en: 'The work statement is as long as is asked: normally 3000 characters for senior, 2000 for mid, 1500 for junior',
    },
    clauses: ['DL-2.3.1-l'],
  },
];
