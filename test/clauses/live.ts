import { expect, it } from 'vitest';
import { applicationView } from '../../api/applications/applications-schemas.ts';
import { attachmentView } from '../../api/attachments/attachments-schemas.ts';
import { eventPage } from '../../api/events/events-schemas.ts';
import { problemSchema } from '../../api/http/common-schemas.ts';
import type { Role } from '../../domain/programme/facts.ts';
import { text } from '../../domain/text.ts';
import type { Cast } from '../../ops/demo/people.ts';
import { agreeing } from '../../ops/demo/steps/apply.ts';
import { whereIs } from '../../ops/demo/steps/case.ts';
import { wholeFormOf } from '../../ops/demo/steps/form.ts';
import { type Act, type Due, passes, refuses, type Seen, type Step } from '../../ops/lives/life.ts';
import { type ApiClient, type ApiWorld, TestService, type View } from '../api/service.ts';
import { until } from '../support/until.ts';
import { isPrinted } from './ask.ts';

/** The application of a life, and who acts on it. */
type One = {
  readonly world: ApiWorld;
  readonly no: string;
  readonly as: (role: Role) => Promise<ApiClient>;
  readonly view: () => Promise<View>;
};

/** A step of a life, or what else is done or looked at. */
export type Told = Step | ((one: One) => Promise<unknown>);

/** The life of somebody as a printed sentence has it: what the person wants and states, and what happens on which day. */
export type Lived = {
  readonly id: string;
  readonly clause: string;
  readonly sentence: string;
  readonly what: string;
  readonly by: string;
  readonly cast: Cast;
  readonly wants: Readonly<Record<string, unknown>> & { readonly level: string };
  readonly steps: readonly Told[];
};

/** Every life is led over HTTP, with the printed sentence in its title. */
export function lead(authority: Parameters<typeof isPrinted>[0], lives: readonly Lived[]): void {
  it.concurrent.each(lives)('$id $clause: $what: $sentence', { timeout: 120_000 }, async (life) => {
    isPrinted(authority, life.sentence);
    const startAt = life.steps.flatMap((step) => (typeof step === 'object' && step.at) || []).at(0) ?? '';
    const world = await (await TestService.shared()).world(startAt);
    const applicant = await world.as(life.by);
    const account = (role: Role) =>
      role === 'applicant' ? life.by : (life.cast[role]?.account ?? `nobody is ${role}`);
    const no = await draftOf(world, authority, life);
    await follow(
      { world, no, as: (role) => world.as(account(role)), view: () => applicant.view(no) },
      life.steps,
      startAt,
    );
  });
}

/** Takes the steps, each at its moment. */
async function follow(one: One, steps: readonly Told[], startAt: string): Promise<void> {
  let now = startAt;
  for (const step of steps) {
    if (typeof step === 'object' && step.at !== undefined && step.at > now) {
      now = step.at;
      await one.world.moveTo(now);
    }
    try {
      await take(one, step);
    } catch (error) {
      const name = typeof step === 'function' ? 'a look' : 'does' in step ? step.does : 'time';
      throw new Error(`${now} ${name}`, { cause: error });
    }
  }
}

async function take(one: One, step: Told): Promise<unknown> {
  if (typeof step === 'function') return step(one);
  if ('corrects' in step) throw new Error('no life here corrects a form');
  if ('passes' in step) {
    const { place = '' } = step.sees ?? {};
    await until(place, async () => whereIs(await one.view()) === place).catch(() => undefined);
    return sees(one, await one.view(), step.sees);
  }
  return acts(one, step);
}

async function acts(one: One, step: Act): Promise<void> {
  const client = await one.as(step.role);
  const scan = step.does === 'uploadStampedPage' ? { attachment: await stampedPage(client, one.no) } : {};
  const answer = await client.tries(one.no, step.does, { ...step.data, ...scan });
  if (step.refused) {
    const { code, clauses, readings = [], status } = step.refused;
    const problem = answer.as(problemSchema);
    expect({ code: problem.code, clauses: problem.clauses, readings: problem.readings }).toEqual({
      code,
      clauses: expect.arrayContaining([...clauses]),
      readings: expect.arrayContaining([...readings]),
    });
    if (status) expect(answer.status).toBe(status);
    return;
  }
  expect([answer.status, answer.status === 200 ? '' : answer.body]).toEqual([200, '']);
  await sees(one, answer.as(applicationView), step.sees);
}

async function sees(one: One, view: View, { place, lastDay, attempts, due, endedAt, warning }: Seen = {}) {
  if (place !== undefined) expect(whereIs(view)).toBe(place);
  if (lastDay !== undefined) expect(view.stage.lastDay).toBe(lastDay);
  if (attempts) expect(view.attempts).toEqual(attempts);
  if (due) expectDue(view, due);
  if (warning) {
    const found = view.warnings?.find(({ code }) => code === warning.code);
    expect(found?.clauses).toEqual(expect.arrayContaining([...warning.clauses]));
    expect(found?.message.zh).toContain(warning.day);
  }
  if (endedAt === undefined) return;
  const applicant = await one.as('applicant');
  const { items } = (await applicant.get(`/v1/applications/${one.no}/events?limit=200`)).as(eventPage);
  const end = items.find(({ name }) => name === 'ended')?.at ?? '';
  expect(Date.parse(end)).toBe(Date.parse(`${endedAt}:00+08:00`));
}

function expectDue({ deadlines }: View, { key, due, clauses }: Due): void {
  const found = deadlines.find((each) => each.key === key);
  expect([found?.due, found?.clauses]).toEqual([due, expect.arrayContaining([...clauses])]);
}

async function stampedPage(client: ApiClient, no: string): Promise<string> {
  const form = new FormData();
  form.set('kind', 'stampedPage');
  form.set('file', new Blob(['%PDF-1.7\n1 0 obj\nstartxref\n']), '盖章页.pdf');
  const answer = await client.post(`/v1/applications/${no}/attachments`, form);
  return answer.as(attachmentView.omit({ createdAt: true })).id;
}

const below: Readonly<Record<string, string>> = {
  assistant: 'technician',
  mid: 'assistant',
  deputySenior: 'mid',
  fullSenior: 'deputySenior',
};

/** A draft of this person with a form in which nothing is missing. */
export async function draftOf(
  world: ApiWorld,
  programme: string,
  { by, wants }: Pick<Lived, 'by' | 'wants'>,
): Promise<string> {
  const client = await world.as(by);
  const { series = 'engineering', specialty, level, form = {}, ...stated } = wants;
  const wanted = { programme, series: String(series), specialty: String(specialty), level };
  const answers = { heldTitle: { level: below[level], obtainedOn: '2015-12-01', series }, ...stated };
  const usual = { employer: await world.unitOf(by), status: 'inService', discipline: { measure: 'none' } };
  const made = await client.post('/v1/applications', { ...wanted, ...usual, ...answers });
  expect([made.status, made.status === 201 ? '' : made.body]).toEqual([201, '']);
  const { no } = made.as(applicationView);
  const usualForm = wholeFormOf({ ...wanted, unitName: await unitName(world, by) }, form as Record<string, unknown>);
  const whole = agreeing(usualForm, answers);
  const works = whole.achievements.map((each) => ({ ...each, title: `${each.title}（${by}）` }));
  const written = await client.put(`/v1/applications/${no}/form`, { ...whole, achievements: works });
  expect([written.status, written.status === 200 ? '' : written.body]).toEqual([200, '']);
  return no;
}

async function unitName(world: ApiWorld, account: string): Promise<string> {
  const { items } = (await world.anyone.get('/demo/accounts')).body as {
    items: { account: string; unit: { name: string } | null }[];
  };
  return items.find((each) => each.account === account)?.unit?.name ?? '';
}

/** The act is refused, by these clauses. */
export const isRefused = (act: Act, code: string, ...clauses: readonly string[]): Act =>
  refuses(act, { code, clauses });

/** Time alone has brought it there, or ended it as of a moment. */
export const time = (at: string, place: string, endedAt?: string) => passes(at, text('时间', 'Time'), place, endedAt);

/** The objection that is open is concluded, which leads to this place. */
export const concludes =
  (role: Role, upheld: boolean, place: string): Told =>
  async (one) => {
    const client = await one.as(role);
    const open = (await client.view(one.no)).objections?.find((each) => each.open);
    const view = await client.does(one.no, 'concludeObjection', {
      objection: open?.id,
      upheld,
      reason: '经调查核实。',
    });
    expect(whereIs(view)).toBe(place);
  };
