import type { ApplicationView } from '../../../api/applications/applications-schemas.ts';
import type { ActName } from '../../../domain/case/commands/acts.ts';
import { text } from '../../../domain/text.ts';
import { type Act, type Seen, type Step, timed } from '../../lives/life.ts';
import { expect, expectAmong, Unexpected } from '../client/expect.ts';
import type { Actor, Cast } from '../people.ts';
import { type Case, showsDue, showsList } from './case.ts';
import { pdf } from './files.ts';
import { attach, correctForm } from './liaoning.ts';
import { forwardTogether, post } from './posting.ts';

/** An application of a life, who acts on it, and the steps it takes. */
export type Part = { readonly one: Case; readonly cast: Cast; readonly steps: readonly Step[] };
type Next = Omit<Part, 'steps'> & { readonly step: Step };

/** Takes the steps of all parts, which share a world, each at its moment; the same step of several at one moment is taken together. */
export async function walk(...parts: readonly Part[]): Promise<void> {
  const world = parts[0]?.one.world;
  const open = parts.map(({ steps, ...part }) => ({ ...part, steps: [...timed(steps)] }));
  for (const at of new Set(open.flatMap(({ steps }) => steps.map((step) => step.at)).toSorted())) {
    if (at !== '' && Date.parse(`${at}:00+08:00`) > (world?.now() ?? 0)) await world?.advance(at);
    for (;;) {
      const due = open.filter(({ steps }) => steps[0]?.at === at);
      const what = kindOf(due[0]?.steps[0]);
      const together = due.filter(({ steps }) => kindOf(steps[0]) === what);
      if (together.length === 0) break;
      await takeTogether(
        together.flatMap(({ one, cast, steps }) => steps.splice(0, 1).map((step) => ({ one, cast, step }))),
      );
    }
  }
}

/** What makes two steps the same. */
function kindOf(step: Step | undefined): string {
  if (!step) return '';
  if (!('does' in step)) return 'passes' in step ? 'time' : 'form';
  return `${step.role} ${step.refused ? 'may not' : 'does'} ${step.does}`;
}

async function takeTogether(all: readonly Next[]): Promise<void> {
  const [first] = all;
  if (!first) return;
  const { step, cast } = first;
  const files = all.map(({ one }) => one);
  const act = 'does' in step && !step.refused ? step : undefined;
  if (act?.does === 'postPublicity' && act.role === 'unitHr') await posts(files, actorOf(first, act), act);
  else if (act?.does === 'forward' && cast.preliminaryAuthority && all.length > 1)
    await forwardTogether(files, cast.preliminaryAuthority, act.sees?.place ?? '');
  else for (const each of all) await take(each);
}

function actorOf({ one, cast }: Omit<Next, 'step'>, { role }: Act): Actor {
  const found = role === 'applicant' ? one.applicant : cast[role];
  if (!found) throw new Unexpected(`nobody acts as ${role}`);
  return found;
}

async function take(next: Next): Promise<void> {
  const { one, step } = next;
  if ('corrects' in step) await correctForm(one, step.corrects);
  else if ('passes' in step) await expectSeen(one, await one.becomes(step.sees?.place ?? '', step.passes), step.sees);
  else if (step.refused) await one.refused(actorOf(next, step), step.does as ActName, step.refused, step.data);
  else await acts(next, step);
  if (step.note) one.show.note(step.note);
}

async function acts(next: Next, step: Act): Promise<void> {
  const { one } = next;
  // Whoever acts confirms what the service asks of this application.
  const { checked: _, ...said } = step.data ?? {};
  const body = step.does === 'uploadStampedPage' ? { attachment: await scan(one) } : said;
  const after = await one.does(actorOf(next, step), step.does as ActName, step.sees?.place, body);
  if (said.deficiencies) await showsList(one, said.deficiencies);
  await expectSeen(one, after, step.sees);
}

const scan = (one: Case) =>
  attach(one, one.applicant, { kind: 'stampedPage', name: '盖章页.pdf', content: pdf('Page 7') });

async function posts(files: readonly Case[], hr: Actor, { sees: seen = {} }: Act): Promise<void> {
  const warnings = await post(files, hr);
  const { warning } = seen;
  expect(
    'warnings of the posting',
    warnings.map(({ code }) => code),
    warning ? files.map(() => warning.code) : [],
  );
  for (const { clauses, message } of warnings) {
    expectAmong('clauses of the warning', clauses, warning?.clauses ?? []);
    for (const words of [message.zh, message.en])
      expect('the latest posting day is told', words.includes(warning?.day ?? ''), true);
    const rules = clauses.join(', ');
    files[0]?.show.note(text(`注意：${message.zh} [${rules}]`, `note: ${message.en} [${rules}]`));
  }
  for (const one of files) await expectSeen(one, await one.view(), seen);
}

/** What the life says must be seen is there; a deadline is printed. */
async function expectSeen(
  one: Case,
  view: ApplicationView,
  { lastDay, attempts, endedAt, due }: Seen = {},
): Promise<void> {
  if (lastDay !== undefined) expect('last day for objections', view.stage.lastDay, lastDay);
  if (attempts) expect('attempts', view.attempts, attempts);
  if (due) showsDue(one, view, due);
  if (endedAt === undefined) return;
  const end = (await one.events()).find(({ name }) => name === 'ended');
  expect('the instant of the end', Date.parse(end?.at ?? ''), Date.parse(`${endedAt}:00+08:00`));
}
