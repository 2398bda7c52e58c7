import type { SessionBasis, SessionRules } from '../domain/programme/stages/session.ts';

const order40 = (article: string): string => `《职称评审管理暂行规定》（人力资源社会保障部令第40号）${article}`;
const national = (article: string, readings: readonly string[] = []): SessionBasis => ({
  clauses: [],
  readings,
  national: order40(article),
});

/** What the national rules say of every committee meeting; no notice of 2024 repeats it. */
export const nationalSession: Omit<
  SessionRules,
  'off' | 'approves' | 'confirms' | 'supervises' | 'draw' | 'certificate'
> = {
  committee: {
    ...national('第八条至第十条'),
    least: [{ levels: ['deputySenior', 'fullSenior'], bySeries: 25, bySpecialty: 11 }],
    filedYears: 3,
    termYears: 3,
  },
  quorum: { ...national('第十九条', ['A-37']), parts: 2, of: 3 },
  majority: { ...national('第二十条', ['A-37']), parts: 2, of: 3 },
  opinions: { ...national('第二十一条'), least: 3 },
  rounds: 1,
  publicity: { ...national('第二十六条', ['A-10']), workingDays: 5 },
  voided: { ...national('第三十八条'), outcome: 'NOT_REVIEWED' },
  reminders: { report: [5, 3, 1], held: [20, 10, 5, 1] },
};

/** How experts are drawn where no document says more: two alternates for each member, in one order for all, the second value from the people named. */
export const nationalDraw = (secondParty: SessionRules['draw']['secondParty']): SessionRules['draw'] => ({
  ...national('第十九条、第二十五条'),
  alternates: 2,
  quotas: [],
  secondParty,
});
