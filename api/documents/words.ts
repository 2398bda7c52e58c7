import type { Achievement, ContinuingEducation, EducationRecord } from '../../domain/materials/content.ts';

/** The categories of annex 1 as printed (LN-A1-d). */
export const categoryNames: Readonly<Record<Achievement['category'], string>> = {
  project: '项目',
  work: '作品',
  patent: '专利',
  softwareCopyright: '计算机软件著作权',
  standard: '标准规范',
  award: '科技奖励',
  technicalReport: '技术报告',
  monograph: '著作',
  paper: '论文',
  talentRecognition: '人才认可',
  other: '其他',
};

/** The three roles as printed (LN-A1-c). */
export const roleNames: Readonly<Record<Achievement['role'], string>> = {
  lead: '主持',
  participant: '参与',
  sole: '独立',
};

/** Tiers of education. */
export const tierNames: Readonly<Record<EducationRecord['tier'], string>> = {
  secondary: '高中',
  vocationalSecondary: '中专',
  college: '大专',
  bachelor: '本科',
  master: '硕士研究生',
  doctor: '博士研究生',
};

/** Ways of objecting (LN-A1-e). */
export const wayNames = { telephone: '电话', letter: '信函', visit: '亲访' } as const;

/** All hours of a year. */
export const totalHours = ({ publicHours, professionalHours }: ContinuingEducation): number =>
  publicHours + professionalHours;
