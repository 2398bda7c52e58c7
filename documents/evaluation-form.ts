import { type Block, heading, newPage, printedDate, right, table, text, title } from './blocks.ts';
import { achievementsWithRemarks, experience, learning, person, publications, studies } from './parts.ts';
import type { Sheet } from './sheet.ts';

/** 《辽宁省专业技术资格评定表》, parts 1 to 8 (DL-2.3.1, LN-5.6-a); what must stay empty stays empty (LN-A2.3.7-a). */
export function evaluationForm(sheet: Sheet): Block[] {
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
    ),
  ];
}

function cover({ name, unit, series, specialty, level, programme }: Sheet): Block[] {
  return [
    right('编号：            '),
    title('辽宁省专业技术资格评定表'),
    text(programme),
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
    text('填表说明：本表一式3份，正反面打印并装订，打印用宋体小四号；表内时间一律用公历阿拉伯数字填写。'),
  ];
}

function filledByApplicant(sheet: Sheet): Block[] {
  const { content, pledge, unitPledge } = sheet;
  return [
    heading('一、基本情况'),
    person(sheet),
    heading('二、学习和工作经历'),
    studies(sheet),
    experience(sheet),
    heading('三、主要专业技术工作业绩'),
    achievementsWithRemarks(content.achievements),
    heading('四、论文、著作'),
    publications(content.achievements),
    heading('五、继续教育情况'),
    learning(sheet),
    heading('六、本人专业技术工作述评'),
    text(content.statement ?? content.contribution ?? ''),
    heading('备注'),
    text(`个人承诺（须手写照录）：${pledge}`),
    right('申报人签字：              年    月    日'),
    text(`单位承诺（须手写照录）：${unitPledge}`),
    right('审核人签字：          （单位公章）    年    月    日'),
  ];
}

/** What the form itself prints where a notice says nothing else. */
const asOnTheForm = ['公示结果无异议', '公示结果有异议，经调查后同意申报'];

/** Page 7 alone, which is sealed, scanned and submitted (LN-5.6-d). */
export function pageSeven({ publicity, publicityResults }: Sheet): Block[] {
  const span = publicity?.postedOn ? `${printedDate(publicity.postedOn)}至${printedDate(publicity.lastDay)}` : '';
  return [
    heading('七、公示、推荐及学科评议组意见'),
    table(
      [30, 70],
      [
        ['单位公示情况：公示时间', span],
        ['公示内容', publicity?.contents.join('、') ?? ''],
        [
          '公示结果',
          publicity?.result ??
            (publicityResults.length > 0 ? publicityResults : asOnTheForm).map((each) => `□${each}`).join('    '),
        ],
        ['单位推荐意见', '\n负责人签字：          （单位公章）    年    月    日'],
        ['人社或主管部门审核意见', '\n审核人签字：          （公章）    年    月    日'],
        ['学科评议组意见', ''],
      ],
    ),
  ];
}
