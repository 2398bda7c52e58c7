import type { Timeline } from '../../../domain/programme/timeline.ts';
import { series } from './series.ts';

/** 卫生系列、中小学教师、中专教师等: their dates are notified separately, and no window is open for them before (DL-2.1.1-b). */
const notified = ['health', 'schoolTeachers', 'vocationalTeachers'];
const all = series.map(({ key }) => key);
const general = all.filter((key) => !notified.includes(key));

/** The printed dates of 2024 (DL-2.1); cases for the province follow the province's own dates (DL-2.1.4-a). */
export const timeline: Timeline = {
  version: 1,
  year: 2024,
  windows: [
    {
      key: 'onlineFiling',
      series: general,
      opens: '2024-06-03',
      closes: '2024-06-28',
      clauses: ['DL-2.1.1-a'],
    },
    {
      key: 'preliminary',
      series: general,
      opens: '2024-06-03',
      closes: '2024-06-28',
      clauses: ['DL-2.1.2-a'],
    },
    { key: 'forwarding', series: all, opens: '2024-07-22', closes: '2024-08-30', clauses: ['DL-2.1.3-a'] },
    { key: 'session', series: all, opens: '2024-07-22', closes: '2024-11-30', clauses: ['DL-2.1.3-b'] },
  ],
  announced: [
    { key: 'onlineFiling', series: notified, clauses: ['DL-2.1.1-b'] },
    { key: 'preliminary', series: notified, clauses: ['DL-2.1.1-b'] },
  ],
  cutOffs: [{ key: 'achievements', series: all, date: '2024-06-28', clauses: ['DL-2.2.1-b'] }],
};
