import { describe, expect, it } from 'vitest';
import { without } from '../../../ops/clauses/switch-off/without.ts';

const clauses = ['LN-1-a'];
const other = ['LN-1-b'];
const off = <T>(value: T) => without(value, 'LN-1-a');

describe('data without a rule', () => {
  it('is the very same where nothing names it', () => {
    const data = { stages: [{ key: 'A', kind: 'filing', next: 'B', clauses: other }] };
    expect(off(data)).toBe(data);
  });

  it.each([
    [
      'opens a window wide',
      { key: 'w', opens: '2024-07-01', closes: '2024-07-31', clauses },
      { key: 'w', opens: '2000-01-01', closes: '2099-12-31', clauses },
    ],
    [
      'moves a cut-off far away',
      { series: ['s'], date: '2024-06-30', clauses },
      { series: ['s'], date: '2099-12-31', clauses },
    ],
    ['gives a hundred chances', { window: 'w', attempts: 3, clauses }, { window: 'w', attempts: 100, clauses }],
    [
      'refers nobody elsewhere',
      { decision: 'elsewhere', specialtyClasses: ['x'], referTo: {}, clauses },
      { decision: 'here', specialtyClasses: ['x'], clauses },
    ],
    [
      'asks for no complete list',
      { next: 'A', completeList: true, clauses },
      { next: 'A', completeList: false, clauses },
    ],
    [
      'offers a specialty at every level',
      { class: 'c', name: {}, levels: ['mid'], clauses },
      { class: 'c', name: {}, clauses },
    ],
    ['leaves the label of an outcome', { label: { zh: '未通过' }, clauses }, { label: { zh: '未通过' }, clauses }],
  ])('%s', (_, element, expected) => {
    expect(off([element, { key: 'other', clauses: other }])).toEqual([expected, { key: 'other', clauses: other }]);
  });

  it('lets a publicity last a day', () => {
    const posted = { kind: 'publicity', key: 'P', workingDays: 5, next: 'N', upheldOutcome: 'X', clauses };
    expect(off([posted])).toEqual([{ ...posted, workingDays: 1 }]);
  });

  it('drops what only stands for it: a condition, a step, a check, a deadline', () => {
    const stage = { kind: 'handover', key: 'A', next: 'B', clauses: other };
    const steps = [
      { key: 's1', clauses: other },
      { key: 's2', clauses },
    ];
    const deadlines = [{ key: 'd', rule: {}, lapse: [], clauses }];
    expect(off([{ ...stage, steps, deadlines }])).toEqual([{ ...stage, steps: [steps[0]], deadlines: [] }]);
    expect(off([{ key: 'e', requires: {}, clause: 'LN-1-a' }])).toEqual([]);
  });

  it('passes by a stage that stands for it, and leaves one that names it more closely inside', () => {
    const first = { kind: 'filing', key: 'A', next: 'B', clauses: other };
    const review = { kind: 'review', key: 'B', pass: { action: 'agree', next: 'C' }, clauses };
    const last = { kind: 'certification', key: 'C', outcome: 'DONE', clauses: other };
    expect(off([first, review, last])).toEqual([{ ...first, next: 'C' }, last]);
    const closer = { ...review, return: { next: 'A', completeList: true, clauses } };
    expect(off([first, closer, last])).toEqual([
      first,
      { ...closer, return: { next: 'A', completeList: false, clauses } },
      last,
    ]);
  });

  it('offers the levels that were not offered', () => {
    const series = { key: 's', levels: ['fullSenior'], notOffered: { levels: ['mid'], message: {}, clauses } };
    expect(off({ series: [series] })).toEqual({ series: [{ key: 's', levels: ['fullSenior', 'mid'] }] });
  });
});
