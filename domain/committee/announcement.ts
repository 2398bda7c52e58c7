import { isIsoDate, yearOf } from '../calendar/dates.ts';
import { allClausesSatisfied } from '../clause.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { CommitteeSetting, CommitteeStep, CommitteeYear, Notice, NoticeWindow } from './year.ts';

/** The committee's office drafts its notice, with the periods that the plan does not print (LYG-3.3-a, LYG-7-a). */
export const proposeNotice: CommitteeStep = (year, { windows = [] }, setting) => {
  if (year.notice && year.notice.status !== 'draft') return decided(setting);
  for (const window of windows) {
    const refusal = wrongWindow(window, setting);
    if (refusal) return refusal;
  }
  if (new Set(windows.map(({ key }) => key)).size < windows.length)
    return refuse(
      'INVALID_DATA',
      { zh: '同一时间只能写一次。', en: 'Each period is given once.' },
      { clauses: setting.rules.notice.clauses },
    );
  return withStatus(year, { status: 'draft', windows, publishedOn: null });
};

/** 市职称办 reviews and countersigns it, without which it is not issued (LYG-3.3-b). */
export const countersign: CommitteeStep = (year, _, setting) => {
  if (year.notice?.status === 'draft') return withStatus(year, { ...year.notice, status: 'countersigned' });
  return year.notice ? decided(setting) : notProposed(setting);
};

/** The office publishes it on both sites, in principle by the end of June (LYG-3.3-a, LYG-3.3-c). */
export const publishNotice: CommitteeStep = (year, { reasoned }, { rules, today }) => {
  const { notice } = year;
  const { clauses, by } = rules.notice;
  if (!notice || !allClausesSatisfied(rules.notice.countersign, notice.status === 'countersigned'))
    return refuse(
      'ACTION_NOT_HERE',
      { zh: '通知须先报经市职称办审核会签。', en: 'The notice is first reviewed and countersigned.' },
      { clauses: rules.notice.countersign },
    );
  if (today > by && !reasoned)
    return refuse(
      'REASON_MISSING',
      {
        zh: `通知原则上应在${by}前下发，逾期须写明理由。`,
        en: `In principle it is issued by ${by}; later needs a reason.`,
      },
      { clauses, details: { by } },
    );
  return withStatus(year, { ...notice, status: 'published', publishedOn: today });
};

const withStatus = (year: CommitteeYear, notice: Notice): CommitteeYear => ({ ...year, notice });

const decided = ({ rules }: CommitteeSetting): Refusal =>
  refuse(
    'ACTION_NOT_HERE',
    { zh: '通知已会签。', en: 'The notice is countersigned already.' },
    { clauses: rules.notice.countersign },
  );

const notProposed = ({ rules }: CommitteeSetting): Refusal =>
  refuse(
    'ACTION_NOT_HERE',
    { zh: '尚未拟定通知。', en: 'No notice has been drafted.' },
    { clauses: rules.notice.clauses },
  );

/** Only what the plan leaves to the notice, inside the year. */
function wrongWindow({ key, opens, closes }: NoticeWindow, setting: CommitteeSetting): Refusal | null {
  const { timeline, committee, rules } = setting;
  const open = timeline.announced?.some((each) => each.key === key && (each.committees?.includes(committee) ?? true));
  if (!open)
    return refuse(
      'CHOICE_UNFIT',
      {
        zh: '计划表已列明该时间，通知不得另行规定。',
        en: 'The plan prints this period; the notice does not set another.',
      },
      { clauses: rules.notice.printed, details: { window: key } },
    );
  const right = isIsoDate(opens) && isIsoDate(closes) && opens <= closes;
  if (right && yearOf(opens) === timeline.year && yearOf(closes) === timeline.year) return null;
  return refuse(
    'INVALID_DATA',
    { zh: '时间须在本年度内。', en: 'A period lies inside the year and ends after it begins.' },
    { clauses: rules.notice.withinYear, details: { window: key } },
  );
}
