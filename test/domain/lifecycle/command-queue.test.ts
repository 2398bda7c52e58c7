import { describe, expect, test } from 'vitest';
import { handleCommand } from '../../../domain/lifecycle/command-queue.ts';
import { Life, untilPosted, untilSubmitted } from '../../lives/life.ts';

describe('the queue of commands', () => {
  test('answers a repeated intent as it answered the first time, and changes nothing', () => {
    const life = new Life().run(untilPosted);
    const command = life.command(['2024-07-18', 'applicant', 'submit']);
    const first = life.send(command);
    const before = life.queue;
    const again = handleCommand(life.queue, command);
    expect(again).toEqual({ queue: before, reply: first });
  });

  test('refuses an intent older than the last one decided', () => {
    const life = new Life().run(untilPosted);
    const answer = handleCommand(life.queue, { ...life.command(['2024-07-18', 'applicant', 'submit']), n: 1 });
    expect(answer).toMatchObject({ refusal: { code: 'STALE', details: { n: 1, last: 4 } } });
  });

  test('leaves the queue as it was when it refuses, so that the next intent is decided', () => {
    const life = new Life().run(untilPosted);
    const before = structuredClone(life.queue);
    life.refused('2024-07-18', 'unitHr', 'submit');
    expect(life.queue).toEqual(before);
    life.do('2024-07-18', 'applicant', 'submit');
    expect(life.stage).toBe('ONLINE_REVIEW');
  });

  test('refuses who looked at an older state', () => {
    const life = new Life().run(untilPosted);
    const seen = life.case.seq;
    const stale = life.command(['2024-07-11', 'applicant', 'withdraw'], { expectedSeq: seen - 1 });
    expect(handleCommand(life.queue, stale)).toMatchObject({
      refusal: { code: 'VERSION_MOVED', details: { expected: seen - 1, actual: seen } },
    });
    life.send(life.command(['2024-07-11', 'applicant', 'withdraw'], { expectedSeq: seen }));
    expect(life.stage).toBe('WITHDRAWN');
  });

  test('opens only with a submit that brings the plan', () => {
    const life = new Life();
    const { plan, ...without } = life.command(['2024-06-28', 'applicant', 'submit']);
    expect(plan).toBeDefined();
    expect(handleCommand(life.queue, without)).toMatchObject({ refusal: { code: 'ACTION_NOT_HERE' } });
    expect(life.refused('2024-06-28', 'applicant', 'withdraw').code).toBe('ACTION_NOT_HERE');
    expect(life.refused('2024-06-28', 'unitHr', 'submit').code).toBe('NOT_YOURS');
    life.do('2024-06-28', 'applicant', 'submit');
    expect(life.stage).toBe('UNIT_REVIEW');
  });

  test('gives the snapshot without the plan, and the deadlines by rule and anchor', () => {
    const life = new Life().run(untilSubmitted);
    const reply = life.do('2024-07-19', 'committeeOffice', 'pass');
    expect(reply.snapshot).not.toHaveProperty('plan');
    expect(reply.deadlines).toMatchObject([
      {
        key: 'stampedPage',
        stage: 'AUTHORITY_SEALING',
        rule: { kind: 'workingDaysAfterWindow', window: 'onlineFiling', days: 5 },
        anchor: '2024-07-19',
        due: '2024-08-07',
        clauses: ['LN-4.3-d', 'LN-4.3-f'],
        readings: ['A-12'],
      },
    ]);
  });
});
