import type { ApplicationView } from '../../../api/applications/applications-schemas.ts';
import { text } from '../../../domain/text.ts';
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

/** The printed text of the pledge (LN-6.5-a). */
const pledge =
  '本人承诺：所提供的个人信息和申报材料真实准确，对因提供有关信息、证件不实或违反有关规定造成的后果，责任自负，并按有关规定接受相关处罚';

/** An invented person's form: annex 1, part 1, and one achievement. */
const formOf = ({ title, files, evidence }: { title: string; files: readonly string[]; evidence: string }) => ({
  summary: {
    gender: 'male',
    bornOn: '1982-03-14',
    education: '大学本科',
    degree: '工学硕士',
    graduatedFrom: '东北某大学（虚构）',
    currentTitle: '工程师',
    currentTitleSince: '2018-12-01',
    position: '智能装备研发',
  },
  achievements: [
    {
      id: 'achievement-1',
      title,
      category: 'project',
      role: 'lead',
      from: '2020-03',
      to: '2023-11',
      content: '主持总体方案与控制器设计，完成样机验收。',
      evidence: [evidence],
      proofs: [
        { kind: 'projectInitiation', sealedOn: '2020-03-10', roleShown: 'lead' },
        { kind: 'acceptance', sealedOn: '2023-11-28', file: evidence },
      ],
      conditions: ['1'],
    },
  ],
  documents: files,
  contribution: '任现职以来主持研发项目一项。',
  secrets: 'none',
  pledge: { version: 'liaoning-diit-2024', text: pledge },
});

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
