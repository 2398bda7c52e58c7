import { type Text, text } from '../../../domain/text.ts';
import { ok } from '../client/answers.ts';
import { expect } from '../client/expect.ts';
import type { Play } from '../life.ts';
import type { Actor } from '../people.ts';
import { nameOf } from './case.ts';

type Inbox = { readonly items: readonly { readonly template: string; readonly at: string; readonly subject: Text }[] };

/** Reads a person's reminders and alarms, which must be for exactly these days, and prints each with its day. */
export async function showsAlarms(
  { world, show }: Play,
  by: Actor,
  expected: { readonly template: string; readonly days: readonly string[] },
): Promise<void> {
  const answer = await world.ask(by.account, { method: 'GET', path: '/v1/notices?limit=100' });
  const found = ok<Inbox>('inbox', answer).items.filter(({ template }) => template === expected.template);
  const alarms = found.map(({ at, subject }) => ({ day: at.slice(0, 10), subject })).reverse();
  expect(`days of ${expected.template}`, alarms.map(({ day }) => day).join(', '), expected.days.join(', '));
  const count = alarms.length;
  show.row({
    at: world.now(),
    who: nameOf(world, by),
    mark: 'done',
    what: text('查看收到的提醒', 'Read the alarms'),
    result: text(`${count} 条`, `${count} there`),
  });
  for (const { day, subject } of alarms) show.note(text(`${day} ${subject.zh}`, `${day} ${subject.en}`));
}
