import type { ApplicationView } from '../../../api/applications/applications-schemas.ts';
import { text } from '../../../domain/text.ts';
import { ok } from '../client/answers.ts';
import { expect } from '../client/expect.ts';
import type { Actor } from '../people.ts';
import type { Timeline } from '../timeline.ts';
import type { World } from '../world.ts';
import { type Case, openCase } from './case.ts';
import { wholeFormOf } from './form.ts';
import { type Wish, writeForm } from './liaoning.ts';

/** The wanted title, the place, and the answers about eligibility that differ from the usual ones. */
type Application = Wish & { readonly programme: string } & Readonly<Record<string, unknown>>;

/** The applicant; with several applications, `named` prints the applicant's name in every row. */
export type Applying = { readonly applicant: Actor; readonly application: Application; readonly oneOfMany?: boolean };

/** The usual answers: in service, no discipline, and the title of the level below for long enough. */
const usualFor = (level: string) => ({
  status: 'inService',
  discipline: { measure: 'none' },
  heldTitle: { level: level === 'mid' ? 'assistant' : 'mid', obtainedOn: '2015-12-01', series: 'engineering' },
});

/** Creates a draft of an employee of the unit, with a complete form. */
export async function apply(world: World, show: Timeline, applying: Applying): Promise<Case> {
  const { applicant, application, oneOfMany = false } = applying;
  const { unit, name } = world.person(applicant.account);
  const stated = { ...usualFor(application.level), ...application };
  const body = { ...stated, employer: unit?.id };
  const made = await world.ask(applicant.account, { method: 'POST', path: '/v1/applications', body });
  const { no } = ok<ApplicationView>('draft', made);
  const file = openCase(world, show, { no, applicant, oneOfMany });
  const form = agreeing(wholeFormOf({ ...application, unitName: unit?.name ?? name }), stated);
  expect('what the form lacks', await writeForm(file, form), []);
  file.tell(applicant, text('填写申报表', 'Fill in form'), text(`草稿 ${no}`, 'Draft'));
  return file;
}

/** The form, changed to agree with the answers about education and the present title. */
export function agreeing(form: ReturnType<typeof wholeFormOf>, answers: Readonly<Record<string, unknown>>) {
  const { currentTitle, currentTitleSince, ...summary } = form.summary;
  const titled = (answers.heldTitle as { level: string }).level === 'none' ? {} : { currentTitle, currentTitleSince };
  const { obtainedOn: graduatedOn = summary.graduatedOn } = (answers.education ?? {}) as { obtainedOn?: string };
  return {
    ...form,
    summary: { ...summary, ...titled, graduatedOn },
    education: form.education.map((each) => ({ ...each, graduatedOn })),
  };
}
