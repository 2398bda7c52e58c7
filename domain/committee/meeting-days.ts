import { addDays, type IsoDate } from '../calendar/dates.ts';
import type { Gate, SessionStage } from '../programme/stages/stages.ts';
import type { Timeline } from '../programme/timeline.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { listed } from '../text.ts';

type Day = { readonly meetingOn: IsoDate; readonly reasoned: boolean };

/** What decides about the day of a meeting: the rules of the stage, the dates in force with those of the committee's notice, and the day of the decision. */
export type DaySetting = {
  readonly session: Pick<SessionStage, 'heldWithin' | 'opening' | 'planned'>;
  readonly timeline: Pick<Timeline, 'windows'>;
  readonly committee: string;
  readonly today: IsoDate;
};

/** Why a meeting cannot be reported for a day; null where nothing stands against it. */
export const dayRefusal = (day: Day, setting: DaySetting): Refusal | null =>
  wrongDay(day, setting) ?? unplanned(day, setting) ?? tooLate(day.meetingOn, setting);

/** Outside the months in which the plan, or the committee's own notice, has the meeting, it is reported with a reason (LYG-7-b, LYG-7-c). */
function unplanned({ meetingOn, reasoned }: Day, setting: DaySetting): Refusal | null {
  const { session, committee, timeline } = setting;
  const months = timeline.windows.filter(
    ({ key, committees }) => key === session.planned && committees?.includes(committee),
  );
  if (reasoned || months.length === 0) return null;
  if (months.some(({ opens, closes }) => meetingOn >= opens && meetingOn <= closes)) return null;
  const spans = months.map(({ opens, closes }) => `${opens}–${closes}`);
  return refuse(
    'REASON_MISSING',
    {
      zh: `会议日期不在计划列明的评审时间（${listed(spans)}）内，须写明理由。`,
      en: `The plan has the meeting in ${spans.join(', ')}; another day needs a recorded reason.`,
    },
    { clauses: [...new Set(months.flatMap(({ clauses }) => clauses))], details: { planned: spans } },
  );
}

function tooLate(meetingOn: IsoDate, { session, today }: DaySetting): Refusal | null {
  const { opening } = session;
  if (!opening || addDays(today, opening.daysBefore) <= meetingOn) return null;
  return refuse(
    'NOT_OPENED',
    {
      zh: `开评报告须在召开前${opening.daysBefore}日报送，会议最早可定于${addDays(today, opening.daysBefore)}。`,
      en: `It is reported ${opening.daysBefore} days ahead: the meeting can be on ${addDays(today, opening.daysBefore)} at the earliest.`,
    },
    {
      clauses: opening.clauses,
      readings: opening.readings ?? [],
      details: { earliest: addDays(today, opening.daysBefore) },
    },
  );
}

/** By the end of November in principle, later with a reason, never in another year (LYG-3.1-a, LYG-3.1-b). */
function wrongDay({ meetingOn, reasoned }: Day, { session, timeline }: DaySetting): Refusal | null {
  const { heldWithin } = session;
  const inside = (gate: Gate) =>
    timeline.windows.some(({ key, opens, closes }) => key === gate.window && meetingOn >= opens && meetingOn <= closes);
  if (!heldWithin || inside(heldWithin)) return null;
  const { withReason } = heldWithin;
  if (withReason && inside(withReason))
    return reasoned
      ? null
      : refuse(
          'REASON_MISSING',
          {
            zh: '评审原则上应在11月底前完成，逾期须写明理由。',
            en: 'In principle it is finished in November; later needs a reason.',
          },
          { clauses: heldWithin.clauses },
        );
  return refuse(
    'WINDOW_CLOSED',
    { zh: '不得跨年度评审。', en: 'Review may not cross the year.' },
    { clauses: (withReason ?? heldWithin).clauses },
  );
}
