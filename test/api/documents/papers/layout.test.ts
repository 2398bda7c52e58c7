import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Block, heading, list, newPage, signature, text } from '../../../../api/documents/blocks.ts';
import { toDocx } from '../../../../api/documents/docx.ts';
import { dalian2024 } from '../../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 } from '../../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../../../config/programmes/liaoning-diit-2024/index.ts';
import { dossierOf } from '../../../../domain/papers/dossier.ts';
import { filledIn } from '../../../../domain/papers/paper-words.ts';
import type { ApplicantFacts } from '../../../../domain/programme/facts.ts';
import type { DocumentKind } from '../../../../domain/programme/materials/materials.ts';
import type { Programme } from '../../../../domain/programme/programme.ts';
import { png } from '../../../../ops/demo/steps/files.ts';
import { senior } from '../../../lives/dalian.ts';
import { courier } from '../../../lives/lianyungang.ts';
import { engineer } from '../../../lives/life.ts';
import { printed, sheetFor } from './sheets.ts';

const liaoning = sheetFor(liaoningDiit2024, engineer);
const dalian = sheetFor(dalian2024, senior);
const lianyungang = sheetFor(lianyungang2024, courier);
const publicity = {
  decidingMeeting: '总经理办公会议',
  contactPerson: '周琳',
  telephone: '024-00000000',
  address: null,
  ways: [],
  result: null,
  contents: [],
  postedOn: '2024-07-10',
  lastDay: '2024-07-17',
};

/** The XML of a paragraph or table row that holds these words. */
const around = (body: string, tag: 'w:p' | 'w:tr', words: string): string =>
  [...body.matchAll(new RegExp(`<${tag}[ >].*?</${tag}>`, 'gs'))]
    .map(([each]) => each)
    .find((each) => each.includes(words)) ?? '';
const bodyOf = async (blocks: readonly Block[]) => {
  const body = unzipSync(await toDocx('表', blocks))['word/document.xml'];
  return strFromU8(body ?? new Uint8Array());
};

describe('a word that a value brings and the template prints behind it', () => {
  it.each([
    ['总经理办公会议', '{meeting}会议审议通过', '总经理办公会议审议通过'],
    ['总经理办公会', '{meeting}会议审议通过', '总经理办公会议审议通过'],
    ['党委', '{meeting}会议审议通过', '党委会议审议通过'],
    ['', '{meeting}会议审议通过', '会议审议通过'],
  ])('stands once: %s in %s', (meeting, says, filled) => {
    expect(filledIn(says, { meeting })).toBe(filled);
  });

  it('is never cut from a name', () => {
    expect(filledIn('推荐{name}同志申报', { name: '王同' })).toBe('推荐王同同志申报');
  });

  it('stands once in the publicity documents', async () => {
    const dl = await printed('publicityDocument', { ...dalian, specialty: '工程类专业', publicity });
    expect(dl.paragraphs[0]).toBe('张某申报工程类专业中级职称的公示');
    const ln = await printed('publicityDocument', { ...liaoning, specialty: '机器人专业', publicity });
    expect(ln.paragraphs[0]).toBe('关于拟推荐张某同志申报机器人专业中级专业技术资格评审的公示');
    expect(ln.paragraphs[1]).toContain('、总经理办公会议审议通过，拟推荐张某同志申报2024年机器人专业中级');
  });
});

describe('the photograph that was sent', () => {
  const photo = async () => {
    const bytes = Buffer.from(await png().arrayBuffer());
    return { type: 'png' as const, width: 64, height: 64, bytes, toJSON: () => 'hash' };
  };

  it('stands in its frame, no larger than that, in place of what is to be pasted there', async () => {
    const { body, paragraphs } = await printed('evaluationForm', { ...dalian, photo: await photo() });
    const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(body) ?? [];
    // A square picture fills the width of 2.5 cm: 900,000 of the format's units, of which a centimetre has 360,000.
    expect([Number(width) > 880_000, Number(width) <= 900_000, width === height]).toEqual([true, true, true]);
    expect(paragraphs).not.toContain('照片');
    expect(body.match(/<w:drawing>/g)).toHaveLength(1);
  });

  it('is on no paper for which none is printed', async () => {
    expect((await printed('declarationForm', { ...lianyungang, photo: await photo() })).body).not.toContain(
      '<w:drawing>',
    );
  });
});

describe('the list of the dossier', () => {
  const listOf = async (programme: Programme, facts: ApplicantFacts) => {
    const sheet = sheetFor(programme, facts);
    const dossier = dossierOf(programme.materials ?? [], facts, sheet.content);
    return (await printed('dossierChecklist', { ...sheet, dossier })).body;
  };
  const cells = (row: string) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
      [...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, says]) => says).join(''),
    );

  it.each([
    ['the form in three copies (DL-2.3.1-a)', '《辽宁省专业技术资格评定表》', ['1.1', '3份', '不装订', '□']],
    [
      'the seals without which it is void, as no paper of their own (DL-2.3.1-g)',
      '需相关部门和专家',
      ['', '', '', '□'],
    ],
    ['both pledges, as no paper of their own (DL-2.3.1-h)', '“本人承诺”和“单位承诺”', ['', '', '', '□']],
    ['the bag, which everybody brings (DL-2.3.2-a)', '底部底贴', ['2', '1份', '不装订', '□']],
    ['the achievements (DL-2.3.3-d)', '业绩成果证书复印件', ['3.7', '1份', '1份', '□']],
    ['the published papers (DL-2.3.3-f)', '已发表的论文', ['3.8', '1份', '1份', '□']],
  ])('of Dalian has %s', async (_, words, [place, ...rest]) => {
    const [first, name, ...others] = cells(around(await listOf(dalian2024, senior), 'w:tr', words));
    expect([first, ...others]).toEqual([place, ...rest]);
    expect(name?.startsWith('其中：')).toBe(place === '');
    expect(name).not.toContain('如有');
  });

  it('has the graduation register for those alone whose education is outside CHSI (DL-1.4-c)', async () => {
    expect(await listOf(dalian2024, senior)).not.toContain('毕业生登记表');
  });

  it('of Lianyungang names the form, not the rule that it is sealed (LYG-4.2-b)', async () => {
    const row = cells(around(await listOf(lianyungang2024, courier), 'w:tr', '申报表'));
    expect(row).toEqual(['1', '《专业技术资格评审申报表》（单位签字盖章）', '1份', '不装订', '□']);
  });
});

describe('an achievement', () => {
  it.each([
    ['recommendationForm', liaoning],
    ['declarationForm', lianyungang],
    ['evaluationForm', dalian],
  ] as const)('stands on the %s once, papers in their own table', async (kind: DocumentKind, sheet) => {
    const { paragraphs } = await printed(kind, sheet);
    for (const { title } of sheet.content.achievements)
      expect(paragraphs.filter((each) => each.replace('★', '') === title)).toHaveLength(1);
  });

  it('that is a representative paper is marked in the table of papers too (LYG-5.1-c)', async () => {
    const achievements = lianyungang.content.achievements.map((each) => ({ ...each, representative: true }));
    const { paragraphs } = await printed('declarationForm', {
      ...lianyungang,
      content: { ...lianyungang.content, achievements },
    });
    for (const { title } of achievements) expect(paragraphs).toContain(`★${title}`);
  });

  it('fulfils several clauses of the standard, one after the other (DL-1.9-b)', async () => {
    const achievements = dalian.content.achievements.map((each) => ({ ...each, conditions: ['1', '2'] }));
    const { paragraphs } = await printed('evaluationForm', { ...dalian, content: { ...dalian.content, achievements } });
    expect(paragraphs).toEqual(expect.arrayContaining(['1、2', '独立、1、2']));
  });
});

describe('a page', () => {
  it('has its number, and begins with its heading and not with an empty line', async () => {
    const file = unzipSync(await toDocx('表', [text('甲'), newPage, heading('乙')]));
    expect(strFromU8(file['word/footer1.xml'] ?? new Uint8Array())).toContain('PAGE');
    const body = strFromU8(file['word/document.xml'] ?? new Uint8Array());
    expect(around(body, 'w:p', '乙')).toContain('<w:pageBreakBefore/>');
    expect(body).not.toContain('<w:br');
  });

  it('never ends between the names of the columns and the first row, nor between what is signed and the signature', async () => {
    const body = await bodyOf([list([50, 50], ['列名', '值'], [['丙', '丁']]), text('意见'), signature('签字：')]);
    const head = around(body, 'w:tr', '列名');
    expect([head.includes('<w:tblHeader/>'), head.includes('<w:keepNext/>')]).toEqual([true, true]);
    expect(around(body, 'w:p', '意见')).toContain('<w:keepNext/>');
    expect(around(body, 'w:p', '签字')).not.toContain('<w:keepNext/>');
  });

  it('has room for a seal in the rows that are sealed', async () => {
    const { body } = await printed('stampedPage', liaoning);
    for (const row of ['单位推荐意见', '人社或主管部门审核意见', '学科评议组意见'])
      expect(around(body, 'w:tr', row)).toMatch(/<w:trHeight (?=[^>]*w:val="1814")/);
  });

  it('has a row of its own for a long name of a unit', async () => {
    const unit = '大连海韵智能科技集团股份有限公司沈阳分公司机器人与智能制造事业部';
    for (const kind of ['declarationForm', 'stampedPage', 'dossierChecklist', 'continuingEducationForm'] as const) {
      const { body } = await printed(kind, { ...liaoning, unit });
      expect(around(body, 'w:tr', unit)).toContain('<w:gridSpan w:val="3"/>');
    }
  });
});
