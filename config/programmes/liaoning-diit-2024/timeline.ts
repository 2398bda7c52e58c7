import type { Timeline } from '../../../domain/programme/timeline.ts';

/** The printed dates of 2024 (LN-4.1, LN-4.3): when the online system is open, and up to when achievements count. */
export const timeline: Timeline = {
  version: 1,
  year: 2024,
  windows: [
    {
      key: 'onlineFiling',
      series: ['engineering'],
      opens: '2024-07-01',
      closes: '2024-07-31',
      clauses: ['LN-4.3-a'],
    },
    {
      key: 'onlineFiling',
      series: ['economics'],
      levels: ['deputySenior', 'fullSenior'],
      opens: '2024-08-12',
      closes: '2024-08-30',
      clauses: ['LN-4.3-b'],
    },
  ],
  cutOffs: [
    { key: 'achievements', series: ['engineering'], date: '2024-06-30', clauses: ['LN-4.1-a'] },
    { key: 'achievements', series: ['economics'], date: '2024-07-30', clauses: ['LN-4.1-b'] },
  ],
};
