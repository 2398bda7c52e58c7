import { setTimeout as pause } from 'node:timers/promises';
import type { ApplicationView } from '../../../api/applications/applications-schemas.ts';
import type { EventView } from '../../../api/events/events-schemas.ts';
import type { Problem } from '../../../api/http/common-schemas.ts';
import type { DossierView } from '../../../api/materials/dossiers-schemas.ts';
import { endOfDayAt } from '../../../domain/calendar/dates.ts';
import { labelOf } from '../../../domain/case/commands/action-labels.ts';
import type { ActInput, ActName } from '../../../domain/case/commands/acts.ts';
import { type Text, text } from '../../../domain/text.ts';
import type { Due, Refused } from '../../lives/life.ts';
import { ok, problemOf } from '../client/answers.ts';
import { expect, expectAmong, Unexpected } from '../client/expect.ts';
import type { Actor } from '../people.ts';
import { clockOf, type Row, type Timeline } from '../timeline.ts';
import type { World } from '../world.ts';

/** One application in a world. Its actions go over HTTP, and what happens is printed. */
export type Case = {
  readonly no: string;
  readonly applicant: Actor;
  readonly world: World;
  readonly show: Timeline;
  /** Prints what somebody did apart from the actions, and the result. */
  readonly tell: (by: Actor, what: Text, result: Text) => void;
  readonly view: (by?: Actor) => Promise<ApplicationView>;
  readonly events: (by?: Actor) => Promise<readonly EventView[]>;
  /** Acts; the application must then be at `to`, as `whereIs` writes it, where that is said. */
  readonly does: (by: Actor, action: ActName, to: string | undefined, body?: unknown) => Promise<ApplicationView>;
  /** Sends an action, which must be refused. */
  readonly refused: (by: Actor, action: ActName, expected: Refused, body?: unknown) => Promise<Problem>;
  /** Waits until a deadline has brought the application to `to`. */
  readonly becomes: (to: string, why: Text) => Promise<ApplicationView>;
};

const SETTLES_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 200;
const TIME: Text = { zh: '时间', en: 'Time' };
const PHASES: Readonly<Record<string, Text>> = {
  awaiting: text('待申报人提交', 'awaiting the applicant'),
  underReview: text('待审核', 'under review'),
  posted: text('公示中', 'posted'),
};

/** Where an application is: its outcome, else its stage, with the phase where there is more than `open`. */
export const whereIs = ({ outcome, stage }: ApplicationView): string =>
  outcome ?? (stage.phase === 'open' ? stage.key : `${stage.key}/${stage.phase}`);

/** The applicant; with several applications, `named` prints the applicant's name in every row. */
type Opening = { readonly no: string; readonly applicant: Actor; readonly oneOfMany: boolean };

/** The handle of an existing application. */
export function openCase(world: World, show: Timeline, { no, applicant, oneOfMany }: Opening): Case {
  const path = `/v1/applications/${no}`;
  const get = async <T>(by: Actor, more: string) =>
    ok<T>(`${path}${more}`, await world.ask(by.account, { method: 'GET', path: `${path}${more}` }));
  const view = (by = applicant) => get<ApplicationView>(by, '');
  const events = async (by = applicant) => (await get<{ items: EventView[] }>(by, '/events?limit=200')).items;
  const row = (what: Omit<Row, 'result'>, result: Text) =>
    show.row({ ...what, result: oneOfMany ? named(result) : result });
  const named = ({ zh, en }: Text) =>
    text(`${world.person(applicant.account).name}：${zh}`, `${applicant.account}: ${en}`);
  const act = (by: Actor, action: string, body?: unknown) =>
    world.ask(by.account, { method: 'POST', path: `${path}/actions/${action}`, body });
  /** The body, with the confirmations that the action requires according to the service. */
  const confirming = async (by: Actor, action: string, body: unknown) => {
    const seen = await view(by);
    const receives = seen.availableActions.some(({ name, dossier }) => name === action && dossier);
    const dossier = receives ? { delivered: wholeDossier(await get<DossierView>(by, '/dossier')) } : {};
    const all = { ...confirmationOf(seen, action), ...dossier, ...(body as object | undefined) };
    return Object.keys(all).length > 0 ? all : undefined;
  };
  return {
    no,
    applicant,
    world,
    show,
    view,
    events,
    tell: (by, what, result) => row({ at: world.now(), who: nameOf(world, by), what, mark: 'done' }, result),
    does: async (by, action, to, body) => {
      const after = ok<ApplicationView>(action, await act(by, action, await confirming(by, action, body)));
      const where = { at: world.now(), who: nameOf(world, by), what: labelOf(action) };
      row({ ...where, mark: 'done' }, resultText(after));
      if (to !== undefined) expect(`after ${action}`, whereIs(after), to);
      return after;
    },
    refused: async (by, action, expected, body) => {
      const problem = problemOf(action, await act(by, action, await confirming(by, action, body)));
      const where = { at: world.now(), who: nameOf(world, by), what: labelOf(action) };
      row({ ...where, mark: 'refused' }, refusalText(problem));
      checkRefusal(action, problem, expected);
      show.note(problem.message);
      return problem;
    },
    becomes: async (to, why) => {
      const after = await until(view, to);
      const asOf = Date.parse((await events()).findLast(({ by }) => by === 'system')?.at ?? '');
      const late = asOf < show.latest();
      const what = late ? text(`${why.zh}（${clockOf(asOf)} 起）`, `${why.en} (as of ${clockOf(asOf)})`) : why;
      row({ at: late ? world.now() : asOf, who: TIME, what, mark: 'done' }, resultText(after));
      return after;
    },
  };
}

/** All confirmations that an action requires, in the form of its body. */
export function confirmationOf(
  { availableActions }: ApplicationView,
  action: string,
): { readonly checked?: readonly string[] } {
  const required = availableActions.find(({ name }) => name === action)?.checks ?? [];
  return required.length > 0 ? { checked: required.map(({ key }) => key) } : {};
}

/** A complete paper dossier: every part of the check list, with its copies and signatures, in the printed order. */
function wholeDossier({ lines }: DossierView) {
  return lines.flatMap(({ key, copies, needed, signed }) =>
    needed ? [{ key, copies, signed: signed.map((slot) => slot.key) }] : [],
  );
}

/** An actor in a row: the role and the name. */
export const nameOf = (world: World, { account, as }: Actor): Text => ({
  zh: `${as.zh} ${world.person(account).name}`,
  en: as.en,
});

async function until(view: () => Promise<ApplicationView>, to: string): Promise<ApplicationView> {
  for (const limit = performance.now() + SETTLES_WITHIN_MS; ; ) {
    const now = await view();
    if (whereIs(now) === to) return now;
    if (performance.now() > limit) throw new Unexpected(`expected ${to} in time, it still is ${whereIs(now)}`);
    await pause(LOOK_EVERY_MS);
  }
}

/** Where an application is, for people. */
export function resultText({ outcome, outcomeLabel, referral, stage, attempts }: ApplicationView): Text {
  const decided = referral?.result?.label;
  if (decided) return text(`${decided.zh}（${outcome}）`, `${decided.en} (${outcome})`);
  if (outcome !== null) return text(`${outcomeLabel?.zh}（${outcome}）`, `${outcomeLabel?.en} (${outcome})`);
  const phase = PHASES[stage.phase];
  if (!phase) return stage.label;
  const { used, max } = attempts;
  const counted = stage.key === 'ONLINE_REVIEW' && max !== null;
  const more = counted
    ? text(`，已用 ${used}/${max} 次`, `, ${used} of ${max} used`)
    : text(stage.lastDay ? `，至 ${stage.lastDay}` : '', stage.lastDay ? ` until ${stage.lastDay}` : '');
  return text(`${stage.label.zh}（${phase.zh}${more.zh}）`, `${stage.label.en}: ${phase.en}${more.en}`);
}

/** A refusal in one line: status, code, and clauses. */
export function refusalText({ status, code, clauses, readings }: Problem): Text {
  const rules = [...clauses, ...readings].join(', ');
  return text(`不予办理 ${status} ${code}`, `refused by ${rules}`);
}

/** Throws unless a refusal is the one expected. */
export function checkRefusal(what: string, problem: Problem, expected: Refused): void {
  const { status = problem.status, code } = expected;
  expect(`${what} is refused`, `${problem.status} ${problem.code}`, `${status} ${code}`);
  expectAmong(`clauses of ${what}`, problem.clauses, expected.clauses);
  expectAmong(`readings of ${what}`, problem.readings, expected.readings ?? []);
}

/** Checks that the deadline with this key is at the end of this day, and prints it with its calculation. */
export function showsDue({ show }: Case, view: ApplicationView, expected: Due) {
  const { key, due, clauses } = expected;
  const found = view.deadlines.find((each) => each.key === key);
  if (!found) throw new Unexpected(`no deadline ${key} among ${view.deadlines.map((each) => each.key).join(', ')}`);
  expect(`due day of ${key}`, found.due, due);
  expect(`due instant of ${key}`, Date.parse(found.dueAt), endOfDayAt(due));
  expectAmong(`clauses of ${key}`, found.clauses, clauses);
  show.note(deadlineText(found));
}

/** Prints the deficiencies that a reviewer listed, as the applicant reads them, each with its rule. */
export async function showsList({ show, view }: Case, listed: NonNullable<ActInput['deficiencies']>): Promise<void> {
  const { deficiencies } = await view();
  for (const { item, clause, expected } of listed) {
    const read = deficiencies.findLast((each) => each.item === item && each.clause === clause);
    expect(`what is expected of ${item}`, read?.expected, expected);
    show.note(text(`· ${item} [${clause}]：${read?.expected}`, `  ${item} [${clause}]`));
  }
}

function deadlineText({ due, clauses, readings, countedFrom, skipped }: ApplicationView['deadlines'][number]): Text {
  const rules = [...clauses, ...readings].join(', ');
  const left = skipped.map(({ date, why }) => ({ date: date.slice(5), why }));
  const from =
    countedFrom === null ? text('', '') : text(`，自 ${countedFrom} 次日起算`, `, counted from ${countedFrom}`);
  const not =
    left.length === 0
      ? text('', '')
      : text(
          `，不计 ${left.map(({ date, why }) => `${date}（${why.zh}）`).join('、')}`,
          `, without ${left.map(({ date, why }) => `${date} (${why.en})`).join(', ')}`,
        );
  return text(`截止 ${due} 24:00${from.zh}${not.zh} [${rules}]`, `due ${due} 24:00${from.en}${not.en} [${rules}]`);
}
