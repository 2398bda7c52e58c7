import { describe, expect, test } from 'vitest';
import { chosen, contentChanged, needChecks, outsideGate } from '../../../domain/case/commands/checks.ts';
import { requestedPoints } from '../../../domain/lifecycle/available-actions.ts';
import type { Check, Gate } from '../../../domain/programme/stages/stages.ts';
import { life, pledged, senior } from '../../lives/dalian.ts';
import { instant } from '../../lives/life.ts';

const check = (key: string, ...clauses: string[]): Check => ({ key, name: { zh: `项${key}`, en: key }, clauses });
const two = [check('a', 'DL-2.2.2-e'), check('b', 'DL-2.2.2-h', 'DL-2.2.2-e')];

describe('checks', () => {
  test('are all confirmed by their keys, and those that are not are named with their rules', () => {
    expect(needChecks(undefined, {})).toBeNull();
    expect(needChecks(two, { checked: ['b', 'a', 'more'] })).toBeNull();
    expect(needChecks(two, {})).toMatchObject({
      code: 'CHECK_MISSING',
      clauses: ['DL-2.2.2-e', 'DL-2.2.2-h'],
      details: { missing: ['a', 'b'] },
    });
    expect(needChecks(two, { checked: ['a'] })?.message).toEqual({
      zh: '尚未逐项确认：项b。',
      en: 'Not confirmed yet: b.',
    });
  });

  test('are shown by key, name and rules, without whom they concern', () => {
    expect(requestedPoints([{ ...check('a', 'DL-2.2.2-e'), when: { levels: ['mid'] } }])).toEqual([
      check('a', 'DL-2.2.2-e'),
    ]);
  });
});

describe('a choice', () => {
  test('is one of the printed values, or the refusal lists them', () => {
    expect(chosen(two, { choice: 'b' })).toBe(two[1]);
    expect(chosen(two, { choice: 'c' })).toMatchObject({
      code: 'CHOICE_UNKNOWN',
      clauses: ['DL-2.2.2-e', 'DL-2.2.2-h'],
      details: { choices: ['a', 'b'] },
    });
    expect(chosen(two, {})).toHaveProperty('code', 'CHOICE_UNKNOWN');
  });
});

describe('a gate', () => {
  const { case: state } = life().run([['2024-06-10', 'applicant', 'submit', pledged]]);
  const gate: Gate = { window: 'forwarding', clauses: ['DL-2.1.3-a'], readings: ['A-08'] };
  const codeAt = (at: string) => outsideGate(state, gate, instant(at))?.code ?? null;

  test('is open from the first instant of the first day to the last of the last day', () => {
    expect(outsideGate(state, undefined, 0)).toBeNull();
    expect(codeAt('2024-07-21T23:59:59.999')).toBe('WINDOW_NOT_OPEN');
    expect(codeAt('2024-07-22T00:00:00.000')).toBeNull();
    expect(codeAt('2024-08-30T23:59:59.999')).toBeNull();
    expect(codeAt('2024-08-31T00:00:00.000')).toBe('WINDOW_CLOSED');
  });

  test('that the dates do not know is closed, with the rule that has them notified separately', () => {
    expect(outsideGate(state, { ...gate, window: 'none' }, 0)).toMatchObject({
      code: 'WINDOW_NOT_OPEN',
      clauses: ['DL-2.1.3-a'],
    });
    const { plan } = life({ ...senior, series: 'health' });
    const notified = outsideGate({ ...state, plan }, { ...gate, window: 'preliminary' }, instant('2024-06-10'));
    expect(notified).toMatchObject({ code: 'WINDOW_NOT_OPEN', clauses: ['DL-2.1.3-a', 'DL-2.1.1-b'] });
  });
});

describe('a content that was checked', () => {
  test('is the one that is submitted: another version is refused', () => {
    expect(contentChanged({ contentVersion: 2 })).toBeNull();
    expect(contentChanged({ contentVersion: 2, checkedIn: 2 })).toBeNull();
    const moved = { code: 'VERSION_MOVED', details: { expected: 1, actual: 2 } };
    expect(contentChanged({ contentVersion: 2, checkedIn: 1 })).toMatchObject(moved);
    const dalian = life(senior);
    const submit = () =>
      dalian.refused('2024-06-05', 'applicant', 'submit', { ...pledged, contentVersion: 2, checkedIn: 1 });
    expect(submit()).toMatchObject(moved);
  });
});

test('lists the checks that are missing with ；where the name of one has a 、', () => {
  const check = (key: string, zh: string) => ({ key, name: { zh, en: key }, clauses: [] });
  const said = (...names: string[]) =>
    needChecks(
      names.map((zh, at) => check(`c${at}`, zh)),
      {},
    )?.message.zh;
  expect(said('学历', '资历')).toBe('尚未逐项确认：学历、资历。');
  expect(said('学历、学位', '资历')).toBe('尚未逐项确认：学历、学位；资历。');
});
