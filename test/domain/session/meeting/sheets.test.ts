import { describe, expect, it } from 'vitest';
import { dalian2024 } from '../../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 } from '../../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../../../config/programmes/liaoning-diit-2024/index.ts';
import type { Programme } from '../../../../domain/programme/programme.ts';
import { isReadByExperts, sits } from '../../../../domain/session/meeting/reading.ts';
import { type NewSheet, pointsOf, sheetRefusal, writingRefusal } from '../../../../domain/session/meeting/sheets.ts';
import { sessionPlanOf } from '../../../../domain/session/plan.ts';
import { emptySession, type SessionState } from '../../../../domain/session/session.ts';
import type { SessionStatus } from '../../../../domain/session/steps.ts';

const committees = new Map([
  [dalian2024, 'dl-office'],
  [lianyungang2024, 'row-41'],
  [liaoningDiit2024, 'ln-committee'],
]);

/** The meeting of a programme as it sits, before the ballot. */
function sitting(programme: Programme, over: Partial<SessionState> = {}) {
  const plan = sessionPlanOf(programme, committees.get(programme) ?? '');
  if (!plan) throw new Error('this programme has no sessions');
  return { ...emptySession, status: 'IN_SESSION' as const, ...over, plan };
}

const [economics, senior, junior] = sitting(liaoningDiit2024).plan.stage.hearing ?? [];
const [dalianSenior, dalianJunior] = sitting(dalian2024).plan.stage.hearing ?? [];
const heard = (hearing = senior, absent = false) => ({ hearing: hearing ?? null, absent });
const quantified = (points: number): NewSheet => ({ kind: 'quantified', points });
const defence = (points: number): NewSheet => ({ kind: 'defence', points });

describe('a sheet of an expert', () => {
  it('is taken for each kind that the hearing of the application has', () => {
    const ln = sitting(liaoningDiit2024);
    for (const sheet of [quantified(8250), defence(0), quantified(10_000)])
      for (const rule of [economics, senior]) expect(sheetRefusal(ln, heard(rule), sheet)).toBeNull();
    for (const sheet of [quantified(8250), defence(8250)])
      expect(sheetRefusal(ln, heard(junior), sheet)).toMatchObject({ code: 'INVALID_DATA', clauses: ['LN-7-g'] });
    const dl = sitting(dalian2024);
    expect(sheetRefusal(dl, heard(dalianSenior), defence(8000))).toBeNull();
    expect(sheetRefusal(dl, heard(dalianSenior), quantified(8000))).toMatchObject({ clauses: ['DL-1.1.1-a'] });
    expect(sheetRefusal(dl, heard(dalianJunior), defence(8000))).toMatchObject({ clauses: ['DL-1.1.1-c'] });
    // Lianyungang prints no hearing: the committee's notice says how it scores.
    const lyg = sitting(lianyungang2024);
    for (const sheet of [quantified(8000), defence(8000)])
      expect(sheetRefusal(lyg, { hearing: null, absent: false }, sheet)).toBeNull();
  });

  it('lies between 0 and 100 points, and its items add up to them', () => {
    const ln = sitting(liaoningDiit2024);
    const items = [
      { key: 'achievements', points: 5000 },
      { key: 'works', points: 2055 },
    ];
    expect(pointsOf({ kind: 'quantified', items })).toBe(7055);
    expect(sheetRefusal(ln, heard(), { kind: 'quantified', items })).toBeNull();
    expect(sheetRefusal(ln, heard(), { kind: 'quantified', items, points: 7055 })).toBeNull();
    const wrong: NewSheet[] = [
      quantified(10_001),
      { kind: 'quantified' },
      { kind: 'quantified', items: [] },
      { kind: 'quantified', items, points: 7000 },
      { kind: 'quantified', items: [...items, { key: 'works', points: 1 }] },
      { kind: 'quantified', items: [...items, { key: 'papers', points: 3000 }] },
    ];
    for (const sheet of wrong)
      expect(sheetRefusal(ln, heard(), sheet), JSON.stringify(sheet)).toMatchObject({
        code: 'INVALID_DATA',
        clauses: ['LN-7-b', 'LN-7-d', 'LN-7-e'],
      });
  });

  it('is not written for somebody who was absent from the defence (A-20)', () => {
    const refusal = sheetRefusal(sitting(liaoningDiit2024), heard(senior, true), quantified(8000));
    expect(refusal).toMatchObject({ code: 'INVALID_DATA' });
    expect(refusal?.readings).toContain('A-20');
  });

  it('is locked when the ballot opens, and from then on', () => {
    const open = { round: 1, open: true, ready: 17, waiting: 0 };
    for (const ballot of [open, { ...open, open: false, round: 2 }])
      for (const refusal of [
        sheetRefusal(sitting(liaoningDiit2024, { ballot }), heard(), quantified(8000)),
        writingRefusal(sitting(liaoningDiit2024, { ballot })),
      ])
        expect(refusal).toMatchObject({ code: 'BALLOT_OPEN' });
    for (const status of ['RECUSALS_SETTLED', 'BALLOT_CLOSED', 'SUSPENDED', 'VOIDED'] as const)
      expect(sheetRefusal(sitting(liaoningDiit2024, { status }), heard(), quantified(8000))).toMatchObject({
        code: 'ACTION_NOT_HERE',
      });
  });
});

describe('what experts read', () => {
  it('is open to them from the settled recusals to the signed minutes', () => {
    const readable = (['RECUSALS_SETTLED', 'IN_SESSION', 'BALLOT_CLOSED'] as SessionStatus[]).map(isReadByExperts);
    expect(readable).toEqual([true, true, true]);
    const not: SessionStatus[] = [
      'NONE',
      'EXPERTS_DRAWN',
      'MINUTES_SIGNED',
      'CONFIRMED',
      'ARCHIVED',
      'SUSPENDED',
      'VOIDED',
      'CANCELLED',
    ];
    for (const status of not) expect(isReadByExperts(status), status).toBe(false);
  });

  it('is for members, and for an alternate who took the place of one', () => {
    const of = (seat: 'member' | 'alternate', present: boolean, recused = false) => sits({ seat, present, recused });
    expect([of('member', false), of('member', true), of('alternate', true)]).toEqual([true, true, true]);
    expect([of('alternate', false), of('member', true, true), of('alternate', true, true)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
