import type { Achievement } from '../../domain/materials/content.ts';
import type { DossierLine } from '../../domain/papers/dossier.ts';
import { type Block, fields, heading, list, right, signature, subtitle, table, text, title } from './blocks.ts';
import { pageSeven } from './evaluation-form.ts';
import { type PaperData, wordsAt } from './paper.ts';
import { besidePublications, fiveColumns, learning, ownAchievements, person, publications } from './parts.ts';

const signed = (who: string) => signature(`${who}签字：            （公章）    年    月    日`);

/** 《辽宁省专业技术资格报评推荐表》 (LN-A2.3.3-a). */
export const recommendationForm = (sheet: PaperData): Block[] => [
  title('辽宁省专业技术资格报评推荐表'),
  ...wordsAt(sheet, ['recommendationForm', 'note']).map(text),
  person(sheet),
  heading('主要业绩成果'),
  fiveColumns(besidePublications(sheet.content.achievements)),
  heading('论文、著作'),
  publications(sheet.content.achievements),
  heading('单位推荐意见'),
  signed('负责人'),
  heading('人社或主管部门意见'),
  signed('审核人'),
];

/** 《辽宁省破格评定人员审核表》 (DL-2.3.4-a, LN-A2.3.4-a). */
export const exceptionalForm = (sheet: PaperData): Block[] => [
  title('辽宁省破格评定人员审核表'),
  ...wordsAt(sheet, ['exceptionalForm', 'note']).map(text),
  person(sheet),
  heading('破格申报的业绩成果'),
  ownAchievements(sheet.content.achievements),
  heading('单位意见'),
  signed('负责人'),
  heading('人社或主管部门意见'),
  signed('审核人'),
];

const marked = (achievements: readonly Achievement[]) =>
  achievements.map((each) => (each.representative ? { ...each, title: `★${each.title}` } : each));

/** 《专业技术资格评审申报表》 (LYG-4.1-b), signed and sealed by the unit (LYG-4.2-b). */
export const declarationForm = (sheet: PaperData): Block[] => [
  title('专业技术资格评审申报表'),
  subtitle(sheet.programme),
  person(sheet),
  heading('业绩成果（★为代表作）'),
  fiveColumns(besidePublications(marked(sheet.content.achievements))),
  heading('论文、著作（★为代表作）'),
  publications(marked(sheet.content.achievements)),
  heading('继续教育'),
  learning(sheet, wordsAt(sheet, ['declarationForm', 'proof'])[0]),
  heading('申报承诺'),
  text(sheet.pledge),
  right('申报人签字：              年    月    日'),
  heading('单位审核意见'),
  ...wordsAt(sheet, ['declarationForm', 'unitReview']).map(text),
  signed('审核人'),
];

/** 《继续教育考核登记表》 (DL-1.6-a). */
export const continuingEducationForm = (sheet: PaperData): Block[] => [
  title('继续教育考核登记表'),
  fields([
    ['姓名', sheet.name, 'wide'],
    ['单位', sheet.unit, 'wide'],
  ]),
  learning(sheet),
  heading('主管部门审核意见'),
  signed('审核人'),
];

/** The label of bag and bottom: name, unit, level and specialty as filed (DL-2.3.2-a, DL-2.3.2-b, LN-A2.3.9-a). */
export const bagLabel = (sheet: PaperData): Block[] => [
  title(wordsAt(sheet, ['bagLabel', 'title'])[0] ?? '材料袋'),
  table([30, 70], [['姓名', sheet.name], ['单位', sheet.unit], ...labelsOf(sheet), ['网上申报编号', sheet.no]]),
  ...wordsAt(sheet, ['bagLabel', 'note']).map(text),
];

/** The title applied for, under the names that the notice prints: the name, a colon, the value. */
function labelsOf(sheet: PaperData): string[][] {
  const own = wordsAt(sheet, ['bagLabel', 'label']).map((each) => each.split('：'));
  if (own.length > 0) return own.map(([name = '', ...value]) => [name, value.join('：')]);
  return [
    ['申报系列', sheet.series],
    ['申报层级', sheet.level],
    ['申报专业', sheet.specialty],
  ];
}

/** Page 7 for the seals, to be scanned (LN-5.6-d). */
export const stampedPage = (sheet: PaperData): Block[] => [
  title('辽宁省专业技术资格评定表'),
  fields([
    ['姓名', sheet.name, 'wide'],
    ['单位全称', sheet.unit, 'wide'],
  ]),
  ...pageSeven(sheet),
];

const paperLine = ({ place, name, copies, bound, ifAny }: DossierLine): string[] => [
  place ?? '另',
  ifAny ? `${name.zh}（如有）` : name.zh,
  `${copies}份`,
  bound > 0 ? `${bound}份` : '不装订',
  '□',
];

/** The paper dossier in printed order, with copies and boxes to tick (DL-2.3, LN-A2). */
export const dossierChecklist = ({ name, unit, specialty, level, dossier }: PaperData): Block[] => [
  title('申报材料清单'),
  fields([
    ['姓名', name, 'wide'],
    ['单位', unit, 'wide'],
    ['申报专业', specialty],
    ['申报层级', level],
  ]),
  list(
    [10, 50, 12, 16, 12],
    ['序号', '材料内容', '份数', '其中装订', '核对'],
    dossier.map((line) => (line.isPaper ? paperLine(line) : ['', `其中：${line.name.zh}`, '', '', '□'])),
  ),
  signed('核对人'),
];
