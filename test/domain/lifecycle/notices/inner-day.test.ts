import { describe, expect, test } from 'vitest';
import { noticesFor } from '../../../../domain/lifecycle/notices/notifications.ts';
import { remindersOf } from '../../../../domain/lifecycle/notices/reminders.ts';
import { Life, untilPosted } from '../../../lives/life.ts';

const days = (one: Life) => [...new Set(remindersOf(one.case).map(({ due }) => due))];

describe('the day that notices and reminders name', () => {
  test('LN-5.4-c: is, until the unit has posted, the last day on which five working days are left before the window closes', () => {
    const one = new Life();
    const { snapshot, deadlines, events, innerDay } = one.do('2024-07-02', 'applicant', 'submit');
    expect(deadlines[0]?.due, 'the window itself').toBe('2024-07-31');
    expect(innerDay).toBe('2024-07-23');
    const dues = noticesFor(events, { snapshot, deadlines, innerDay }).flatMap(({ params }) => params.due ?? []);
    expect(new Set(dues)).toEqual(new Set(['2024-07-23']));
    expect(days(one)).toEqual(['2024-07-23']);
  });

  test('LN-4.3-c: is that of the window again once it is posted, or where the inner day was over at the entry', () => {
    expect(new Life().run(untilPosted).do('2024-07-18', 'applicant', 'submit').innerDay ?? '2024-07-31').toBe(
      '2024-07-31',
    );
    const late = new Life();
    late.do('2024-07-29', 'applicant', 'submit');
    expect(days(late)).toEqual(['2024-07-31']);
  });
});
