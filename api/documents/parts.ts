import { nameOfDocument } from '../../domain/access/identity-document.ts';
import type { Achievement } from '../../domain/materials/content.ts';
import { isPublication } from '../../domain/materials/content.ts';
import { listed } from '../../domain/text.ts';
import { type Block, fields, list, printedDate } from './blocks.ts';
import type { PaperData } from './paper.ts';
import { categoryNames, roleNames, tierNames, totalHours } from './words.ts';

/** The applicant and the title applied for. */
export function person({ name, identity, unit, specialty, series, level, content }: PaperData): Block {
  const { summary } = content;
  const genders = { male: '男', female: '女' } as const;
  return fields([
    ['姓名', name],
    ['性别', summary ? genders[summary.gender] : ''],
    ['出生年月', printedDate(summary?.bornOn.slice(0, 7))],
    [nameOfDocument(identity?.type ?? 'citizenId').zh, identity?.number ?? ''],
    ['单位全称', unit, 'wide'],
    ['最高学历', summary?.education ?? ''],
    ['学位', summary?.degree ?? ''],
    ['毕业院校', summary?.graduatedFrom ?? '', 'wide'],
    ['现专业技术资格名称', summary?.currentTitle ?? ''],
    ['取得时间', printedDate(summary?.currentTitleSince)],
    ['工作岗位情况', summary?.position ?? '', 'wide'],
    ['申报系列', series],
    ['申报层级', level],
    ['申报专业', specialty, 'wide'],
  ]);
}

const span = ({ from, to }: Pick<Achievement, 'from' | 'to'>) => `${printedDate(from)}至${printedDate(to)}`;
const own = ({ content, contribution, role }: Achievement) =>
  `${content}\n本人角色：${roleNames[role]}${contribution ? `\n本人完成的具体部分：${contribution}` : ''}`;

const plainColumns = ['序号', '业绩成果名称', '起止时间', '主要内容及本人角色', '业绩成果类别'];

/** All achievements in five columns; `columns` are named as a notice prints them (LN-A1-c). */
export const fiveColumns = (achievements: readonly Achievement[], columns: readonly string[] = []): Block =>
  list(
    [8, 24, 22, 31, 15],
    columns.length === plainColumns.length ? columns : plainColumns,
    achievements.map((each, at) => [String(at + 1), each.title, span(each), own(each), categoryNames[each.category]]),
  );

/** Achievements other than papers and books, which have a table of their own. */
export const besidePublications = (achievements: readonly Achievement[]): Achievement[] =>
  achievements.filter((each) => !isPublication(each));

/** Achievements other than publications; with `remarks`, also the clauses of the standard that each fulfils (DL-1.9-b). */
export const ownAchievements = (achievements: readonly Achievement[], remarks?: string): Block =>
  list(
    remarks === undefined ? [8, 28, 24, 40] : [8, 24, 20, 28, 20],
    [...plainColumns.slice(0, -1), ...(remarks === undefined ? [] : [`备注（${remarks}）`])],
    besidePublications(achievements).map((each, at) => [
      ...[String(at + 1), each.title, span(each), own(each)],
      ...(remarks === undefined ? [] : [listed(each.conditions ?? [])]),
    ]),
  );

/** Papers and books; with `remarks`, also the clauses of the standard (DL-1.9-b). */
export const publications = (achievements: readonly Achievement[], remarks?: string): Block =>
  list(
    [8, 29, 23, 25, 15],
    ['序号', '题目', '刊物或出版社', '发表时间', '备注'],
    achievements
      .filter(isPublication)
      .map((each, at) => [
        String(at + 1),
        each.title,
        each.publishedIn ?? '',
        printedDate(each.publishedOn),
        listed([roleNames[each.role], ...(remarks === undefined ? [] : (each.conditions ?? []))]),
      ]),
  );

/** Studies: the highest and all others (DL-2.3.1-e). */
export const studies = ({ content }: PaperData): Block =>
  list(
    [18, 36, 26, 20],
    ['学历', '院校', '毕业时间', '学习形式'],
    (content.education ?? []).map(({ tier, institution, graduatedOn, mode }) => [
      tierNames[tier],
      institution,
      printedDate(graduatedOn),
      mode === 'fullTime' ? '全日制' : '非全日制',
    ]),
  );

/** Work experience. */
export const experience = ({ content }: PaperData): Block =>
  list(
    [24, 24, 52],
    ['起', '止', '单位及从事的专业技术工作'],
    (content.experience ?? []).map(({ from, to, what }) => [printedDate(from), to ? printedDate(to) : '至今', what]),
  );

/** Continuing education by year, with the number of the proof if the programme has one under this name (LYG-2.9-b). */
export const learning = ({ content }: PaperData, proof?: string): Block =>
  list(
    proof === undefined ? [19, 27, 27, 27] : [14, 19, 19, 19, 29],
    ['年度', '公需科目学时', '专业科目学时', '总学时', ...(proof === undefined ? [] : [`${proof}编号`])],
    (content.continuingEducation ?? []).map((each) => [
      `${each.year}年`,
      String(each.publicHours),
      String(each.professionalHours),
      String(totalHours(each)),
      ...(proof === undefined ? [] : [each.certificate ?? '']),
    ]),
  );
