import { describe, expect, it } from 'vitest';
import { programmeSchema } from '../../../../config/programme-schema/programme-schema.ts';
import { dalian2024 } from '../../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 } from '../../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../../../config/programmes/liaoning-diit-2024/index.ts';
import type { DocumentKind } from '../../../../domain/programme/materials/materials.ts';
import type { Programme } from '../../../../domain/programme/programme.ts';
import { invented, pilot } from '../../../domain/programmes/islands.ts';
import { senior } from '../../../lives/dalian.ts';
import { courier } from '../../../lives/lianyungang.ts';
import { engineer } from '../../../lives/life.ts';
import { printed, sheetFor } from './sheets.ts';

const liaoning = sheetFor(liaoningDiit2024, engineer);
const dalian = sheetFor(dalian2024, senior);
const lianyungang = sheetFor(lianyungang2024, courier);
const ofEverybody = [liaoning, dalian, lianyungang];

describe('what is printed on one authority’s paper', () => {
  const only = async (kind: DocumentKind, says: RegExp) => {
    const papers = await Promise.all(ofEverybody.map((sheet) => printed(kind, sheet)));
    return papers.map(({ paragraphs }) => paragraphs.some((each) => says.test(each)));
  };
  const [LIAONING, DALIAN] = [
    [true, false, false],
    [false, true, false],
  ];

  it.each([
    ['DL-1.7-d', 'bagLabel', /33cm×23cm×3cm/],
    ['DL-2.3.2-a', 'bagLabel', /报评材料袋$|正面和底部均要粘贴/],
    ['DL-2.3.2-b', 'bagLabel', /^报评系列（行业）$|重点确认/],
    ['DL-2.3.1-k', 'evaluationForm', /正反面/],
    ['DL-2.3.1-c', 'evaluationForm', /宋体.*小四/],
    ['DL-2.3.1-d', 'evaluationForm', /公历阿拉伯数字/],
    ['DL-1.9-b', 'evaluationForm', /业绩成果要求/],
    ['DL-2.3.4-a', 'exceptionalForm', /1份装订在《推荐表》后/],
  ] as const)('of Dalian is only on its own papers (%s)', async (_, kind, says) => {
    expect(await only(kind, says)).toEqual(DALIAN);
  });

  it.each([
    ['LN-A2.3.9-a', 'bagLabel', /^档案袋$|质量较好、空间较大/],
    ['LN-A2.3.2-a', 'evaluationForm', /表格中每一页须加盖单位公章/],
    ['LN-A2.3.7-a', 'evaluationForm', /栏均不需要填写内容/],
    ['LN-A2.3.1-a', 'evaluationForm', /封面上的单位名称须与加盖的单位公章一致/],
    ['LN-A2.3.3-a', 'recommendationForm', /一式三份，其中装卷1份/],
    ['LN-A2.3.4-a', 'exceptionalForm', /一式三份，其中装卷1份/],
    ['LN-A1-c', 'publicityDocument', /（精确到月）|（主持、参与、独立）/],
    ['LN-A1-d', 'publicityDocument', /业绩成果类别分为/],
    ['LN-A1-f', 'publicityDocument', /应署真实姓名/],
  ] as const)('of Liaoning is only on its own papers (%s)', async (_, kind, says) => {
    expect(await only(kind, says)).toEqual(LIAONING);
  });

  it('is never an order to print both sides on the recommendation form, which no notice gives', async () => {
    expect(await only('recommendationForm', /正反面/)).toEqual([false, false, false]);
  });

  it.each([
    ['liaoning-diit-2024', liaoning, [dalian2024, lianyungang2024]],
    ['dalian-2024', dalian, [liaoningDiit2024, lianyungang2024]],
    ['lianyungang-2024', lianyungang, [liaoningDiit2024, dalian2024]],
  ] as const)('is in no sentence that of another: %s', async (_, sheet, others) => {
    const sentences = (programme: Programme) =>
      (programme.papers ?? []).filter(({ place, says }) => place !== 'pledgesTitle' && /[，。：（]/.test(says));
    const foreign = others.flatMap(sentences);
    expect(foreign.length).toBeGreaterThan(5);
    for (const { on, says } of foreign) {
      const own = sheet.words.some((each) => each.says.includes(says));
      expect([says, own || !(await printed(on, sheet)).body.includes(says)]).toEqual([says, true]);
    }
  });
});

describe('the publicity document of Dalian', () => {
  it('says what is made public and for how long, without the template of another authority', async () => {
    const publicity = {
      decidingMeeting: '',
      contactPerson: '王某',
      telephone: '0411-0000000',
      address: null,
      ways: [],
      result: null,
      contents: [],
      postedOn: '2024-06-05',
      lastDay: '2024-06-13',
    };
    const { paragraphs } = await printed('publicityDocument', { ...dalian, publicity });
    expect(paragraphs[0]).toBe('张某申报机电专业中级职称的公示');
    expect(paragraphs).toContain('公示时间：2024年6月5日至2024年6月13日');
    expect(paragraphs).toEqual(expect.arrayContaining(['学历学位：本科、学士', '机器人焊接产线', '联系人：王某']));
  });
});

describe('a programme that nobody has ever seen', () => {
  it('prints its own texts on its own papers, filled in, for those alone whom they concern', async () => {
    const of = (place: 'photo' | 'note', says: string) =>
      ({ on: 'evaluationForm', place, says, clauses: ['XX-4-c'] }) as const;
    const papers = [
      ...[of('photo', '戴领航帽'), of('note', '{name}须于{year}年自备油灯。')],
      { ...of('note', '船长另备罗盘。'), when: { levels: ['fullSenior' as const] } },
    ];
    const islands = programmeSchema.parse({ ...invented, papers });
    const { paragraphs } = await printed('evaluationForm', sheetFor(islands, pilot));
    expect(paragraphs).toEqual(expect.arrayContaining(['照片', '（戴领航帽）', '张某须于2024年自备油灯。']));
    expect(paragraphs).not.toContain('船长另备罗盘。');
    const [label] = (await printed('bagLabel', sheetFor(islands, pilot))).paragraphs;
    expect(label).toBe('材料袋');
  });
});

describe('a publicity document that is not posted yet', () => {
  it('leaves the day to be filled in (LN-A1-e)', async () => {
    const { paragraphs } = await printed('publicityDocument', liaoning);
    expect(paragraphs.some((each) => each.includes('请在2024年    月    日前以电话、信函、亲访等方式'))).toBe(true);
  });
});
