import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { type Text, text } from '../../domain/text.ts';

/** Readers look for the header of a PDF in so many bytes at its beginning. */
const headerWithin = 1024;
/** How many streams a PDF may have, and to how many bytes its packed objects may unpack together; whoever has more is refused, as nobody has looked at the rest. */
const limits = { streams: 20_000, unpackedBytes: 16 * 1024 * 1024 };

const unpacked = promisify(inflate);

/** Whether readers recognise it as a PDF: the header is at the beginning or within the first 1,024 bytes, with only white space or a byte order mark before it. */
export const hasPdfHeader = (data: Buffer): boolean =>
  /^(?:\xEF\xBB\xBF)?[\0\s]*%PDF-/.test(data.toString('latin1', 0, headerWithin));

/** Why a PDF is not taken: nobody can open it, it does something when it is opened, or it carries other files; null where it is taken. */
export async function pdfProblem(data: Buffer): Promise<Text | null> {
  const plain = data.toString('latin1');
  if (!/\d\s+obj\b/.test(plain) || !plain.includes('startxref')) return broken;
  const streams = streamsOf(plain);
  if (!streams) return tooComplex;
  const objects = withoutStreams(plain, streams);
  if (/\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(names(objects))) return encrypted;
  const packed = await packedObjects(data, streams);
  if (!packed) return tooComplex;
  // Long names are looked for in streams too: what one reader takes for a stream, another may take for objects. A short one occurs there by chance.
  if (forbidden.test(names(plain))) return active;
  if ([objects, ...packed].some((part) => doesSomething(names(part)))) return active;
  return null;
}

/** A PDF may write any character of a name as `#` and two hexadecimal digits. Byte by byte, because a file may have millions of them. */
function names(part: string): string {
  if (!part.includes('#')) return part;
  const bytes = Buffer.from(part, 'latin1');
  let written = 0;
  for (let at = 0; at < bytes.length; at++, written++) {
    const escaped = bytes[at] === sharp ? byteOf(bytes[at + 1], bytes[at + 2]) : undefined;
    bytes[written] = escaped ?? bytes[at] ?? 0;
    if (escaped !== undefined) at += 2;
  }
  return bytes.toString('latin1', 0, written);
}

const sharp = 0x23;
/** The value of each byte that is a hexadecimal digit. */
const digits = Array.from({ length: 256 }, (_, byte) =>
  '0123456789abcdef'.indexOf(String.fromCharCode(byte).toLowerCase()),
);

/** The byte that two hexadecimal digits stand for; undefined where they are none. */
function byteOf(first = 0, second = 0): number | undefined {
  const [high = -1, low = -1] = [digits[first], digits[second]];
  return high < 0 || low < 0 ? undefined : high * 16 + low;
}

/** Actions that run something or send data, and what carries other files (ISO 32000 12.6.4, 7.11.4). */
const forbidden =
  /\/(?:JavaScript|Launch|SubmitForm|ImportData|Rendition|RichMedia|EmbeddedFiles?|GoToE)(?![A-Za-z0-9])/;
/** An action on opening that is not the mere jump to a page. */
const opening = /\/OpenAction\s*<<(?![^>]{0,200}\/S\s*\/(?:GoTo|Named)(?![A-Za-z0-9]))/;

const doesSomething = (objects: string): boolean =>
  forbidden.test(objects) || /\/(?:JS|XFA)(?![A-Za-z0-9])/.test(objects) || opening.test(objects);

type Stream = { readonly dictionary: string; readonly from: number; readonly to: number };

/** The streams of a PDF with their dictionaries, which lie between the stream before and their own bytes; null where there are too many. */
function streamsOf(plain: string): Stream[] | null {
  const streams: Stream[] = [];
  let at = 0;
  for (;;) {
    const keyword = plain.indexOf('stream', at);
    if (keyword < 0) return streams;
    const from = keyword + 'stream'.length + (plain.startsWith('\r\n', keyword + 'stream'.length) ? 2 : 1);
    const end = plain.indexOf('endstream', from);
    const to = end < 0 ? plain.length : end;
    if (streams.push({ dictionary: lastObject(plain.slice(at, keyword)), from, to }) > limits.streams) return null;
    if (end < 0) return streams;
    at = to + 'endstream'.length;
  }
}

const lastObject = (before: string): string => names(before.slice(before.lastIndexOf('obj') + 1));

function withoutStreams(plain: string, streams: readonly Stream[]): string {
  let at = 0;
  const parts = streams.map(({ from, to }) => {
    const part = plain.slice(at, from);
    at = to;
    return part;
  });
  return [...parts, plain.slice(at)].join('\n');
}

/** What a stream of packed objects says of itself; `/First` is in no other stream. */
const holdsObjects = /\/(?:ObjStm|First)(?![A-Za-z0-9])/;
/** Ways of packing that hardly any program uses for objects, and that would hide them from the search: other filters, two of them, or one named elsewhere. */
const otherwisePacked =
  /\/(?:ASCIIHex|ASCII85|LZW|RunLength)Decode|\/(?:AHx|A85|LZW|RL)(?![A-Za-z])|\/Predictor\s+(?!1\b)\d|FlateDecode[\s\S]*FlateDecode|\/Filter[\s[]*\d/;
/** A stream seems to begin within another one: then it is not sure what a reader takes for its bytes, and for its dictionary. */
const beginsWithin = /[\s>]stream[\r\n]/;

/** The object streams (ISO 32000 7.5.7), unpacked one by one; null where one cannot be looked into. */
async function packedObjects(data: Buffer, streams: readonly Stream[]): Promise<string[] | null> {
  const parts: string[] = [];
  let room = limits.unpackedBytes;
  for (const { dictionary, from, to } of streams) {
    const body = data.subarray(from, to);
    if (beginsWithin.test(body.toString('latin1'))) return null;
    if (!holdsObjects.test(dictionary)) continue;
    if (otherwisePacked.test(dictionary)) return null;
    if (!dictionary.includes('/FlateDecode')) {
      parts.push(body.toString('latin1'));
      continue;
    }
    const objects = await unpackedTo(room, body);
    if (!objects) return null;
    room -= objects.length;
    parts.push(objects.toString('latin1'));
  }
  return parts;
}

/** The unpacked bytes; null where they are more than `most`, damaged or break off, as a reader may find more of them than we do. */
const unpackedTo = (most: number, body: Buffer): Promise<Buffer | null> =>
  unpacked(body, { maxOutputLength: Math.max(1, most) }).catch(() => null);

const broken = text('PDF 文件不完整，无法打开。', 'The PDF is not whole; nobody can open it.');
const encrypted = text(
  'PDF 文件已加密，请去除密码后上传。',
  'The PDF is encrypted; remove the password and send it again.',
);
const active = text(
  'PDF 文件含有脚本、可执行动作或附带文件，请重新导出（或打印为 PDF）后上传。',
  'The PDF holds a script, an action or attached files; export or print it to PDF again and send that.',
);
const tooComplex = text(
  'PDF 文件结构过于复杂，无法检查，请重新导出（或打印为 PDF）后上传。',
  'The PDF is packed in a way that cannot be checked; export or print it to PDF again and send that.',
);
