import type { Share } from '../../programme/stages/session.ts';
import { verdictOf } from '../verdict.ts';

/** What an expert may vote; each is one byte in its envelope, by its place here. */
export const choices = ['agree', 'against', 'abstain'] as const;
export type Choice = (typeof choices)[number];

/** An opened vote: of nobody, at no time. */
export type OpenedVote = { readonly application: string; readonly vote: Choice };

/** Why an application is not passed without a vote. */
export type WithoutVote = { readonly application: string; readonly reason: 'absentFromDefence' };

/** What a ballot came to for one application. */
export type BallotResult = {
  readonly application: string;
  readonly present: number;
  readonly agree: number;
  readonly against: number;
  readonly abstain: number;
  readonly blank: number;
  readonly passed: boolean;
  readonly reason: WithoutVote['reason'] | null;
};

/** What is counted: how many voters each application had, the opened votes, and who is not voted on. */
type Counted = {
  readonly voters: readonly { readonly application: string; readonly present: number }[];
  readonly votes: readonly OpenedVote[];
  readonly withoutVote: readonly WithoutVote[];
};

/** The result of every application that was in the box, and of those that are not passed without a vote. Throws where a vote is on none of them. */
export function tallyOf(majority: Share, { voters, votes, withoutVote }: Counted): readonly BallotResult[] {
  const byApplication = Map.groupBy(votes, ({ application }) => application);
  const known = new Set(voters.map(({ application }) => application));
  for (const application of byApplication.keys())
    if (!known.has(application)) throw new Error(`votes on ${application}, which is not in the box`);
  const voted = voters.map(({ application, present }): BallotResult => {
    const cast = byApplication.get(application) ?? [];
    const count = (choice: Choice) => cast.filter(({ vote }) => vote === choice).length;
    const {
      unanimous: _unanimous,
      few: _few,
      ...verdict
    } = verdictOf(majority, {
      present,
      agree: count('agree'),
      against: count('against'),
      abstain: count('abstain'),
    });
    return { application, ...verdict, reason: null };
  });
  const none = { present: 0, agree: 0, against: 0, abstain: 0, blank: 0, passed: false };
  return [...voted, ...withoutVote.map(({ application, reason }) => ({ application, ...none, reason }))];
}
