import { extname } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { plainText } from '../../domain/plain-text.ts';
import { type Text, text } from '../../domain/text.ts';
import { HttpError, invalid } from '../http/errors.ts';
import type { Scanner } from '../http/route.ts';
import { imageProblem } from './images.ts';
import { hasPdfHeader, pdfProblem } from './pdf.ts';

/** The allowed types of files by content, with their extensions. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
};
const pdfType = 'application/pdf';
/** The part by which the harmless test file of the virus scanners (EICAR) is known; in two parts, so that no scanner finds it here. */
const virusTest = ['EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE'].join('');
/** Characters that a file name is better off without. */
const controls = /[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]/gu;

/** An uploaded file: with a safe name, and its type by its content. */
export type CheckedFile = { readonly name: string; readonly mediaType: string; readonly data: Buffer };

/** A file as it was sent, and what it is sent as. */
type SentFile = { readonly name: string; readonly data: Buffer; readonly kind: string };

/** Checks a file: not empty, of an allowed type by content, with a matching extension, whole, and without a virus where there is a scanner; throws a problem that says what is wrong. */
export async function checkedFile({ name: sent, data, kind }: SentFile, scanner: Scanner | null): Promise<CheckedFile> {
  if (data.length === 0) throw wrong(empty);
  const recognised = (await fileTypeFromBuffer(data).catch(() => undefined))?.mime;
  const mediaType = recognised ?? (hasPdfHeader(data) ? pdfType : '');
  const extensions = allowed[mediaType];
  if (!extensions) throw wrongType(mediaType);
  const name = harmlessName(sent);
  if (!extensions.includes(extname(name).toLowerCase())) throw wrong(otherExtension(mediaType));
  const problem = await contentProblem(kind, mediaType, data);
  if (problem) throw wrong(problem);
  await refuseVirus(data, scanner);
  return { name, mediaType, data };
}

/** Throws where a file holds a virus or the test mark of one. */
export async function refuseVirus(data: Buffer, scanner: Scanner | null): Promise<void> {
  const found = data.includes(virusTest) ? 'EICAR' : await scanner?.virusIn(data);
  if (found) throw wrong(virus(found));
}

/** Throws where nothing was sent. */
export const noFile = (): HttpError => wrong(empty);

/** Why a file of an allowed type is not taken. */
async function contentProblem(kind: string, mediaType: string, data: Buffer): Promise<Text | null> {
  if (data.includes(virusTest)) return virus('EICAR');
  if (mediaType !== pdfType) return imageProblem(data);
  return kind === 'photo' ? noPhoto : pdfProblem(data);
}

/** The last part of a path, without control and invisible characters, at most 120 characters, its extension kept. */
function harmlessName(original: string): string {
  const last = plainText(original.toWellFormed()).replaceAll(controls, '').split(/[/\\]/).at(-1)?.trim() ?? '';
  const extension = extname(last).slice(0, 10);
  const stem = last.slice(0, last.length - extname(last).length).replaceAll(/["<>:|?*]/g, '_');
  return `${[...stem].slice(0, 100).join('') || 'file'}${extension}`;
}

const wrong = (message: Text): HttpError => invalid([{ path: '/file', message }]);

const empty = text('缺少文件或文件为空。', 'The file is missing or empty.');
const otherExtension = (mediaType: string): Text =>
  text(`文件扩展名与内容（${mediaType}）不符。`, `The extension does not go with the content (${mediaType}).`);
const virus = (name: string): Text =>
  text(
    `文件含有病毒或其测试特征（${name}），不予接收。`,
    `The file holds a virus or the test mark of one (${name}) and is not taken.`,
  );
const noPhoto = text('证件照须为 JPEG 或 PNG 图片。', 'The photograph is a JPEG or PNG image.');

const wrongType = (mediaType: string) =>
  new HttpError(
    415,
    'WRONG_FILE_TYPE',
    text(
      `只接受 PDF、JPEG、PNG 文件（按内容识别${mediaType ? `，所传为 ${mediaType}` : ''}）。`,
      `Only PDF, JPEG and PNG files are taken, recognised by their content${mediaType ? `; this one is ${mediaType}` : ''}.`,
    ),
  );
