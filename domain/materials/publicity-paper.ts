import { addWorkingDays, type Calendar } from '../calendar.ts';
import type { IsoDate } from '../dates.ts';
import { holds } from '../rule.ts';
import type { Text } from '../text.ts';
import type { MaterialContent } from './content.ts';
import type { MaterialRule } from './material-rule.ts';

/** What a unit writes on a publicity document beside the people on it. */
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

/** A document that breaks the template is invalid (LN-5.4-e); each finding names what. */
export type PaperFinding = { readonly clause: string; readonly item: string; readonly message: Text };

/** How many working days the public has (LN-A1-e). */
export const publicityWorkingDays = 5;

/** What a publicity document lacks by annex 1 of the Liaoning notice or by Dalian’s part 7, where the programme has that rule. */
export function publicityFindings(
  materials: readonly MaterialRule[],
  paper: PublicityPaper,
  { calendar, people }: { readonly calendar: Calendar; readonly people: readonly MaterialContent[] },
): PaperFinding[] {
  const has = (clause: string) => materials.some((rule) => rule.clause === clause);
  const findings: PaperFinding[] = [];
  const need = (clause: string, fulfilled: boolean, item: string, message: Text) => {
    if (!fulfilled) findings.push({ clause, item, message });
  };
  if (has('LN-5.4-b')) {
    const named = paper.decidingMeeting.trim() !== '';
    need('LN-A1-a', holds('LN-A1-a', named), '/document/decidingMeeting', texts.meeting);
    const signed = [paper.contactPerson, paper.telephone, paper.unitName].every((each) => each.trim() !== '');
    need('LN-A1-g', holds('LN-A1-g', signed), '/document/contactPerson', texts.contact);
    const earliest = addWorkingDays(calendar, paper.postedOn, publicityWorkingDays);
    need('LN-A1-e', holds('LN-A1-e', paper.lastDay >= earliest), '/lastDay', texts.lastDay);
    const whole = people.every(({ summary }) => summary?.gender && summary.bornOn && summary.position);
    need('LN-A1-b', holds('LN-A1-b', whole), '/items', texts.summary);
  }
  if (has('DL-2.2.2-f')) {
    const filled = (paper.contents?.length ?? 0) > 0;
    need('DL-2.2.2-f', holds('DL-2.2.2-f', filled), '/document/contents', texts.contents);
  }
  return findings;
}

const texts = {
  meeting: { zh: '须写明审议通过的会议名称。', en: 'Name the meeting that decided.' },
  contact: { zh: '须写明联系人、联系电话和单位名称。', en: 'Name contact person, telephone and unit.' },
  lastDay: { zh: '反映情况的截止日期须满足5个工作日。', en: 'Objections must be possible for 5 working days.' },
  summary: { zh: '个人基本情况各栏须填写完整。', en: 'All fields of the personal summary must be filled in.' },
  contents: {
    zh: '须如实填写“公示内容”，如：基本情况、工作经历、主要工作业绩、获奖情况等。',
    en: 'Say what is made public: for instance the summary, the experience, the main achievements, the awards.',
  },
} satisfies Record<string, Text>;
