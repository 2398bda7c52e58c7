import { strFromU8, unzipSync } from 'fflate';
import type { Block } from '../../../../api/documents/blocks.ts';
import { toDocx } from '../../../../api/documents/docx.ts';
import { evaluationForm } from '../../../../api/documents/evaluation-form.ts';
import * as forms from '../../../../api/documents/forms.ts';
import type { PaperData } from '../../../../api/documents/paper.ts';
import { publicityDocument } from '../../../../api/documents/publicity.ts';
import { stagePathOf } from '../../../../domain/case/plan/compile.ts';
import { paperWords } from '../../../../domain/papers/paper-words.ts';
import { otherSeals, publicityResults } from '../../../../domain/papers/printing.ts';
import type { ApplicantFacts } from '../../../../domain/programme/facts.ts';
import type { DocumentKind } from '../../../../domain/programme/materials/materials.ts';
import type { Programme } from '../../../../domain/programme/programme.ts';
import { wholeContent } from '../../../domain/materials/material-cases.ts';
import { readDocx } from '../../../support/docx.ts';

/** A sheet of somebody with these facts, with what the programme itself has printed. */
export const sheetFor = (programme: Programme, facts: ApplicantFacts): PaperData => ({
  no: 'XX24-0000000000000000',
  programme: programme.name.zh,
  year: 2024,
  authority: programme.authority.zh,
  name: '张某',
  identity: null,
  phone: null,
  unit: '某机器人公司',
  series: '工程系列',
  specialty: '机电',
  level: '中级',
  content: wholeContent(facts),
  pledge: '',
  publicity: null,
  dossier: [],
  certificate: null,
  photo: null,
  words: paperWords(programme.papers, facts),
  otherSeals: otherSeals(stagePathOf(programme, facts)).map(({ zh }) => zh),
  publicityResults: publicityResults(programme.stages).map(({ name }) => name.zh),
});

const builders: Readonly<Record<DocumentKind, (sheet: PaperData) => Block[]>> = {
  ...forms,
  evaluationForm,
  publicityDocument: (sheet) => publicityDocument([sheet]),
};

/** A paper as a file, read back: its paragraphs, and its body as it stands in the file. */
export async function printed(kind: DocumentKind, sheet: PaperData): Promise<{ paragraphs: string[]; body: string }> {
  const file = await toDocx('表', builders[kind](sheet));
  const body = unzipSync(file)['word/document.xml'];
  if (!body) throw new Error('the file has no body');
  return { paragraphs: readDocx(file).paragraphs, body: strFromU8(body) };
}
