import type { Level } from '../../../domain/programme/facts.ts';
import type { Series, Specialty } from '../../../domain/programme/programme.ts';
import { type Text, text } from '../../../domain/text.ts';
import { series as ofTheProvince } from '../liaoning-diit-2024/series.ts';

const every: readonly Level[] = ['technician', 'assistant', 'mid', 'deputySenior', 'fullSenior'];
const printed = (key: string, name: Text, clauses: readonly string[] = ['DL-1.1.2-b']): Specialty => ({
  key,
  name,
  clauses,
  class: key,
});

const single = (key: string, name: Text, clauses: readonly string[] = ['DL-1.1.2-b']): Series => ({
  key,
  name,
  levels: every,
  specialties: [printed(key, name, clauses)],
});

const engineering: Series = {
  key: 'engineering',
  name: text('工程系列', 'Engineering'),
  levels: every,
  specialties: [
    printed('generalEngineering', text('工程类专业', 'Engineering'), ['DL-2.2.4-a']),
    printed('logistics', text('物流', 'Logistics'), ['DL-1.1.2-c']),
    printed('safetyEngineering', text('安全工程', 'Safety engineering')),
    printed('pharmaceuticalEngineering', text('医药工程', 'Pharmaceutical engineering')),
    printed('computerApplication', text('计算机应用技术类', 'Applied computer technology')),
  ],
};

/** The list of examinations names 医疗; the dates of the whole series are notified separately (DL-2.1.1-b). */
const health: Series = {
  key: 'health',
  name: text('卫生系列', 'Health'),
  levels: every,
  specialties: [printed('medical', text('医疗', 'Medicine'))],
};

/** The specialties of the national examination, as the province prints them; an applicant must apply in the one examined (DL-1.1.2-g, DL-2.3.6-b). */
const economics: Series = {
  key: 'economics',
  name: text('经济', 'Economics'),
  levels: every,
  specialties: ofTheProvince
    .filter(({ key }) => key === 'economics')
    .flatMap(({ specialties }) => specialties)
    .map(({ key, name }) => ({ key, name, class: 'economics', clauses: ['DL-1.1.2-d', 'DL-1.1.2-g'] })),
};

/**
 * The series that the guide names. It prints no list of those that Dalian reviews; the others follow the province (DL-2.3.6-b). Complete names of the
 * examination list are included, because their senior titles are reviewed (DL-1.1.2-b, A-32).
 */
export const series: readonly Series[] = [
  engineering,
  health,
  economics,
  single('statistics', text('统计', 'Statistics')),
  single('accounting', text('会计', 'Accounting')),
  single('auditing', text('审计', 'Auditing')),
  single('lawyers', text('律师', 'Lawyers')),
  single('library', text('图书', 'Library work')),
  single('culturalHeritage', text('文博', 'Museums and cultural heritage')),
  single('archives', text('档案', 'Archives')),
  single('translation', text('翻译', 'Translation')),
  single('broadcasting', text('播音主持', 'Broadcasting')),
  single('schoolTeachers', text('中小学教师', 'Primary and secondary school teachers'), ['DL-2.1.1-b']),
  single('vocationalTeachers', text('中专教师', 'Secondary vocational teachers'), ['DL-2.1.1-b']),
];
