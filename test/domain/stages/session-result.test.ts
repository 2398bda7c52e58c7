import { expect, it } from 'vitest';
import type { CommandData } from '../../../domain/case/commands/commands.ts';
import { untilReceived } from '../../../ops/lives/liaoning/steps.ts';
import { Life } from '../../lives/life.ts';

const session = 'session/11111111-1111-4111-8111-111111111111';
const told = (more: CommandData): CommandData => ({ session, round: 1, heldOn: '2024-08-12', ...more });

/** An application that waits for the committee of Liaoning. */
const waiting = () => new Life().live(untilReceived).run([['2024-08-09T10:00', 'committeeOffice', 'confirmDossier']]);

it('A-37: a result of a session enters the publicity or ends the application, once', () => {
  const passes = waiting().run([
    ['2024-08-12T18:00', 'system', 'recordSessionResult', told({ passed: true, composite: 8_400 })],
  ]);
  expect(passes.stage).toBe('RESULT_PUBLICITY');
  expect(passes.case.result).toEqual({ passed: true, reason: null, session });
  const absent = told({ passed: false, reason: 'absentFromDefence' });
  const fails = waiting().run([['2024-08-12T18:00', 'system', 'recordSessionResult', absent]]);
  expect(fails.stage).toBe('NOT_PASSED');
  expect(fails.case.result).toEqual({ passed: false, reason: 'absentFromDefence', session });
});

it('LYG-5.3-b: the result of a void session is set aside, and the application waits again while the year lasts', () => {
  const voided = (local: string): [string, 'system', string, CommandData] => [
    ...([local, 'system', 'voidSessionResult'] as const),
    { session, outcome: 'NOT_REVIEWED' },
  ];
  const fails = waiting().run([['2024-08-12T18:00', 'system', 'recordSessionResult', told({ passed: false })]]);
  expect(fails.run([voided('2024-08-20T10:00')]).stage).toBe('COMMITTEE_REVIEW');
  expect(fails.case.result).toBeNull();
  const passes = () => waiting().run([['2024-08-12T18:00', 'system', 'recordSessionResult', told({ passed: true })]]);
  expect(passes().run([voided('2024-12-31T23:00')]).stage).toBe('COMMITTEE_REVIEW');
  expect(passes().run([voided('2025-01-01T00:00')]).stage).toBe('NOT_REVIEWED');
});

it('a certificate of a void session is revoked, and the application stays as it ended', () => {
  const one = waiting().run([
    ['2024-08-12T18:00', 'system', 'recordSessionResult', told({ passed: true })],
    ['2024-08-13T10:00', 'committeeOffice', 'postPublicity'],
    ['2024-08-26T10:00', 'committeeOffice', 'certify', { certificate: 'LN1' }],
    ['2024-09-10T10:00', 'system', 'voidSessionResult', { session }],
  ]);
  expect(one.stage).toBe('CERTIFIED');
  expect(one.case).toMatchObject({ revokedOn: '2024-09-10', result: null });
});
