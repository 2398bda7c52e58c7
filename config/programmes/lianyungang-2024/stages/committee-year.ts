import type { CommitteeYearRules } from '../../../../domain/programme/stages/committee-year.ts';

/** The committee's own year: its notice, the opening of its meetings, the data of its results (LYG-3.3, LYG-5.2). */
export const committeeYear: CommitteeYearRules = {
  notice: {
    by: '2024-06-30',
    clauses: ['LYG-3.3-a'],
    countersign: ['LYG-3.3-b'],
    sites: [
      {
        key: 'ownSite',
        name: { zh: '通过本部门网站向社会公布', en: 'Published on the site of the department' },
        clauses: ['LYG-3.3-c'],
      },
      {
        key: 'talentPlatform',
        name: { zh: '通过江苏人才服务云平台（连云港）向社会公布', en: 'Published on the talent platform of Jiangsu' },
        clauses: ['LYG-3.3-c'],
      },
    ],
    printed: ['LYG-7-b'],
    withinYear: ['LYG-3.1-b'],
  },
  duties: ['LYG-5.2-d'],
  meeting: ['LYG-5.2-a'],
  planned: 'plannedReview',
  passRate: { clauses: ['LYG-5.2-b'], readings: ['A-36'] },
  measures: { clauses: ['LYG-5.3-b'] },
  report: [
    { key: 'openingReport', name: { zh: '开评报告', en: 'Opening report' }, clauses: ['LYG-5.2-b'] },
    { key: 'roster', name: { zh: '评审对象花名册', en: 'Roster of those to be reviewed' }, clauses: ['LYG-5.2-b'] },
  ],
  dataFiling: {
    workingDays: 10,
    clauses: ['LYG-5.2-e'],
    reminders: [{ workingDaysBefore: [2, 1], to: ['committeeOffice'], clauses: ['LYG-5.2-e'] }],
    overdue: { to: ['cityTitleOffice'], clauses: ['LYG-5.2-e'] },
  },
};
