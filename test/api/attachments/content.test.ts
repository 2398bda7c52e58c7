import { constants, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { imageProblem, sizeOf } from '../../../api/attachments/images.ts';
import { hasPdfHeader, pdfProblem } from '../../../api/attachments/pdf.ts';
import { pdf, png } from '../../../ops/demo/steps/files.ts';

const bytesOf = async (blob: Blob) => Buffer.from(await blob.arrayBuffer());
const segment = (marker: number, content: Buffer) => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, content]);
};
const frame = (width: number, height: number) => {
  const content = Buffer.alloc(15);
  content.writeUInt8(8, 0);
  content.writeUInt16BE(height, 1);
  content.writeUInt16BE(width, 3);
  return segment(0xc0, content);
};
const [begin, end] = [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xd9])];
const scan = Buffer.concat([segment(0xda, Buffer.alloc(10)), Buffer.alloc(40)]);
/** A JPEG of this size that carries a small picture of itself, as cameras write it. */
const jpeg = (width: number, height: number) => {
  const small = Buffer.concat([begin, frame(16, 12), scan, end]);
  return Buffer.concat([begin, segment(0xe1, small), frame(width, height), scan, end]);
};

describe('an image', () => {
  it('has the size that its own header says', async () => {
    expect(sizeOf(jpeg(600, 800))).toEqual({ width: 600, height: 800 });
    expect(sizeOf(await bytesOf(png()))).toEqual({ width: 64, height: 64 });
  });

  it.each([
    ['a JPEG of three bytes', Buffer.from([0xff, 0xd8, 0xff])],
    ['a JPEG without pixels', Buffer.concat([begin, frame(16, 12), end])],
    ['a JPEG that breaks off behind its small picture', jpeg(600, 800).subarray(0, -2)],
    ['a JPEG without a height', jpeg(600, 0)],
    ['a PNG of its first eight bytes', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ])('is refused when it is %s', (_, data) => {
    expect(imageProblem(data)?.en).toMatch(/not whole/);
  });

  it('is refused when it is a PNG that breaks off', async () => {
    const whole = await bytesOf(png());
    expect(imageProblem(whole)).toBeNull();
    expect(imageProblem(whole.subarray(0, -12))?.en).toMatch(/not whole/);
  });

  it.each([
    [10_000, 10_000, null],
    [10_001, 10_000, expect.objectContaining({ zh: expect.stringContaining('1亿像素') })],
    [20_001, 1, expect.objectContaining({ zh: expect.stringContaining('20000像素') })],
  ])('of %i × %i is judged by the limits', (width, height, problem) => {
    expect(imageProblem(jpeg(width, height))).toEqual(problem);
  });
});

const objects = (...each: string[]) =>
  `%PDF-1.7\n${each.map((body, at) => `${at + 1} 0 obj\n${body}\nendobj\n`).join('')}startxref\n`;
const packed = (
  content: string,
  more = '',
  pack: (data: Buffer) => Buffer = (data) => deflateSync(data),
  type = '/Type /ObjStm',
) =>
  Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${type} /Filter /FlateDecode ${more} >>\nstream\n`),
    pack(Buffer.from(content)),
    Buffer.from('\nendstream\nendobj\nstartxref\n'),
  ]);
const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';

describe('a PDF', () => {
  it.each([
    ['a plain page', objects('<< /Type /Page >>')],
    ['one that opens on a page', objects('<< /OpenAction [1 0 R /XYZ null null 0] >>')],
    ['one that jumps to a page when it is opened', objects('<< /OpenAction << /S /GoTo /D [1 0 R /Fit] >> >>')],
    ['one with packed objects', packed('<< /Type /Page >>')],
    // In packed pixels three letters occur by chance.
    ['one whose pixels happen to look like a short name', objects('<< /Length 9 >>\nstream\nabc/JS def\nendstream')],
  ])('is taken when it is %s', async (_, data) => {
    expect(await pdfProblem(Buffer.from(data))).toBeNull();
  });

  it.each([
    ['a script', objects(script)],
    ['a script whose name is disguised', objects('<< /S /J#61vaScript >>')],
    ['a script in packed objects', packed(script)],
    ['a script in packed objects with a long dictionary', packed(script, ' '.repeat(2_000))],
    ['a script in packed objects of another name', packed(script, '/First 4', undefined, '/Type 9 0 R')],
    ['a script that a stream seems to hold', objects(`<< >>\nstream\n${script}\nendstream`)],
    ['a script in a multimedia action', objects('<< /S /Rendition /JS (1) >>')],
    ['a programme to start', objects('<< /S /Launch /F (a.exe) >>')],
    ['a form that sends itself', packed('<< /S /SubmitForm /F (x) >>')],
    ['an address that opens by itself', objects('<< /OpenAction << /S /URI /URI (x) >> >>')],
    ['another file', objects('<< /Names << /EmbeddedFiles 2 0 R >> >>')],
    ['another file in packed objects', packed('<< /Type /EmbeddedFile >>')],
    ['a form of another kind', objects('<< /AcroForm << /XFA 2 0 R >> >>')],
  ])('is refused when it holds %s', async (_, data) => {
    expect((await pdfProblem(Buffer.from(data)))?.zh).toContain('脚本、可执行动作或附带文件');
  });

  it.each([
    ['more than can be looked at', packed('x'.repeat(17 * 1024 * 1024))],
    ['in a second way', packed(script, '/DecodeParms << /Predictor 12 >>')],
    [
      'in a way of which the end is damaged',
      packed(script, '', (data) => Buffer.concat([deflateSync(data).subarray(0, -4), Buffer.from('....')])),
    ],
    ['twice', packed(script, '/F [/FlateDecode]', (data) => deflateSync(deflateSync(data)))],
    ['in a way that another object names', packed(script, '/Filter 9 0 R')],
    ['behind a word in its own dictionary', packed(script, '/X (stream)')],
    [
      'with the end of the stream inside',
      packed(script, '', (data) => {
        const first = deflateSync(Buffer.from('endstream'), { level: 0, finishFlush: constants.Z_SYNC_FLUSH });
        return Buffer.concat([first, deflateSync(data)]);
      }),
    ],
    ['in too many streams', Buffer.from(objects('stream\nendstream\n'.repeat(20_001)))],
  ])('is refused when it is packed %s', async (_, data) => {
    expect((await pdfProblem(data))?.zh).toContain('无法检查');
  });

  it('is not whole without objects, and encrypted with a key', async () => {
    expect((await pdfProblem(Buffer.from('%PDF-1.7\n')))?.en).toMatch(/not whole/);
    expect((await pdfProblem(Buffer.from(`${objects('<< >>')}trailer << /Encrypt 5 0 R >>`)))?.en).toMatch(/encrypted/);
  });

  it('is looked at quickly, whatever its bytes are', async () => {
    for (const part of ['/ObjStm ', 'stream ', '<< /OpenAction << ', '1 obj #4a', '#41']) {
      const before = process.threadCpuUsage();
      await pdfProblem(Buffer.from(`${objects('<< >>')}${part.repeat((10 * 1024 * 1024) / part.length)}`));
      const { user, system } = process.threadCpuUsage(before);
      expect((user + system) / 1e6, part).toBeLessThan(1.5);
    }
  });

  it.each([
    ['%PDF-1.4', true],
    ['\n%PDF-1.4', true],
    ['\u00ef\u00bb\u00bf\r\n%PDF-1.4', true],
    ['<html><script>%PDF-1.4', false],
    [`${' '.repeat(1024)}%PDF-1.4`, false],
  ])('is known by its header: %j', (begins, known) => {
    expect(hasPdfHeader(Buffer.from(begins, 'latin1'))).toBe(known);
  });

  it('of the demonstration is taken', async () => {
    expect(await pdfProblem(await bytesOf(pdf('a page')))).toBeNull();
  });
});
