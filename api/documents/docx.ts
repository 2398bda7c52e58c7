import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeightRule,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Block, Picture } from './blocks.ts';

/** 宋体 小四: 12 pt, which the format counts in half points (DL-1.7-c). */
const font = '宋体';
const size = 24;
const titleSize = 36;
const pageTwips = 9026;
const twipsPerMillimetre = 56.7;
/** 2.5 × 3.5 cm, the photograph of one inch; and the same in the pixels (96 per inch) in which the library takes a picture. */
const photoTwips = { width: 1417, height: 1984 };
const photoPixels = { width: 94, height: 132 };
const pixelsPerInch = 96;
const millimetresPerInch = 25.4;
/** Between the text of a cell and its borders. */
const cellMargins = { top: 50, bottom: 50, left: 108, right: 108 };
/** Room above a signature for an opinion and a seal. */
const sealTwips = 1200;

/** The type of the file. */
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Writes a paper as a DOCX file. */
export async function toDocx(name: string, blocks: readonly Block[]): Promise<Buffer> {
  const run = { font: { ascii: font, hAnsi: font, eastAsia: font, cs: font }, size };
  const document = new Document({
    title: name,
    creator: 'Zhicheng',
    styles: { default: { document: { run } } },
    sections: [
      {
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: blocks.flatMap((block, at) =>
          paragraphsOf(block, { last: blocks[at - 1]?.kind, next: blocks[at + 1]?.kind }),
        ),
      },
    ],
  });
  return sameBytes(await Packer.toBuffer(document));
}

/** The day that every file says, in the local time in which the library of archives writes it. */
const writtenOn = new Date(2024, 0, 1);

/** The file without the moment at which it was made, so that the same paper has the same bytes and its hash can be checked. */
function sameBytes(docx: Buffer): Buffer {
  const parts = unzipSync(docx);
  const core = parts['docProps/core.xml'];
  if (!core) throw new Error('the file has no core properties');
  const undated = strFromU8(core).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2024-01-01T00:00:00Z');
  return Buffer.from(zipSync({ ...parts, 'docProps/core.xml': strToU8(undated) }, { mtime: writtenOn }));
}

const pageNumber = () =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT] })] });

type Neighbours = { readonly last: Block['kind'] | undefined; readonly next: Block['kind'] | undefined };

/**
 * The paragraphs of a block. The first of a new page, a title or a heading, begins it, since a break in a paragraph of its own leaves an empty line. What is
 * signed stays on one page with its signature.
 */
function paragraphsOf(block: Block, { last, next }: Neighbours): (Paragraph | Table)[] {
  const pageBreakBefore = last === 'newPage';
  switch (block.kind) {
    case 'title':
      return [
        new Paragraph({
          pageBreakBefore,
          alignment: AlignmentType.CENTER,
          spacing: { before: 240, after: 240 },
          children: [new TextRun({ text: block.text, bold: true, size: titleSize })],
        }),
      ];
    case 'subtitle':
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { after: 240 },
          children: [new TextRun(block.text)],
        }),
      ];
    case 'heading':
      return [
        new Paragraph({
          pageBreakBefore,
          spacing: { before: 240, after: 120 },
          keepNext: true,
          children: [new TextRun({ text: block.text, bold: true })],
        }),
      ];
    case 'signature':
      return [
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          spacing: { before: sealTwips },
          children: [new TextRun(block.text)],
        }),
      ];
    case 'right':
      return [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun(block.text)] })];
    case 'text':
      return linesOf(block.text, next === 'signature' || next === 'lines');
    case 'newPage':
      return [];
    case 'photo':
      return [
        photoFrame(block.picture ? [pictureIn(block.picture, photoPixels)] : linesOf(block.text)),
        new Paragraph({}),
      ];
    case 'picture': {
      const side = Math.round((block.millimetres * pixelsPerInch) / millimetresPerInch);
      return [pictureIn(block.picture, { width: side, height: side })];
    }
    case 'lines':
      return Array.from({ length: block.count }, ruledLine);
    case 'table':
      return [tableOf(block), new Paragraph({})];
  }
}

type TableBlock = Extract<Block, { kind: 'table' }>;

function tableOf({ widths, head, rows, least }: TableBlock): Table {
  const twips = widths.map((each) => Math.round((each * pageTwips) / 100));
  const rowOf = (cells: readonly string[], { isHead = false, height = 0 } = {}) =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      ...(height > 0 ? { height: { value: Math.round(height * twipsPerMillimetre), rule: HeightRule.ATLEAST } } : {}),
      children: cells.map((cell, at) => {
        const spanned = at === cells.length - 1 ? twips.slice(at) : twips.slice(at, at + 1);
        return new TableCell({
          width: { size: spanned.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
          columnSpan: spanned.length,
          children: linesOf(cell, isHead),
        });
      }),
    });
  return new Table({
    width: { size: pageTwips, type: WidthType.DXA },
    margins: cellMargins,
    columnWidths: twips,
    rows: [
      ...(head ? [rowOf(head, { isHead: true })] : []),
      ...rows.map((cells, at) => rowOf(cells, { height: least?.[at] ?? 0 })),
    ],
  });
}

const linesOf = (says: string, keepNext = false): Paragraph[] =>
  says.split('\n').map((line) => new Paragraph({ keepNext, children: [new TextRun(line)] }));

/** The picture as large as the frame allows, its sides in their own proportion. Its number is fixed, since no paper has two. */
function pictureIn({ type, bytes, width, height }: Picture, frame: typeof photoPixels): Paragraph {
  const scale = Math.min(frame.width / width, frame.height / height);
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new ImageRun({ type, data: bytes, transformation, altText: { id: '1', name: '图' } })],
  });
}

function photoFrame(children: readonly Paragraph[]): Table {
  const width = { size: photoTwips.width, type: WidthType.DXA };
  const none = { top: 0, bottom: 0, left: 0, right: 0 };
  const cell = new TableCell({ width, margins: none, children: [...children] });
  const height = { value: photoTwips.height, rule: HeightRule.ATLEAST };
  return new Table({
    width,
    columnWidths: [photoTwips.width],
    alignment: AlignmentType.RIGHT,
    rows: [new TableRow({ cantSplit: true, height, children: [cell] })],
  });
}

const ruledLine = (): Paragraph =>
  new Paragraph({
    spacing: { before: 240 },
    keepNext: true,
    border: {
      bottom: { style: BorderStyle.SINGLE, size: 4, space: 1 },
      // Without a border between the paragraphs, Word draws a line only below the last one.
      between: { style: BorderStyle.SINGLE, size: 4, space: 1 },
    },
  });
