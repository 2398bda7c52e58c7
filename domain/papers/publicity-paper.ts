import type { IsoDate } from '../calendar/dates.ts';
import { addWorkingDays, type Calendar } from '../calendar/working-days.ts';
import { clauseSatisfied } from '../clause.ts';
import type { MaterialContent } from '../materials/content.ts';
import type { PaperRule, PaperTemplate } from '../programme/materials/papers.ts';
import type { Text } from '../text.ts';

/** What a unit enters on a publicity document, besides the applicants on it. */
export type PublicityPaper = {
  readonly decidingMeeting: string;
  readonly contactPerson: string;
  readonly telephone: string;
  readonly unitName: string;
  /** 公示内容 of part 7 (DL-2.2.2-f). */
  readonly contents?: readonly string[] | undefined;
  readonly postedOn: IsoDate;
  readonly lastDay: IsoDate;
};

/** A deviation from the template, which makes the document invalid (LN-5.4-e). */
export type PaperFinding = {
  readonly clause: string;
  readonly item: string;
  readonly message: Text;
  /** Where the last day is too early: the earliest that is not, and the clauses of the publicity itself. */
  readonly short?: { readonly earliestLastDay: IsoDate; readonly clauses: readonly string[] };
};

/** The context of the check: the required number of days, and the material of the applicants on the document. */
export type PaperSetting = {
  readonly calendar: Calendar;
  readonly workingDays: number;
  /** The clauses by which it must be posted so long. */
  readonly clauses?: readonly string[];
  readonly people: readonly MaterialContent[];
};

/** The deviations of a publicity document from the points that the programme prints, in their order. */
export function publicityFindings(
  template: PaperTemplate | undefined,
  paper: PublicityPaper,
  setting: PaperSetting,
): PaperFinding[] {
  return (template?.points ?? []).flatMap(({ asks, clause }) => {
    const { item, message, kept } = points[asks];
    if (clauseSatisfied(clause, kept(paper, setting))) return [];
    const finding = { clause, item, message: message(setting) };
    if (asks !== 'lastDay') return [finding];
    return [{ ...finding, short: { earliestLastDay: shortest(paper, setting), clauses: setting.clauses ?? [] } }];
  });
}

type Point = {
  readonly item: string;
  readonly message: (setting: PaperSetting) => Text;
  readonly kept: (paper: PublicityPaper, setting: PaperSetting) => boolean;
};

const shortest = ({ postedOn }: PublicityPaper, { calendar, workingDays }: PaperSetting): IsoDate =>
  addWorkingDays(calendar, postedOn, workingDays);

const isSaid = (each: string): boolean => each.trim() !== '';

const points: Readonly<Record<PaperRule['asks'], Point>> = {
  meeting: {
    item: '/document/decidingMeeting',
    message: () => ({ zh: '须写明审议通过的会议名称。', en: 'Name the meeting that decided.' }),
    kept: ({ decidingMeeting }) => isSaid(decidingMeeting),
  },
  contact: {
    item: '/document/contactPerson',
    message: () => ({ zh: '须写明联系人、联系电话和单位名称。', en: 'Name contact person, telephone and unit.' }),
    kept: ({ contactPerson, telephone, unitName }) => [contactPerson, telephone, unitName].every(isSaid),
  },
  lastDay: {
    item: '/lastDay',
    message: ({ workingDays }) => ({
      zh: `反映情况的截止日期须满足${workingDays}个工作日。`,
      en: `Objections must be possible for ${workingDays} working days.`,
    }),
    kept: (paper, setting) => paper.lastDay >= shortest(paper, setting),
  },
  summaries: {
    item: '/items',
    message: () => ({
      zh: '个人基本情况各栏须填写完整。',
      en: 'All fields of the personal summary must be filled in.',
    }),
    kept: (_, { people }) => people.every(({ summary }) => summary?.gender && summary.bornOn && summary.position),
  },
  contents: {
    item: '/document/contents',
    message: () => ({
      zh: '须如实填写“公示内容”，如：基本情况、工作经历、主要工作业绩、获奖情况等。',
      en: 'Say what is made public: for instance the summary, the experience, the main achievements, the awards.',
    }),
    kept: ({ contents = [] }) => contents.length > 0,
  },
};
