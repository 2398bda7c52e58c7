import { type Block, heading, newPage, printedDate, right, text, title } from './blocks.ts';
import { fiveColumns } from './parts.ts';
import type { Sheet } from './sheet.ts';
import { wayNames } from './words.ts';

/** The publicity document by annex 1 (LN-A1-a to LN-A1-g), a page of its own for each person. */
export const publicityDocument = (sheets: readonly Sheet[]): Block[] =>
  sheets.flatMap((sheet, at) => [...(at > 0 ? [newPage] : []), ...onePerson(sheet)]);

function onePerson({ name, unit, specialty, level, year, content, publicity }: Sheet): Block[] {
  const { summary } = content;
  const genders = { male: '男', female: '女' } as const;
  const ways = (publicity?.ways ?? ['telephone', 'letter', 'visit']).map((way) => wayNames[way]).join('、');
  const target = `${specialty}专业${level}专业技术资格评审`;
  const meeting = publicity?.decidingMeeting ?? '';
  return [
    title(`关于拟推荐${name}同志申报${target}的公示`),
    text(
      `按照有关通知要求，经个人申请、人事部门审核、${meeting}会议审议通过，拟推荐${name}同志申报${year}年${target}。现将有关情况公示如下：`,
    ),
    heading('一、个人基本情况'),
    text(
      [
        `姓名：${name}`,
        `性别：${summary ? genders[summary.gender] : ''}`,
        `出生年月：${printedDate(summary?.bornOn.slice(0, 7))}`,
        `学历学位：${[summary?.education, summary?.degree].filter(Boolean).join('、')}`,
        `现专业技术资格名称：${summary?.currentTitle ?? '无'}`,
        `取得时间：${printedDate(summary?.currentTitleSince)}`,
        `工作岗位情况：${summary?.position ?? ''}`,
      ].join('\n'),
    ),
    heading('二、主要业绩情况'),
    fiveColumns(content.achievements),
    text(
      '注：业绩成果类别分为项目、作品、专利、计算机软件著作权、标准规范、科技奖励、技术报告、著作、论文、人才认可等。如内容较多，可另加附页。',
    ),
    text(
      `本公示发布后，如对以上情况有不同意见，请在${printedDate(publicity?.lastDay)}前（含当日）以${ways}等方式向人事部门反映。反映问题要实事求是，电话、信函应署真实姓名。`,
    ),
    text(`联系人：${publicity?.contactPerson ?? ''}\n联系电话：${publicity?.telephone ?? ''}`),
    ...(publicity?.address ? [text(`地址：${publicity.address}`)] : []),
    right(`单位名称（加盖单位公章）：${unit}`),
    right(printedDate(publicity?.postedOn)),
  ];
}
