import { dateOf, isIsoDate, yearOf } from '../calendar/dates.ts';
import { allClausesSatisfied } from '../clause.ts';
import type { Decider } from '../entity/decider.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { dutyRefusal } from './duties.ts';
import type {
  Announcement,
  AnnouncementActionName,
  AnnouncementCommand,
  AnnouncementFact,
  CommitteeData,
  CommitteeSetting,
  NoticeWindow,
} from './year.ts';

/** Why a step of the announcement is not possible; null where nothing stands against it. */
type Guard = (announcement: Announcement, data: CommitteeData, setting: CommitteeSetting) => Refusal | null;

/** The committee's office drafts its notice, with the periods that the plan does not print (LYG-3.3-a, LYG-7-a). */
const proposeNotice: Guard = ({ notice }, { windows = [] }, setting) => {
  if (notice && notice.status !== 'draft') return decided(setting);
  for (const window of windows) {
    const refusal = wrongWindow(window, setting);
    if (refusal) return refusal;
  }
  if (new Set(windows.map(({ key }) => key)).size === windows.length) return null;
  return refuse(
    'INVALID_DATA',
    { zh: '同一时间只能写一次。', en: 'Each period is given once.' },
    { clauses: setting.rules.notice.clauses },
  );
};

/** 市职称办 reviews and countersigns it, without which it is not issued (LYG-3.3-b). */
const countersign: Guard = ({ notice }, _, setting) => {
  if (notice?.status === 'draft') return null;
  return notice ? decided(setting) : notProposed(setting);
};

/** The office publishes it on both sites, in principle by the end of June (LYG-3.3-a, LYG-3.3-c). */
const publishNotice: Guard = ({ notice }, { reasoned }, { rules, today }) => {
  const { clauses, by } = rules.notice;
  if (!notice || !allClausesSatisfied(rules.notice.countersign, notice.status === 'countersigned'))
    return refuse(
      'ACTION_NOT_HERE',
      { zh: '通知须先报经市职称办审核会签。', en: 'The notice is first reviewed and countersigned.' },
      { clauses: rules.notice.countersign },
    );
  if (today <= by || reasoned) return null;
  return refuse(
    'REASON_MISSING',
    {
      zh: `通知原则上应在${by}前下发，逾期须写明理由。`,
      en: `In principle it is issued by ${by}; later needs a reason.`,
    },
    { clauses, details: { by } },
  );
};

const guards: Readonly<Record<AnnouncementActionName, Guard>> = { proposeNotice, countersign, publishNotice };

/** The announcement of a committee: drafted, countersigned, published. */
export const announcementDecider: Decider<Announcement, AnnouncementCommand, AnnouncementFact> = {
  empty: { seq: 0, lastAt: 0, notice: null },
  decide(state, command) {
    const { name, data, context } = command;
    const setting = { ...context, today: dateOf(Math.max(command.receivedAt, state.lastAt)) };
    return dutyRefusal(command, context) ?? guards[name](state, data, setting) ?? [{ name, data }];
  },
  evolve(state, { name, at, data }) {
    const { windows = [] } = data;
    if (name === 'proposeNotice') return { ...state, notice: { status: 'draft', windows, publishedOn: null } };
    if (!state.notice) return state;
    if (name === 'countersign') return { ...state, notice: { ...state.notice, status: 'countersigned' } };
    return { ...state, notice: { ...state.notice, status: 'published', publishedOn: dateOf(at) } };
  },
};

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
