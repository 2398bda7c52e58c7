import { describe, expect, test } from 'vitest';
import { calendar } from '../../../config/calendars.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { rightRemoved, stoppedRefusal, voidRefusal } from '../../../domain/committee/measures.ts';
import { measureKeys } from '../../../domain/programme/stages/committee-year.ts';
import { type Step, Year } from '../../lives/committee-year.ts';
import { lianyungangLife, untilResult } from '../../lives/lianyungang.ts';

const { stages, timeline, committeeYear: rules } = lianyungang2024;
const session = stages.find((stage) => stage.kind === 'session');
if (!rules || !session) throw new Error('Lianyungang prints the year of its committees');

const meetingOn = '2024-10-15';
const reasoned = { reasoned: true, text: 'text-1' };
const held: readonly Step[] = [
  ['2024-05-20', 'proposeNotice'],
  ['2024-05-25', 'countersign'],
  ['2024-05-28', 'publishNotice', { checked: ['ownSite', 'talentPlatform'] }],
  ['2024-10-05', 'reportOpening', { meetingOn, checked: ['openingReport', 'roster'], passRate: 7_000 }],
  ['2024-10-10', 'approveOpening', { meetingOn }],
];
const year = () => new Year({ rules, session, timeline, calendar, committee: 'row-60' }).run(...held);
const measured = (one: Year) => ({ year: one.state, rules });

describe('LYG-5.3-b: the measures against an office that neglects its duty', () => {
  test('are the four that are printed, taken by the title office with a reason', () => {
    expect(measureKeys).toHaveLength(4);
    expect(year().refused('2024-10-16', 'takeMeasure', { measure: 'stopReview' })).toMatchObject({
      code: 'REASON_MISSING',
      clauses: ['LYG-5.3-b'],
    });
    const mine = { measure: 'stopReview', ...reasoned } as const;
    expect(year().refused('2024-10-16', 'takeMeasure', mine, 'committeeOffice').code).toBe('NOT_YOURS');
  });

  test('an order to correct has a day that is to come, and stops nothing', () => {
    const order = { measure: 'correctBy', ...reasoned } as const;
    expect(year().refused('2024-10-16', 'takeMeasure', order).code).toBe('INVALID_DATA');
    expect(year().refused('2024-10-16', 'takeMeasure', { ...order, until: '2024-10-16' }).code).toBe('INVALID_DATA');
    const one = year().run(['2024-10-16', 'takeMeasure', { ...order, until: '2024-10-31' }]);
    expect(one.state.measures).toEqual([
      { measure: 'correctBy', on: '2024-10-16', until: '2024-10-31', liftedOn: null },
    ]);
    expect(stoppedRefusal(measured(one))).toBeNull();
  });

  test.each(['stopReview', 'removeRight'] as const)('%s stops every further step until it is lifted', (measure) => {
    const one = year().run(['2024-10-16', 'takeMeasure', { measure, ...reasoned }]);
    expect(one.refused('2024-10-16', 'announceResults', { meetingOn })).toMatchObject({ clauses: ['LYG-5.3-b'] });
    expect(one.refused('2024-10-16', 'takeMeasure', { measure, ...reasoned }).code).toBe('ACTION_NOT_HERE');
    expect(stoppedRefusal(measured(one))).toMatchObject({ code: 'NOT_OPENED', clauses: ['LYG-5.3-b'] });
    expect(rightRemoved(measured(one)) === null).toBe(measure === 'stopReview');
    one.run(['2024-10-20', 'liftMeasure', { measure, ...reasoned }], ['2024-10-20', 'announceResults', { meetingOn }]);
    expect(stoppedRefusal(measured(one))).toBeNull();
  });

  test('results are declared void of a meeting that was held, for good, and its results are not announced', () => {
    const voided = { measure: 'voidResults', ...reasoned } as const;
    expect(year().refused('2024-10-14', 'takeMeasure', { ...voided, meetingOn }).code).toBe('INVALID_DATA');
    expect(year().refused('2024-10-16', 'takeMeasure', voided).code).toBe('INVALID_DATA');
    const one = year().run(['2024-10-16', 'takeMeasure', { ...voided, meetingOn }]);
    expect(voidRefusal(measured(one), meetingOn)).toMatchObject({ clauses: ['LYG-5.3-b'] });
    expect(voidRefusal(measured(one), '2024-11-15')).toBeNull();
    expect(one.refused('2024-10-16', 'announceResults', { meetingOn }).clauses).toEqual(['LYG-5.3-b']);
    expect(one.refused('2024-10-16', 'liftMeasure', voided).code).toBe('ACTION_NOT_HERE');
  });

  test('a void result is set aside by the title office, and the committee reviews the case again', () => {
    const life = lianyungangLife().run(untilResult);
    expect(life.refused('2024-10-16', 'committeeOffice', 'voidResult').code).toBe('NOT_YOURS');
    life.do('2024-10-16', 'cityTitleOffice', 'voidResult');
    expect([life.stage, life.case.result]).toEqual(['COMMITTEE_REVIEW', null]);
    const early = lianyungangLife().run(untilResult.slice(0, -1));
    expect(early.refused('2024-10-14', 'cityTitleOffice', 'voidResult')).toMatchObject({ clauses: ['LYG-5.3-b'] });
  });
});
