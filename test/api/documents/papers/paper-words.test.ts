import { describe, expect, it } from 'vitest';
import { dalian2024 } from '../../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 } from '../../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../../../config/programmes/liaoning-diit-2024/index.ts';
import { senior } from '../../../lives/dalian.ts';
import { courier } from '../../../lives/lianyungang.ts';
import { engineer } from '../../../lives/life.ts';
import { printed, sheetFor } from './sheets.ts';

const liaoning = sheetFor(liaoningDiit2024, engineer);
const security = sheetFor(liaoningDiit2024, { ...engineer, specialty: 'securityEngineering' });
const dalian = sheetFor(dalian2024, senior);
const lianyungang = sheetFor(lianyungang2024, courier);
const pledge = /本人承诺：所提供的个人信息/;

/** What stands from the first paragraph that says `first` on, `many` of them. */
const from = (paragraphs: readonly string[], first: string, many: number) => {
  const at = paragraphs.findIndex((each) => each.includes(first));
  return at < 0 ? null : paragraphs.slice(at, at + many);
};

describe('the place of the photograph', () => {
  it.each([
    ['DL-2.3.1-f', dalian, '（近期一寸正面免冠彩色证件照）'],
    ['LN-A2.3.6-a', liaoning, '（半年内正面免冠证件照片）'],
  ])('is a frame of one inch in part 1 that says which photograph (%s)', async (_, sheet, kind) => {
    const { paragraphs, body } = await printed('evaluationForm', sheet);
    expect(from(paragraphs, '一、基本情况', 3)).toEqual(['一、基本情况', '照片', kind]);
    const frame = /<w:tbl>(?:(?!<\/w:tbl>).)*照片.*?<\/w:tbl>/s.exec(body)?.[0] ?? '';
    expect(frame).toMatch(/<w:trHeight (?=[^>]*w:val="1984")(?=[^>]*w:hRule="atLeast")/);
    expect(frame).toMatch(/<w:gridCol w:w="1417"\/>/);
  });

  it('is not on a form for which no photograph is printed', async () => {
    expect((await printed('declarationForm', lianyungang)).body).not.toContain('照片');
    expect((await printed('evaluationForm', { ...dalian, words: [] })).body).not.toContain('照片');
  });
});

describe('page 七', () => {
  it('has a place for the seal of the association where the specialty is security engineering, and nowhere else (LN-5.6-e)', async () => {
    const row = ['省公共安全防范行业协会审核盖章', '', '审核人签字：          （公章）    年    月    日'];
    for (const kind of ['evaluationForm', 'stampedPage'] as const) {
      const { paragraphs } = await printed(kind, security);
      expect(from(paragraphs, '公共安全防范行业协会', 3)).toEqual(row);
      expect(paragraphs.indexOf(row[0] ?? '')).toBeGreaterThan(paragraphs.indexOf('人社或主管部门审核意见'));
      expect(from((await printed(kind, liaoning)).paragraphs, '协会', 1)).toBeNull();
    }
    expect(from((await printed('evaluationForm', dalian)).paragraphs, '协会', 1)).toBeNull();
  });

  it('offers the two results of Dalian in Dalian, and leaves the cell empty where the notice prints none (DL-2.2.2-g)', async () => {
    const cell = async (sheet: typeof dalian) => {
      const { paragraphs } = await printed('evaluationForm', sheet);
      return paragraphs[paragraphs.indexOf('公示结果') + 1];
    };
    expect(await cell(dalian)).toBe('□公示结果无异议    □公示结果有异议，经调查后同意申报');
    expect(await cell(liaoning)).toBe('');
  });
});

describe('what is written by hand', () => {
  it('is asked for under 备注 in the printed words, above empty lines on which nothing is printed (LN-6.5-a)', async () => {
    const { paragraphs, body } = await printed('evaluationForm', liaoning);
    const at = paragraphs.findIndex((each) => each.startsWith('申报人员须在'));
    expect(paragraphs.slice(at - 1, at + 6)).toEqual([
      ...['备注', expect.stringMatching(/“备注”栏内空白处手写如下承诺：“本人承诺：.*接受相关处罚”。$/)],
      ...['', '', '', '', '申报人签字：              年    月    日'],
    ]);
    expect(paragraphs.filter((each) => pledge.test(each))).toHaveLength(1);
    expect(body.match(/<w:pBdr>/g)).toHaveLength(7);
  });

  it('by the unit stands below it, with the reviewer’s signature and the unit’s seal (LN-6.5-b)', async () => {
    const { paragraphs } = await printed('evaluationForm', liaoning);
    const at = paragraphs.findIndex((each) => each.startsWith('申报人员所在单位须在个人承诺内容下空白处手写'));
    expect(paragraphs.slice(at, at + 5)).toEqual([
      expect.stringContaining('“承诺推荐的申报人员所有材料真实有效”'),
      ...['', '', '', '审核人签字：          （单位公章）    年    月    日'],
    ]);
    expect(at).toBeGreaterThan(paragraphs.findIndex((each) => pledge.test(each)));
  });

  it('is asked for in Dalian by its own rule, which prints no words to be copied (DL-2.3.1-h)', async () => {
    const { paragraphs, body } = await printed('evaluationForm', dalian);
    const asked = paragraphs.filter((each) => each.includes('用钢笔或碳素笔抄写，并按要求签字、加盖单位印章'));
    expect(asked).toHaveLength(3);
    expect(body.match(/<w:pBdr>/g)).toHaveLength(7);
    expect(paragraphs.some((each) => pledge.test(each) || each.includes('承诺推荐的') || each.includes('照录'))).toBe(
      false,
    );
  });

  it('is not asked for where the notice has no such rule', async () => {
    const { paragraphs, body } = await printed('evaluationForm', { ...liaoning, words: [] });
    expect(body).not.toContain('<w:pBdr>');
    expect(paragraphs.some((each) => /承诺|审核人签字：.*单位公章/.test(each))).toBe(false);
  });

  it('is never printed for the unit of Lianyungang: what it reviews is said, not that it did (LYG-4.2-a, LYG-4.2-b)', async () => {
    const { paragraphs } = await printed('declarationForm', lianyungang);
    expect(from(paragraphs, '单位审核意见', 3)).toEqual([
      ...['单位审核意见', expect.stringContaining('真实性、完整性和时效性，仔细核对原件，审核无误后')],
      '审核人签字：            （公章）    年    月    日',
    ]);
  });
});
