import { filledIn } from '../../domain/papers/paper-words.ts';
import { listed } from '../../domain/text.ts';
import { type Block, heading, newPage, printedDate, right, text, title } from './blocks.ts';
import { type PaperData, wordsAt } from './paper.ts';
import { fiveColumns } from './parts.ts';
import { wayNames } from './words.ts';

/** The publicity document by the template of the programme (LN-A1-a to LN-A1-g), or a plain one if it has none; each person has a page. */
export const publicityDocument = (sheets: readonly PaperData[]): Block[] =>
  sheets.flatMap((sheet, at) => [...(at > 0 ? [newPage] : []), ...onePerson(sheet)]);

function onePerson(sheet: PaperData): Block[] {
  const { unit, content, publicity } = sheet;
  return [
    ...opening(sheet),
    heading('一、个人基本情况'),
    summaryOf(sheet),
    heading('二、主要业绩情况'),
    fiveColumns(content.achievements, wordsAt(sheet, ['publicityDocument', 'column'])),
    ...wordsAt(sheet, ['publicityDocument', 'achievementsNote']).map(text),
    objections(sheet),
    text(`联系人：${publicity?.contactPerson ?? ''}\n联系电话：${publicity?.telephone ?? ''}`),
    ...(publicity?.address ? [text(`地址：${publicity.address}`)] : []),
    right(`${wordsAt(sheet, ['publicityDocument', 'unitName'])[0] ?? '单位名称'}：${unit}`),
    right(printedDate(publicity?.postedOn)),
  ];
}

/** Of a unit whose authority prints no template. */
const plainTitle = '{name}申报{specialty}专业{level}职称的公示';

/** Title and first sentence: those of the template, else plain ones. */
function opening(sheet: PaperData): Block[] {
  const meeting = { meeting: sheet.publicity?.decidingMeeting ?? '' };
  const [name] = wordsAt(sheet, ['publicityDocument', 'title']);
  return [
    title(name ?? filledIn(plainTitle, { name: sheet.name, specialty: sheet.specialty, level: sheet.level })),
    ...wordsAt(sheet, ['publicityDocument', 'preamble'], meeting).map(text),
  ];
}

function summaryOf({ name, content: { summary } }: PaperData): Block {
  const genders = { male: '男', female: '女' } as const;
  return text(
    [
      `姓名：${name}`,
      `性别：${summary ? genders[summary.gender] : ''}`,
      `出生年月：${printedDate(summary?.bornOn.slice(0, 7))}`,
      `学历学位：${listed([summary?.education, summary?.degree].flatMap((each) => each || []))}`,
      `现专业技术资格名称：${summary?.currentTitle ?? '无'}`,
      `取得时间：${printedDate(summary?.currentTitleSince)}`,
      `工作岗位情况：${summary?.position ?? ''}`,
    ].join('\n'),
  );
}

const blankDay = '    年    月    日';

/** Until when and how to object, by the template; without one, the days on which it is public. */
function objections(sheet: PaperData): Block {
  const { postedOn, lastDay, ways } = sheet.publicity ?? {
    postedOn: null,
    lastDay: null,
    ways: ['telephone', 'letter', 'visit'] as const,
  };
  const asPrinted = wordsAt(sheet, ['publicityDocument', 'objections'], {
    until: lastDay ? `${printedDate(lastDay)}前（含当日）` : `${sheet.year}年    月    日前`,
    ways: listed(ways.map((way) => wayNames[way])),
  });
  return text(
    asPrinted.join('') || `公示时间：${printedDate(postedOn) || blankDay}至${printedDate(lastDay) || blankDay}`,
  );
}
