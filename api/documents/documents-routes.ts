import type { z } from 'zod';
import { stateOf } from '../../commands/preparing/case-now.ts';
import { findContent } from '../../db/applications/contents.ts';
import type { CaseState } from '../../domain/case/case.ts';
import { stageIndex } from '../../domain/case/plan/compiled-stages.ts';
import { notPrintedYet, type Progress, ruleOfDocument } from '../../domain/papers/printing.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { DocumentKind } from '../../domain/programme/materials/materials.ts';
import { onApplication } from '../access/on-application.ts';
import { mayReadForm } from '../access/readers.ts';
import { wholeApplication } from '../applications/load.ts';
import { HttpError, notFound } from '../http/errors.ts';
import type { Asking } from '../http/route.ts';
import { defineRoute, type Reply, type Services } from '../http/route.ts';
import type { Block } from './blocks.ts';
import { ofDocument } from './documents-schemas.ts';
import { docxType, toDocx } from './docx.ts';
import { evaluationForm } from './evaluation-form.ts';
import {
  bagLabel,
  continuingEducationForm,
  declarationForm,
  dossierChecklist,
  exceptionalForm,
  recommendationForm,
  stampedPage,
} from './forms.ts';
import type { PaperData } from './paper.ts';
import { type PaperDataOf, paperDataOf } from './paper-data.ts';
import { publicityDocument } from './publicity.ts';

const tag = 'documents';
const tagLength = 24;

const builders: Readonly<Record<DocumentKind, (sheet: PaperData) => Block[]>> = {
  evaluationForm,
  recommendationForm,
  exceptionalForm,
  declarationForm,
  continuingEducationForm,
  bagLabel,
  publicityDocument: (sheet) => publicityDocument([sheet]),
  dossierChecklist,
  stampedPage,
};
const titles: Readonly<Record<DocumentKind, string>> = {
  evaluationForm: '专业技术资格评定表',
  recommendationForm: '专业技术资格报评推荐表',
  exceptionalForm: '破格评定人员审核表',
  declarationForm: '专业技术资格评审申报表',
  continuingEducationForm: '继续教育考核登记表',
  bagLabel: '材料袋封面',
  publicityDocument: '公示文件',
  dossierChecklist: '申报材料清单',
  stampedPage: '评定表盖章页',
};

/** Who may get a paper: everybody who reads the form; the association only the page that it seals (LN-5.6-e). */
const mayHave = (kind: DocumentKind, roles: readonly Role[]): boolean =>
  mayReadForm(roles) && (kind === 'stampedPage' || roles.some((role) => role !== 'association'));

const hasPaper = onApplication(
  'Whoever reads the form; the association only the page it seals.',
  (seen, { params: { kind } }: Asking<z.infer<typeof ofDocument>>) => (mayHave(kind, seen.roles) ? seen : null),
);

/** Whether a case has passed a stage: its current stage, or that of its end, comes after it. */
function progressOf(state: CaseState): Progress {
  const { plan, stage, ended, submission } = state;
  const at = plan ? stageIndex(plan, ended?.stage ?? stage?.key ?? '') : -1;
  return { submitted: submission !== null, passed: (key) => plan !== null && at > stageIndex(plan, key) };
}

/** A paper as an answer; its ETag is made of its content. */
export const paperReply = async ({ vault }: Services, name: string, blocks: readonly Block[]): Promise<Reply> => ({
  status: 200,
  etag: vault.hash(JSON.stringify(blocks)).slice(0, tagLength),
  raw: { type: docxType, data: await toDocx(name, blocks), filename: `${name}.docx` },
});
/** The answers of a route that returns a paper. */
export const paperAnswers = {
  200: { description: 'The paper', contentType: docxType, headers: ['ETag'] },
} as const;

/** The data for a paper of one application; throws a 404 if there is no such paper, a 409 with the clause if it cannot be printed yet. */
export async function partsOf(
  services: Services,
  no: string,
  kind: DocumentKind,
  roles: readonly Role[],
): Promise<PaperDataOf> {
  const row = await wholeApplication(services, no);
  const programme = services.programmes.get(row.programme);
  const rule = programme ? ruleOfDocument(programme.materials ?? [], row, kind) : null;
  if (!programme || !rule) throw notFound();
  const state = stateOf(row, services.deps.calendar);
  const early = notPrintedYet(rule, progressOf(state));
  if (early) throw new HttpError(409, 'NOT_PRINTED_YET', early.message, { clauses: [early.clause] });
  const drafting = rule.prints.after === 'draft' && roles.includes('applicant');
  const version = drafting ? row.contentVersion : state.submission?.contentVersion;
  const content = version === undefined ? null : await findContent(services.db, no, version);
  if (!content) throw notFound();
  return { row, programme, content, roles, kind };
}

/** The printed papers, built on request from the submitted content. */
export const documentRoutes = [
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/documents/:kind',
    summary:
      'A printed form of one application, DOCX in Chinese; the forms of the dossier only after the approval online.',
    tag,
    access: 'login',
    may: hasPaper,
    params: ofDocument,
    answers: { ...paperAnswers, 409: { description: 'It is not printed yet, with the clause' } },
    handle: async ({ params: { no, kind }, granted: { roles }, services }) => {
      const sheet = await paperDataOf(services, await partsOf(services, no, kind, roles));
      return paperReply(services, `${titles[kind]}-${sheet.name}`, builders[kind](sheet));
    },
  }),
];
