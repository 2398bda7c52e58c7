import type { IntegrityVersion } from '../domain/programme/integrity.ts';

/** The national rule of 2024-07-25: a false pledge or forged material bars from applying for three years. */
export const nationalIntegrity = (clauses: readonly string[]): IntegrityVersion => ({
  from: '2024-07-25',
  record: { before: true, after: true, years: 3 },
  barsApplication: true,
  clauses,
  readings: ['A-35'],
});
