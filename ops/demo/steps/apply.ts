import type { ApplicationView } from '../../../api/applications/applications-schemas.ts';
import { text } from '../../../domain/text.ts';
import { ok } from '../answers.ts';
import { expect } from '../expect.ts';
import type { Actor } from '../people.ts';
import type { Timeline } from '../timeline.ts';
import type { World } from '../world.ts';
import { type Case, openCase } from './case.ts';
import { wholeFormOf } from './form.ts';
import { type Wish, writeForm } from './liaoning.ts';

/** What someone applies for, where, and what is told for the rules of applying beside the usual. */
export type Application = Wish & { readonly programme: string } & Readonly<Record<string, unknown>>;

/** Who applies; one of many has its applicant's name in every row. */
export type Applying = { readonly applicant: Actor; readonly application: Application; readonly oneOfMany?: boolean };

/** In service, under no discipline, and with the title of the level below for long enough. */
const usual = {
  status: 'inService',
  discipline: { measure: 'none' },
  heldTitle: { level: 'assistant', obtainedOn: '2015-12-01', series: 'engineering' },
} as const;

/** A draft of someone employed by the own unit, with a form in which nothing is missing. */
export async function apply(world: World, show: Timeline, applying: Applying): Promise<Case> {
  const { applicant, application, oneOfMany = false } = applying;
  const { unit, name } = world.person(applicant.account);
  const body = { ...usual, ...application, employer: unit?.id };
  const made = await world.ask(applicant.account, { method: 'POST', path: '/v1/applications', body });
  const { no } = ok<ApplicationView>('draft', made);
  const file = openCase(world, show, { no, applicant, oneOfMany });
  const form = agreeing(wholeFormOf({ ...application, unitName: unit?.name ?? name }), { ...usual, ...application });
  expect('what the form lacks', await writeForm(file, form), []);
  file.tell(applicant, text('填写申报表', 'Fill in form'), text(`草稿 ${no}`, 'Draft'));
  return file;
}

/** The form of whoever told another education, or that there is no title yet. */
function agreeing(form: ReturnType<typeof wholeFormOf>, told: Readonly<Record<string, unknown>>) {
  const { currentTitle, currentTitleSince, ...summary } = form.summary;
  const titled = (told.heldTitle as { level: string }).level === 'none' ? {} : { currentTitle, currentTitleSince };
  const { obtainedOn: graduatedOn = summary.graduatedOn } = (told.education ?? {}) as { obtainedOn?: string };
  return {
    ...form,
    summary: { ...summary, ...titled, graduatedOn },
    education: form.education.map((each) => ({ ...each, graduatedOn })),
  };
}
