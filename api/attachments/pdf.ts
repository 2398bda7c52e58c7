import { promisify } from 'node:util';
import { constants, inflate } from 'node:zlib';
import { type Text, text } from '../../domain/text.ts';

/** Readers look for the header of a PDF in so many bytes at its beginning. */
const headerWithin = 1024;
/** How much of packed objects is looked at: so many of them, each unpacked to so many bytes at most. */
const packed = { most: 200, bytes: 4 * 1024 * 1024 };

const unpacked = promisify(inflate);

/** Whether readers recognise it as a PDF: the header is at the beginning or within the first 1,024 bytes. */
export const hasPdfHeader = (data: Buffer): boolean => data.subarray(0, headerWithin).includes('%PDF-');

/** Why a PDF is not taken: nobody can open it, or it does something when it is opened; null where it is taken. */
export async function pdfProblem(data: Buffer): Promise<Text | null> {
  const plain = data.toString('latin1');
  if (!/\d\s+obj\b/.test(plain) || !plain.includes('startxref')) return broken;
  if (/\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(names(plain))) return encrypted;
  for (const part of [plain, ...(await packedObjects(data, plain))]) {
    if (/\/(?:JavaScript|JS|Launch)(?![A-Za-z0-9])/.test(names(part))) return active;
  }
  return null;
}

/** A PDF may write any character of a name as `#` and two hexadecimal digits. */
const names = (part: string): string =>
  part.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The object streams (ISO 32000 7.5.7), unpacked; one that is damaged holds nothing that a reader would run. */
async function packedObjects(data: Buffer, plain: string): Promise<string[]> {
  const starts = [...plain.matchAll(/\/ObjStm\b[\s\S]{0,500}?stream\r?\n/g)].slice(0, packed.most);
  const options = { maxOutputLength: packed.bytes, finishFlush: constants.Z_SYNC_FLUSH };
  const parts = starts.map(async ({ 0: all, index }) => {
    const body = await unpacked(data.subarray(index + all.length), options).catch(() => null);
    return body?.toString('latin1') ?? '';
  });
  return Promise.all(parts);
}

const broken = text('PDF 文件不完整，无法打开。', 'The PDF is not whole; nobody can open it.');
const encrypted = text(
  'PDF 文件已加密，请去除密码后上传。',
  'The PDF is encrypted; remove the password and send it again.',
);
const active = text(
  'PDF 文件含有脚本或可执行动作，请重新导出后上传。',
  'The PDF holds a script or starts a programme; export it again without and send that.',
);
