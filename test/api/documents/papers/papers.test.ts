import { describe, expect, it } from 'vitest';
import { printedDate } from '../../../../api/documents/blocks.ts';
import { toDocx } from '../../../../api/documents/docx.ts';
import { evaluationForm } from '../../../../api/documents/evaluation-form.ts';
import { exceptionalForm } from '../../../../api/documents/forms.ts';
import { manifest } from '../../../../api/documents/manifest.ts';
import { publicityDocument } from '../../../../api/documents/publicity.ts';
import { dalian2024 } from '../../../../config/programmes/dalian-2024/index.ts';
import { liaoningDiit2024 } from '../../../../config/programmes/liaoning-diit-2024/index.ts';
import { senior } from '../../../lives/dalian.ts';
import { engineer } from '../../../lives/life.ts';
import { readDocx } from '../../../support/docx.ts';
import { sheetFor } from './sheets.ts';

const sheet = sheetFor(dalian2024, senior);
const line = (no: string, series: string, level: string) => ({
  no,
  name: '张某',
  series,
  specialty: '机电',
  level,
  received: true,
});

describe('a paper', () => {
  it('carries what was written, whatever signs it has, and opens as a document', async () => {
    const { text } = readDocx(await toDocx('试', evaluationForm({ ...sheet, unit: '甲 & 乙 <丙> "丁"' })));
    expect(text).toContain('甲 &amp; 乙 &lt;丙&gt;');
  });

  it('prints both results of the unit’s publicity to choose from until one was chosen, then that one; a programme may print its own', async () => {
    const publicity = {
      decidingMeeting: '',
      contactPerson: '',
      telephone: '',
      address: null,
      ways: [],
      contents: ['基本情况', '主要工作业绩'],
      postedOn: '2024-06-13',
      lastDay: '2024-06-20',
      result: null,
    };
    const of = async (result: string | null) =>
      readDocx(await toDocx('表', evaluationForm({ ...sheet, publicity: { ...publicity, result } }))).paragraphs;
    expect(await of(null)).toContain('□公示结果无异议    □公示结果有异议，经调查后同意申报');
    const own = evaluationForm({ ...sheet, publicityResults: ['风平浪静', '风浪已过'] });
    expect(readDocx(await toDocx('表', own)).paragraphs).toContain('□风平浪静    □风浪已过');
    const chosen = await of('公示结果无异议');
    expect(chosen).toEqual(
      expect.arrayContaining(['公示结果无异议', '基本情况、主要工作业绩', '2024年6月13日至2024年6月20日']),
    );
  });

  it('shows the certificate number in part 8 once there is one', async () => {
    const { paragraphs } = readDocx(await toDocx('表', evaluationForm({ ...sheet, certificate: 'DL-2024-0001' })));
    expect(paragraphs[paragraphs.indexOf('证书管理号') + 1]).toBe('DL-2024-0001');
  });

  it('of exceptional applicants says how many are bound', async () => {
    const { text } = readDocx(await toDocx('表', exceptionalForm(sheet)));
    expect(text).toContain('辽宁省破格评定人员审核表');
    expect(text).toContain('一式3份，1份装订');
  });

  it('of a posting has a page of its own for each person', async () => {
    const posted = sheetFor(liaoningDiit2024, engineer);
    const { text } = readDocx(await toDocx('公示', publicityDocument([posted, { ...posted, name: '李某' }])));
    expect(text.match(/关于拟推荐..同志/g)).toEqual(['关于拟推荐张某同志', '关于拟推荐李某同志']);
  });

  it('that lists a forwarding is ordered by series and level, with a receipt for all', async () => {
    const lines = [line('3', '工程系列', '高级'), line('2', '经济系列', '中级'), line('1', '工程系列', '中级')];
    const list = { title: '申报材料转报清单', id: 'b1', from: '某区人社局', to: '某评委会', address: null };
    const { paragraphs } = readDocx(await toDocx('清单', manifest({ ...list, date: '2024-08-05', lines })));
    const numbers = paragraphs.filter((each) => /^[123]$/.test(each));
    expect(numbers).toEqual(['1', '1', '2', '3', '3', '2']);
    expect(paragraphs).toContain('今收到某区人社局报送的申报材料共3份（编号b1）。');
    expect(paragraphs).toContain('日期：2024年8月5日    共3份');
  });
});

describe('a date', () => {
  it.each([
    ['2024-06-28', '2024年6月28日'],
    ['2024-06', '2024年6月'],
    [null, ''],
    [undefined, ''],
  ])('%s is printed as %s', (date, printed) => {
    expect(printedDate(date)).toBe(printed);
  });
});
