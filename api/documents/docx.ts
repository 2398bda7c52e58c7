import {
  AlignmentType,
  BorderStyle,
  Document,
  HeightRule,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block } from './blocks.ts';

/** 宋体 小四: 12 pt, which the format counts in half points (DL-1.7-c). */
const font = '宋体';
const size = 24;
const titleSize = 36;
const pageTwips = 9026;
/** 2.5 × 3.5 cm, the photograph of one inch. */
const photoTwips = { width: 1417, height: 1984 };

/** The type of the file. */
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Writes a paper as a DOCX file. */
export async function toDocx(name: string, blocks: readonly Block[]): Promise<Buffer> {
  const run = { font: { ascii: font, hAnsi: font, eastAsia: font, cs: font }, size };
  const document = new Document({
    title: name,
    creator: 'Zhicheng',
    styles: { default: { document: { run } } },
    sections: [{ children: blocks.flatMap(paragraphsOf) }],
  });
  return await Packer.toBuffer(document);
}

function paragraphsOf(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { after: 240 },
          children: [new TextRun({ text: block.text, bold: true, size: titleSize })],
        }),
      ];
    case 'heading':
      return [
        new Paragraph({
          spacing: { before: 240, after: 120 },
          keepNext: true,
          children: [new TextRun({ text: block.text, bold: true })],
        }),
      ];
    case 'right':
      return [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun(block.text)] })];
    case 'text':
      return block.text.split('\n').map((each) => new Paragraph({ children: [new TextRun(each)] }));
    case 'newPage':
      return [new Paragraph({ children: [new PageBreak()] })];
    case 'photo':
      return [photoFrame(block.text), new Paragraph({})];
    case 'lines':
      return Array.from({ length: block.count }, ruledLine);
    case 'table':
      return [tableOf(block.widths, block.rows), new Paragraph({})];
  }
}

function tableOf(widths: readonly number[], rows: readonly (readonly string[])[]): Table {
  const twips = widths.map((each) => Math.round((each * pageTwips) / 100));
  return new Table({
    width: { size: pageTwips, type: WidthType.DXA },
    columnWidths: twips,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (cell, at) =>
              new TableCell({
                width: { size: twips[at] ?? 0, type: WidthType.DXA },
                children: cell.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] })),
              }),
          ),
        }),
    ),
  });
}

function photoFrame(says: string): Table {
  const width = { size: photoTwips.width, type: WidthType.DXA };
  const cell = new TableCell({ width, children: says.split('\n').map((line) => new Paragraph({ text: line })) });
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
    border: {
      bottom: { style: BorderStyle.SINGLE, size: 4, space: 1 },
      // Without a border between the paragraphs, Word draws a line only below the last one.
      between: { style: BorderStyle.SINGLE, size: 4, space: 1 },
    },
  });
