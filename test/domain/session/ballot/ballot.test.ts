import { describe, expect, test } from 'vitest';
import { liaoningDiit2024 } from '../../../../config/programmes/liaoning-diit-2024/index.ts';
import { castingRefusal, openingRefusal, registeringRefusal } from '../../../../domain/session/ballot/casting.ts';
import { type OpenedVote, tallyOf } from '../../../../domain/session/ballot/tally.ts';
import { sessionPlanOf } from '../../../../domain/session/plan.ts';
import { Meeting, readyForBallot, untilOpen } from '../meeting.ts';

const majority = { parts: 2, of: 3 };
const votes = (application: string, agree: number, against: number, abstain = 0): OpenedVote[] => [
  ...Array.from({ length: agree }, () => ({ application, vote: 'agree' as const })),
  ...Array.from({ length: against }, () => ({ application, vote: 'against' as const })),
  ...Array.from({ length: abstain }, () => ({ application, vote: 'abstain' as const })),
];

describe('the tally of a box', () => {
  test('A-37 counts abstentions and whoever cast nothing with those present, and leaves out the recused', () => {
    const results = tallyOf(majority, {
      voters: [
        { application: 'a', present: 17 },
        { application: 'b', present: 17 },
        { application: 'c', present: 16 },
      ],
      votes: [...votes('a', 11, 6), ...votes('b', 12, 3, 1), ...votes('c', 11, 5)],
      withoutVote: [],
    });
    expect(results).toEqual([
      { application: 'a', present: 17, agree: 11, against: 6, abstain: 0, blank: 0, passed: false, reason: null },
      { application: 'b', present: 17, agree: 12, against: 3, abstain: 1, blank: 1, passed: true, reason: null },
      { application: 'c', present: 16, agree: 11, against: 5, abstain: 0, blank: 0, passed: true, reason: null },
    ]);
  });

  test('A-20 says of whoever missed the defence why it is not passed', () => {
    const withoutVote = [{ application: 'a', reason: 'absentFromDefence' as const }];
    expect(tallyOf(majority, { voters: [], votes: [], withoutVote })).toEqual([
      expect.objectContaining({ application: 'a', present: 0, passed: false, reason: 'absentFromDefence' }),
    ]);
  });

  test('throws where a vote is on nothing in the box, or there are more votes than voters', () => {
    const voters = [{ application: 'a', present: 2 }];
    expect(() => tallyOf(majority, { voters, votes: votes('b', 1, 0), withoutVote: [] })).toThrow('not in the box');
    expect(() => tallyOf(majority, { voters, votes: votes('a', 3, 0), withoutVote: [] })).toThrow(RangeError);
  });
});

describe('voting, and the keys', () => {
  const meeting = () => untilOpen(new Meeting(liaoningDiit2024, 'ln-diit-office'), '2024-10-21', '2024-10-01');
  const plan = sessionPlanOf(liaoningDiit2024, 'ln-diit-office');
  if (!plan) throw new Error('Liaoning has sessions');
  const open = () => meeting().do('2024-10-21', 'openBallot', { counted: readyForBallot });
  const closed = () => open().do('2024-10-21', 'closeBallot');
  const reason = { by: 'committeeOrganiser' as const, data: { text: 'text-1' } };

  test.each([
    ['before the box opens', meeting, 'NOT_OPENED', undefined, 'ACTION_NOT_HERE'],
    ['while it is open', open, undefined, 'BALLOT_OPEN', 'BALLOT_OPEN'],
    ['after it is closed', closed, 'BALLOT_CLOSED', 'ACTION_NOT_HERE', undefined],
    [
      'while the session is suspended',
      () => open().do('2024-10-21', 'suspend', reason),
      'ACTION_NOT_HERE',
      'BALLOT_OPEN',
      'BALLOT_OPEN',
    ],
  ])('%s', (_when, at, casting, registering, counting) => {
    const { state } = at();
    expect(castingRefusal(state, plan)?.code).toBe(casting);
    expect(registeringRefusal(state, plan)?.code).toBe(registering);
    expect(openingRefusal(state, plan)?.code).toBe(counting);
  });

  test('A-37 a late vote is refused by the national rule, which no printed clause repeats', () => {
    const refusal = castingRefusal(closed().state, plan);
    expect(refusal?.details).toEqual({ national: expect.stringContaining('第二十条') });
    expect(refusal?.readings).toEqual(['A-37']);
  });
});
