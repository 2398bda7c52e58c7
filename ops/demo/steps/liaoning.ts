import type { ApplicationView } from '../../../api/applications/applications-schemas.ts';
import { text } from '../../../domain/text.ts';
import { formOf } from '../../lives/liaoning/form.ts';
import { ok } from '../client/answers.ts';
import type { Answer } from '../client/client.ts';
import { expect } from '../client/expect.ts';
import type { Actor } from '../people.ts';
import type { Timeline } from '../timeline.ts';
import type { World } from '../world.ts';
import { type Case, openCase } from './case.ts';
import { pdf, png } from './files.ts';

/** The wanted title. */
export type Wish = { readonly series: string; readonly specialty: string; readonly level: string };

/** The programme of these lives. */
export const PROGRAMME = 'liaoning-diit-2024';

/** Creates a draft for an applicant who is employed by the unit. */
export const askForDraft = (world: World, applicant: Actor, wish: Wish): Promise<Answer> =>
  world.ask(applicant.account, {
    method: 'POST',
    path: '/v1/applications',
    body: { programme: PROGRAMME, ...wish, status: 'inService', employer: world.person(applicant.account).unit?.id },
  });

type Wanted = {
  readonly applicant: Actor;
  readonly wish: Wish;
  readonly oneOfMany?: boolean;
  /** The title of the only achievement. */
  readonly title?: string;
};

/** Creates a draft with a complete form and its files. */
export async function draft(world: World, show: Timeline, wanted: Wanted) {
  const { applicant, wish, oneOfMany = false } = wanted;
  const { no } = ok<ApplicationView>('draft', await askForDraft(world, applicant, wish));
  const file = openCase(world, show, { no, applicant, oneOfMany });
  const files = [
    await attach(file, applicant, { kind: 'photo', name: '照片.png', content: png() }),
    await attach(file, applicant, { kind: 'titleCertificate', name: '职称证书.pdf', content: pdf('Title') }),
  ];
  const evidence = await attach(file, applicant, {
    kind: 'evidence',
    name: '验收证书.pdf',
    content: pdf('Acceptance'),
  });
  const { title = `${world.person(applicant.account).name}主持的重载搬运机器人控制系统研制（虚构）` } = wanted;
  const missing = await writeForm(file, formOf({ title, files, evidence }));
  expect('what the form lacks', missing, []);
  const what = text('填写申报表，上传附件', 'Fill in form, attach files');
  file.tell(applicant, what, text(`草稿 ${no}`, 'Draft'));
  return file;
}

/** Uploads a file and returns its id. */
export async function attach(
  { world, no }: Case,
  by: Actor,
  file: { kind: string; name: string; content: Blob },
): Promise<string> {
  const body = new FormData();
  body.set('kind', file.kind);
  body.set('file', file.content, file.name);
  const answer = await world.ask(by.account, { method: 'POST', path: `/v1/applications/${no}/attachments`, body });
  return ok<{ id: string }>(file.name, answer).id;
}

/** Writes the whole form and returns what it still lacks. */
export async function writeForm({ world, no, applicant }: Case, body: unknown): Promise<readonly unknown[]> {
  const answer = await world.ask(applicant.account, { method: 'PUT', path: `/v1/applications/${no}/form`, body });
  return ok<{ missing: unknown[] }>('form', answer).missing;
}

/** Reads the form, changes it and writes it back as the applicant. */
export async function correctForm(file: Case, change: Readonly<Record<string, unknown>>): Promise<void> {
  const { world, no, applicant } = file;
  const answer = await world.ask(applicant.account, { method: 'GET', path: `/v1/applications/${no}/form` });
  const { form, editable } = ok<{ form: Record<string, unknown>; editable: boolean }>('form', answer);
  expect('the form may be corrected', editable, true);
  await writeForm(file, { ...form, ...change });
  const result = text('新版本已保存', 'a new version is kept');
  const what = text('修改申报表', 'Correct the form');
  file.tell(applicant, what, result);
}
