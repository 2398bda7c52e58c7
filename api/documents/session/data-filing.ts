import { correctionsOn } from './corrections.ts';
import type { PaperSession, ResultLine, RosterLine } from './session-paper.ts';
import { trackNames } from './session-words.ts';

/** What the register knows of a person beside the roster. */
export type FiledPerson = {
  readonly identity: string | null;
  readonly gender: 'male' | 'female' | null;
  readonly territory: string;
  readonly supervisor: string;
};

const genders = { male: '男', female: '女' } as const;
const widths = { narrow: 8, usual: 14, wide: 24 } as const;

/** The columns of the register, in its order. */
const columns = [
  { header: '年度', width: widths.narrow },
  { header: '地市', width: widths.usual },
  { header: '主管单位', width: widths.wide },
  { header: '姓名', width: widths.usual },
  { header: '性别', width: widths.narrow },
  { header: '身份证号', width: widths.wide, form: 'text' as const },
  { header: '评委会', width: widths.wide },
  { header: '系列', width: widths.usual },
  { header: '级别', width: widths.usual },
  { header: '职称', width: widths.usual },
  { header: '专业', width: widths.usual },
  { header: '专业组', width: widths.usual },
  { header: '取得资格时间', width: widths.usual },
  { header: '取得资格方式', width: widths.usual },
  { header: '评审类型', width: widths.usual },
  { header: '备注', width: widths.wide },
];

/** The data of those who passed, in the columns of the register (LYG-5.2-a); the only paper of a session with identity numbers. */
export function dataFiling(
  { year, committee, state }: PaperSession,
  {
    roster,
    results,
    people,
  }: {
    readonly roster: readonly RosterLine[];
    readonly results: readonly ResultLine[];
    readonly people: ReadonlyMap<string, FiledPerson>;
  },
) {
  const passed = new Set(results.filter((each) => each.passed).map(({ application }) => application));
  const corrected = correctionsOn(state, 'dataFiling').map(({ n }) => `更正第${n}号`);
  const note = [...(state.status === 'VOIDED' ? ['评审结果已宣布无效'] : []), ...corrected].join('；');
  const rows = roster
    .filter(({ no }) => passed.has(no))
    .map((line) => {
      const person = people.get(line.no);
      return [
        ...[year, person?.territory ?? '', person?.supervisor ?? '', line.name],
        ...[person?.gender ? genders[person.gender] : '', person?.identity ?? '', committee, line.series, line.level],
        // No panels are kept, so the group of the specialty is empty.
        ...[
          `${line.series}${line.level}专业技术资格`,
          line.specialty,
          '',
          state.lastDay ?? '',
          '评审',
          trackNames[line.track],
          note,
        ],
      ];
    });
  return { name: '评审数据', columns, rows };
}
