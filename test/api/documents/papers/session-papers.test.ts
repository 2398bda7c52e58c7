import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { encodeQR } from 'qr';
import { decodeQR } from 'qr/decode.js';
import { describe, expect, it, vi } from 'vitest';
import { certificate, codeOf } from '../../../../api/certificates/certificate-blocks.ts';
import type { Block } from '../../../../api/documents/blocks.ts';
import { toDocx } from '../../../../api/documents/docx.ts';
import { dataFiling } from '../../../../api/documents/session/data-filing.ts';
import { defenceSchedule, expertList, roster as rosterPaper } from '../../../../api/documents/session/lists.ts';
import { minutes } from '../../../../api/documents/session/minutes.ts';
import { openingReport } from '../../../../api/documents/session/opening-report.ts';
import { paperKinds, paperRules } from '../../../../api/documents/session/paper-kinds.ts';
import { resultList } from '../../../../api/documents/session/result-list.ts';
import { scoreSheets } from '../../../../api/documents/session/score-sheets.ts';
import type { PaperSession } from '../../../../api/documents/session/session-paper.ts';
import type { Correction } from '../../../../domain/session/session.ts';
import { readDocx } from '../../../support/docx.ts';
import { experts, results, roster, session, sheets } from './paper-session.ts';

const recusals = [{ application: 'LN-2024-000002', expert: 'e2', ground: 'sameUnit' as const }];
const opinions = [{ application: 'LN-2024-000001', expert: 'e1', text: '业绩突出，同意推荐。' }];
const recorded = { roster, experts, recusals, opinions, results };
const issued = {
  ...{ name: '张某', series: '工程系列', specialty: '机械工程', level: '副高级', committee: session.committee },
  ...{ office: '评委会办公室', authority: '辽宁省工业和信息化厅', passedOn: '2024-11-03', issuedOn: '2024-12-02' },
  ...{ revokedOn: null, number: 'LN2024-0001', link: 'https://example.org/v1/certificates/0123456789abcdef' },
};

const papers: Readonly<Record<string, (of: PaperSession) => Block[]>> = {
  openingReport: (of) => openingReport(of, roster),
  roster: (of) => rosterPaper(of, roster),
  expertList: (of) => expertList(of, experts),
  defenceSchedule: (of) => defenceSchedule(of, roster),
  scoreSheets: (of) => scoreSheets(of, { roster, experts, sheets }),
  minutes: (of) => minutes(of, recorded),
  resultList: (of) => resultList(of, { roster, results }),
};
const printed = async (blocks: readonly Block[]) => readDocx(await toDocx('件', blocks)).text;

describe('the papers of a session', () => {
  it.each([
    ['openingReport', ['2024年11月2日至2024年11月3日', '75.00%', '2024年10月21日', '工商管理', '合计']],
    ['roster', ['LN-2024-000001', '张某', '破格申报', '共2人。']],
    ['expertList', ['王主任', '主任委员', '由孙候补递补', '已递补', '本名单不对外公布。']],
    ['defenceSchedule', ['2024年11月2日 09:30', '第二会议室', '已改期']],
    ['scoreSheets', ['79.50', '业绩成果 80.50', '平均分', '80.00', '90.00']],
    ['minutes', ['应出席评委', '17人', '12人（三分之二）', '赵专家：回避李某某（同一单位）', '业绩突出，同意推荐。']],
    ['resultList', ['同意 12', '反对 4', '同意 11', '未通过', '实际通过率50.00%', '75.00%']],
  ] as const)('%s says what it must', async (kind, words) => {
    const says = await printed(papers[kind]?.(session) ?? []);
    for (const each of words) expect(says).toContain(each);
  });

  it('shows the composite score with its parts and both weights, in points with two decimals (LN-7-e, LN-7-f)', async () => {
    for (const kind of ['scoreSheets', 'minutes', 'resultList']) {
      const says = (await printed(papers[kind]?.(session) ?? [])).replaceAll(/[\s，]/g, '');
      expect(says).toContain('综合成绩84.00量化80.00×60%答辩90.00×40%');
      expect(says).toContain('综合成绩82.50量化80.00×75%答辩90.00×25%');
    }
  });

  it('name experts only on the papers of the office and of the session', async () => {
    for (const kind of ['openingReport', 'roster', 'defenceSchedule', 'resultList']) {
      const says = await printed(papers[kind]?.(session) ?? []);
      for (const { name } of experts) expect(says).not.toContain(name);
    }
  });

  it('have the same bytes whenever they are made', async () => {
    for (const [kind, build] of Object.entries(papers)) {
      const first = await hashOf(build(session));
      vi.useFakeTimers({ now: Date.now() + 86_400_000, toFake: ['Date'] });
      const second = await hashOf(build(session)).finally(() => vi.useRealTimers());
      expect([kind, second]).toEqual([kind, first]);
    }
  });
});

const hashOf = async (blocks: readonly Block[]) =>
  createHash('sha256')
    .update(await toDocx('件', blocks))
    .digest('hex');

describe('who may have a paper', () => {
  const common = ['openingReport', 'roster', 'defenceSchedule', 'resultList'];
  it.each([
    ['committeeOffice', false, [...paperKinds]],
    ['cityTitleOffice', false, [...common, 'dataFiling']],
    ['committeeOrganiser', false, [...common, 'dataFiling']],
    ['auditor', false, common],
    ['expert', false, ['expertList']],
    ['expert', true, ['expertList', 'minutes']],
  ] as const)('%s, presiding: %s', (role, presides, kinds) => {
    expect(paperKinds.filter((kind) => paperRules[kind].mayHave({ roles: [role], presides }))).toEqual(kinds);
  });
});

describe('after a correction', () => {
  const withCorrection = (what: Correction['what'], afterMinutes: boolean): PaperSession => ({
    ...session,
    state: { ...session.state, corrections: [{ n: 3, what, on: '2024-11-09', afterMinutes }] },
  });

  it.each([
    ['score', ['minutes', 'resultList', 'scoreSheets']],
    ['attendance', ['expertList', 'minutes', 'resultList']],
    ['meetingOn', Object.keys(papers)],
  ] as const)('of %s, the papers that are made from it say so, with the number', async (what, kinds) => {
    for (const [kind, build] of Object.entries(papers)) {
      const says = await printed(build(withCorrection(what, true)));
      const told = says.includes('更正（第3号，2024年11月9日）');
      expect([kind, told]).toEqual([kind, (kinds as readonly string[]).includes(kind)]);
    }
  });

  it('before the minutes were signed, no paper says so', async () => {
    expect(await printed(minutes(withCorrection('score', false), recorded))).not.toContain('更正');
  });

  it('papers of a session whose results are void say that', async () => {
    const state = { ...session.state, status: 'VOIDED' as const };
    expect(await printed(resultList({ ...session, state }, { roster, results }))).toContain('宣布无效');
  });
});

describe('the data filing', () => {
  const people = new Map([
    [
      'LN-2024-000001',
      { identity: '110101199003070000', gender: 'male' as const, territory: '沈阳市', supervisor: '省工信厅' },
    ],
  ]);
  const filed = dataFiling(session, { roster, results, people });

  it('has the columns of the register in their order', () => {
    expect(filed.columns.map(({ header }) => header).join()).toBe(
      '年度,地市,主管单位,姓名,性别,身份证号,评委会,系列,级别,职称,专业,专业组,取得资格时间,取得资格方式,评审类型,备注',
    );
  });

  it('has those who passed, each cell under its header', () => {
    expect(filed.rows).toHaveLength(1);
    const cells = Object.fromEntries(filed.columns.map(({ header }, at) => [header, filed.rows[0]?.[at]]));
    expect(cells).toMatchObject({
      ...{ 年度: 2024, 地市: '沈阳市', 姓名: '张某', 性别: '男', 身份证号: '110101199003070000', 级别: '副高级' },
      ...{ 专业: '机械工程', 取得资格时间: '2024-11-03', 评审类型: '正常申报', 备注: '' },
    });
  });
});

describe('a certificate', () => {
  it('has a code that leads to the public answer, and no identity number', async () => {
    const file = unzipSync(await toDocx('证书', certificate(issued)));
    const [picture] = Object.entries(file).flatMap(([name, bytes]) => (name.includes('media/') ? [bytes] : []));
    expect(Buffer.from(picture ?? []).equals(codeOf(issued.link).bytes)).toBe(true);
    expect(decodeQR(imageOf(issued.link))).toBe(issued.link);
    const { text } = readDocx(await toDocx('证书', certificate(issued)));
    for (const words of ['LN2024-0001', '2024年11月3日', '2024年12月2日']) expect(text).toContain(words);
    expect(text).not.toMatch(/\d{17}[\dX]/);
  });

  it('has the same bytes whenever it is made', async () => {
    expect(await hashOf(certificate(issued))).toBe(await hashOf(certificate(issued)));
  });

  it('says since when it is revoked', async () => {
    expect(await printed(certificate({ ...issued, revokedOn: '2025-03-01' }))).toContain('自2025年3月1日起已撤销');
  });
});

function imageOf(link: string) {
  const modules = encodeQR(link, 'raw', { ecc: 'medium', scale: 6 });
  const data = Uint8Array.from(modules.flat().flatMap((dark) => [...Array(3).fill(dark ? 0 : 255), 255]));
  return { width: modules.length, height: modules.length, data };
}
