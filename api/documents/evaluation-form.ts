import { listed } from '../../domain/text.ts';
import {
  type Block,
  heading,
  lines,
  newPage,
  photo,
  printedDate,
  right,
  subtitle,
  table,
  text,
  title,
} from './blocks.ts';
import { type PaperData, wordsAt } from './paper.ts';
import { experience, learning, ownAchievements, person, publications, studies } from './parts.ts';

/** The number of lines for the handwritten pledges of applicant and unit. */
const pledgeLines = { applicant: 4, unit: 3 };

/** The least height of a row that is signed and sealed, mm. */
const sealed = 32;

/** 《辽宁省专业技术资格评定表》, parts 1 to 8 (DL-2.3.1, LN-5.6-a); fields that must stay empty do (LN-A2.3.7-a). */
export function evaluationForm(sheet: PaperData): Block[] {
  return [
    ...cover(sheet),
    newPage,
    ...filledByApplicant(sheet),
    newPage,
    ...pageSeven(sheet),
    newPage,
    heading('八、评定意见'),
    table(
      [30, 70],
      [
        ['评委会评定情况', ''],
        ['各市人社局省直评审部门（单位）或自主评审单位意见', ''],
        ['证书管理号', sheet.certificate ?? ''],
      ],
      [sealed, sealed],
    ),
  ];
}

function cover(sheet: PaperData): Block[] {
  const { name, unit, series, specialty, level, programme } = sheet;
  return [
    right('编号：            '),
    title('辽宁省专业技术资格评定表'),
    subtitle(programme),
    table(
      [30, 70],
      [
        ['单位全称（盖章）', unit],
        ['姓名', name],
        ['申报系列', series],
        ['申报专业', specialty],
        ['申报层级', level],
      ],
    ),
    ...wordsAt(sheet, ['evaluationForm', 'note']).map(text),
  ];
}

function filledByApplicant(sheet: PaperData): Block[] {
  const { content } = sheet;
  const [remarks] = wordsAt(sheet, ['evaluationForm', 'remarks']);
  return [
    heading('一、基本情况'),
    ...wordsAt(sheet, ['evaluationForm', 'photo']).map((kind) => photo(`照片\n（${kind}）`, sheet.photo)),
    person(sheet),
    heading('二、学习和工作经历'),
    studies(sheet),
    experience(sheet),
    heading('三、主要专业技术工作业绩'),
    ownAchievements(content.achievements, remarks),
    heading('四、论文、著作'),
    publications(content.achievements, remarks),
    heading('五、继续教育情况'),
    learning(sheet, wordsAt(sheet, ['evaluationForm', 'proof'])[0]),
    heading('六、本人专业技术工作述评'),
    text(content.statement ?? content.contribution ?? ''),
    ...pledges(sheet),
  ];
}

/** The part for both handwritten pledges: the instruction of the notice above empty lines (LN-6.5-a, DL-2.3.1-h). */
function pledges(sheet: PaperData): Block[] {
  const { applicant, unit } = pledgeLines;
  return [
    ...wordsAt(sheet, ['evaluationForm', 'pledgesTitle']).map(heading),
    ...wordsAt(sheet, ['evaluationForm', 'applicantPledge']).flatMap((asked) => [
      text(asked),
      lines(applicant),
      right('申报人签字：              年    月    日'),
    ]),
    ...wordsAt(sheet, ['evaluationForm', 'unitPledge']).flatMap((asked) => [
      text(asked),
      lines(unit),
      right('审核人签字：          （单位公章）    年    月    日'),
    ]),
  ];
}

/** Only page 7, which is sealed (by an association too, if the application has one), scanned and submitted (LN-5.6-d, LN-5.6-e). */
export function pageSeven({ publicity, publicityResults, otherSeals }: PaperData): Block[] {
  const span = publicity?.postedOn ? `${printedDate(publicity.postedOn)}至${printedDate(publicity.lastDay)}` : '';
  return [
    heading('七、公示、推荐及学科评议组意见'),
    table(
      [30, 70],
      [
        ['单位公示情况：公示时间', span],
        ['公示内容', listed(publicity?.contents ?? [])],
        ['公示结果', publicity?.result ?? publicityResults.map((each) => `□${each}`).join('    ')],
        ['单位推荐意见', '\n负责人签字：      （单位公章）    年    月    日'],
        ['人社或主管部门审核意见', '\n审核人签字：          （公章）    年    月    日'],
        ...otherSeals.map((who) => [who, '\n审核人签字：          （公章）    年    月    日']),
        ['学科评议组意见', ''],
      ],
      [0, 0, 0, ...Array(3 + otherSeals.length).fill(sealed)],
    ),
  ];
}
