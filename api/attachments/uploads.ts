import { extname } from 'node:path';
import type { RequestHandler } from 'express';
import { fileTypeFromBuffer } from 'file-type';
import multer from 'multer';
import { plainText } from '../../domain/plain-text.ts';
import { type Text, text } from '../../domain/text.ts';
import { badRequest, HttpError, invalid } from '../http/errors.ts';
import { maxFileBytes, maxFilesKept, maxUploads } from '../http/limits.ts';
import { atMostAtOnce } from './at-once.ts';
import { hasPdfHeader, pdfProblem } from './pdf.ts';
import { readSpooled, type Spooled, spool, unspool } from './upload-folder.ts';

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
export type SentFile = { readonly name: string; readonly mediaType: string; readonly data: Buffer };

const inTurn = atMostAtOnce(maxFilesKept);

const reader = multer({
  storage: { _handleFile: spoolFile, _removeFile: removeFile },
  limits: {
    fileSize: maxFileBytes,
    files: 1,
    fields: 5,
    fieldSize: 1000,
    fieldNameSize: 100,
    parts: 6,
    headerPairs: 20,
  },
  defParamCharset: 'utf8',
}).single('file');

/** How many requests of this process send a file now. */
let sending = 0;

/** Reads the fields of a request, and its one file to disk, where it stays until the request has ended; every failure is a problem that says what is wrong. */
export const readUpload: RequestHandler = (request, response, next) => {
  if (sending >= maxUploads) throw tooManyUploads();
  sending += 1;
  response.once('close', () => {
    sending -= 1;
    const spooled = spooledOf(request.file);
    // A file that cannot be removed now is removed with its folder.
    if (spooled) unspool(spooled).catch(() => undefined);
  });
  reader(request, response, (error: unknown) =>
    next(error === undefined || error === null ? undefined : asProblem(error)),
  );
};

type Stored = Partial<Express.Multer.File> & { readonly spooled: Spooled };

/** The upload on disk behind a file of a request. */
const spooledOf = (file: Partial<Express.Multer.File> | undefined): Spooled | undefined =>
  (file as Stored | undefined)?.spooled;

function spoolFile(
  _request: unknown,
  file: Express.Multer.File,
  done: (error?: unknown, info?: Partial<Express.Multer.File>) => void,
): void {
  spool(file.stream).then((spooled) => done(null, { size: spooled.size, spooled } as Stored), done);
}

function removeFile(_request: unknown, file: Express.Multer.File, done: (error: Error | null) => void): void {
  const spooled = spooledOf(file);
  (spooled ? unspool(spooled) : Promise.resolve()).then(() => done(null), done);
}

/** Runs `keep` with the file of a request, read and checked; only a few at once, because each holds the file several times in memory. */
export async function withSentFile<T>(
  { file, kind }: { readonly file: Express.Multer.File | undefined; readonly kind: string },
  keep: (file: SentFile) => Promise<T>,
): Promise<T> {
  return await inTurn(async () => {
    const spooled = spooledOf(file);
    const read = file && spooled ? { ...file, buffer: await readSpooled(spooled) } : undefined;
    return await keep(await sentFile(read, kind));
  });
}

function asProblem(error: unknown): HttpError {
  const code = (error as { code?: unknown }).code;
  if (code === 'LIMIT_FILE_SIZE') {
    return new HttpError(413, 'FILE_TOO_LARGE', text('文件不得超过10 MiB。', 'A file may have 10 MiB at most.'));
  }
  if (typeof code === 'string' && code.startsWith('LIMIT_')) {
    return invalid([
      {
        path: '/file',
        message: text('须恰好上传一个文件（字段 file）。', 'Exactly one file is sent, in the field `file`.'),
      },
    ]);
  }
  return badRequest('MALFORMED_UPLOAD', text('上传内容不完整或格式错误。', 'The upload is incomplete or malformed.'));
}

/** The checked file of a request: present, not empty, of an allowed type by content, and with a matching extension. */
async function sentFile(file: Express.Multer.File | undefined, kind: string): Promise<SentFile> {
  if (!file || file.size === 0) {
    throw invalid([{ path: '/file', message: text('缺少文件或文件为空。', 'The file is missing or empty.') }]);
  }
  const recognised = (await fileTypeFromBuffer(file.buffer))?.mime;
  const mediaType = recognised ?? (hasPdfHeader(file.buffer) ? pdfType : '');
  const extensions = allowed[mediaType];
  if (!extensions) throw wrongType();
  const name = harmlessName(file.originalname);
  if (!extensions.includes(extname(name).toLowerCase())) {
    throw invalid([
      {
        path: '/file',
        message: text(
          `文件扩展名与内容（${mediaType}）不符。`,
          `The extension does not go with the content (${mediaType}).`,
        ),
      },
    ]);
  }
  const problem = await contentProblem(kind, mediaType, file.buffer);
  if (problem) throw invalid([{ path: '/file', message: problem }]);
  return { name, mediaType, data: file.buffer };
}

/** Why a file of an allowed type is not taken. */
async function contentProblem(kind: string, mediaType: string, data: Buffer): Promise<Text | null> {
  if (data.includes(virusTest)) return virus;
  if (mediaType !== pdfType) return null;
  return kind === 'photo' ? noPhoto : pdfProblem(data);
}

/** The last part of a path, without control and invisible characters, at most 120 characters, its extension kept. */
function harmlessName(original: string): string {
  const last = plainText(original.toWellFormed()).replaceAll(controls, '').split(/[/\\]/).at(-1)?.trim() ?? '';
  const extension = extname(last).slice(0, 10);
  const stem = last.slice(0, last.length - extname(last).length).replaceAll(/["<>:|?*]/g, '_');
  return `${[...stem].slice(0, 100).join('') || 'file'}${extension}`;
}

const virus = text('文件含有病毒特征，不予接收。', 'The file bears the mark of a virus and is not taken.');
const noPhoto = text('证件照须为 JPEG 或 PNG 图片。', 'The photograph is a JPEG or PNG image.');

const wrongType = () =>
  new HttpError(
    415,
    'WRONG_FILE_TYPE',
    text(
      '只接受 PDF、JPEG、PNG 文件（按内容识别）。',
      'Only PDF, JPEG and PNG files are taken, recognised by their content.',
    ),
  );

const tooManyUploads = () =>
  new HttpError(
    503,
    'TOO_MANY_UPLOADS',
    text(
      '正在上传的文件过多，请稍后用同一幂等键重试。',
      'Too many files are being sent now: repeat later with the same key.',
    ),
    { headers: { 'Retry-After': '5' } },
  );
