import type { RequestHandler } from 'express';
import multer from 'multer';
import { text } from '../../domain/text.ts';
import { badRequest, HttpError, invalid } from '../http/errors.ts';
import { maxFileBytes, maxFilesKept, maxUploads } from '../http/limits.ts';
import type { Scanner } from '../http/route.ts';
import { atMostAtOnce } from './at-once.ts';
import { type CheckedFile, checkedFile, noFile } from './checked-file.ts';
import { DiskError, readSpooled, type Spooled, spool, unspool } from './upload-folder.ts';

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

type Sent = {
  readonly file: Express.Multer.File | undefined;
  readonly kind: string;
  readonly scanner: Scanner | null;
};

/** Runs `use` with the bytes of the file of a request; only a few at once, because each holds the file several times in memory. */
export async function withSentBytes<T>(
  file: Express.Multer.File | undefined,
  use: (sent: { readonly name: string; readonly data: Buffer }) => Promise<T>,
): Promise<T> {
  return await inTurn(async () => {
    const spooled = spooledOf(file);
    if (!file || !spooled) throw noFile();
    const data = await readSpooled(spooled).catch((error: unknown) => {
      throw asProblem(error);
    });
    return await use({ name: file.originalname, data });
  });
}

/** Runs `keep` with the file of a request, read and checked. */
export async function withSentFile<T>(
  { file, kind, scanner }: Sent,
  keep: (file: CheckedFile) => Promise<T>,
): Promise<T> {
  return await withSentBytes(file, async (sent) => await keep(await checkedFile({ ...sent, kind }, scanner)));
}

function asProblem(error: unknown): HttpError {
  if (error instanceof DiskError) return noRoom(error);
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

const noRoom = (cause: DiskError) =>
  new HttpError(
    503,
    'UPLOADS_UNAVAILABLE',
    text(
      '服务器暂时无法接收文件，文件未保存，请稍后用同一幂等键重试。',
      'The service cannot take files now and kept nothing of this one: repeat later with the same key.',
    ),
    { headers: { 'Retry-After': '60' }, cause },
  );
