import { dateOf, type IsoDate } from '../calendar/dates.ts';
import { publicityKey } from '../case/deadlines.ts';
import type { CaseEvent } from '../case/events.ts';
import type { Role } from '../programme/facts.ts';
import type { Reply } from './command-queue.ts';

/** News of the year of a committee, which is about no application (LYG-3.3, LYG-5.2). */
export const committeeTemplates = [
  'noticeProposed',
  'noticeCountersigned',
  'noticePublished',
  'openingReported',
  'openingApproved',
  'resultsAnnounced',
  'dataNear',
  'dataOverdue',
  'dataFiled',
] as const;
export type CommitteeTemplate = (typeof committeeTemplates)[number];

/** Every kind of news a person can be told; each has its wording in both languages in `config/notices/`. */
export const noticeTemplates = [
  'filed',
  'submitted',
  'stageEntered',
  'submissionOpen',
  'returned',
  'posted',
  'objectionRecorded',
  'itemRemoved',
  'publicityInvalidated',
  'resultPassed',
  'attemptGranted',
  'reopened',
  'certified',
  'ended',
  'recheckRequested',
  'recheckConcluded',
  'referralDecided',
  'referralCorrected',
  'committeeMoved',
  'integrityOpened',
  'integrityTold',
  'integrityUpheld',
  'integrityDismissed',
  'titleRevoked',
  'deadlineNear',
  ...committeeTemplates,
] as const;
export type NoticeTemplate = (typeof noticeTemplates)[number];

/** Codes, numbers and dates a notice is worded with; what a piece of news has not is left out. */
export type NoticeParams = {
  readonly stage?: string;
  readonly outcome?: string;
  /** The day by which something must be done where the application now stands. */
  readonly due?: IsoDate;
  /** The last day on the notice board. */
  readonly lastDay?: IsoDate;
  /** The last day of the deadline that passed, and of the remedy that is left. */
  readonly lapsedOn?: IsoDate;
  readonly remedyDue?: IsoDate;
  /** How many deficiencies a return lists. */
  readonly points?: number;
  /** Which submission this is; how many are used, and how many were granted beside the printed ones. */
  readonly attempt?: number;
  readonly attemptsUsed?: number;
  readonly attemptsGranted?: number;
  /** What an authority elsewhere decided of a referred case, and when. */
  readonly passed?: boolean;
  readonly decidedOn?: IsoDate;
  /** How many working days there are before `due`, and the clauses and readings a reminder rests on. */
  readonly daysLeft?: number;
  readonly basis?: readonly string[];
  /** The day of the meeting a committee's notice is about. */
  readonly meetingOn?: IsoDate;
};

/** Who is told what about an event: audience is a role, params are codes and dates, never a name. */
export type Notice = {
  readonly seq: number;
  readonly audience: Role;
  readonly template: NoticeTemplate;
  readonly params: NoticeParams;
};

/** How the case stands after a decision, as far as a notice tells of it. */
export type CaseAfter = {
  readonly snapshot: Pick<Reply['snapshot'], 'attempts' | 'stage'>;
  readonly deadlines: Reply['deadlines'];
};

/** One event of a decision with those around it, and how the case stands after them all. */
type Moment = {
  readonly event: CaseEvent;
  readonly before: CaseEvent | undefined;
  readonly later: readonly CaseEvent[];
  readonly after: CaseAfter | undefined;
};

type News = { readonly template: NoticeTemplate; readonly audiences: readonly Role[]; readonly params: NoticeParams };

/** News that itself says where the application went, so that the entry which follows is none. */
const saysWhereTo: readonly string[] = ['returned', 'publicityInvalidated', 'resultRecorded'];

/**
 * The notices that a decision's events call for. Only what is news when the decision is done is told: not a stage passed through on the way, not the
 * re-entry a return has already spoken of, not a result that ended the road. Nobody is told what their own role did, but the applicant, to whom
 * it is the receipt. Each event has one template, so that a person with two roles is told once. `after` adds dates and attempts.
 */
export function noticesFor(events: readonly CaseEvent[], after?: CaseAfter): Notice[] {
  return events.flatMap((event, index) => {
    const news = newsOf({ event, before: events[index - 1], later: events.slice(index + 1), after });
    if (!news) return [];
    return news.audiences
      .filter((audience) => audience === 'applicant' || audience !== event.by.role)
      .map((audience) => ({ seq: event.seq, audience, template: news.template, params: news.params }));
  });
}

function newsOf(moment: Moment): News | null {
  const { event, later } = moment;
  const follows = (name: CaseEvent['name']) => later.some((each) => each.name === name);
  switch (event.name) {
    case 'submitted':
      return submittedNews(event);
    case 'stageEntered':
      return follows('stageEntered') || follows('ended') ? null : entryNews(moment, event);
    case 'returned':
      return told('returned', ['applicant', 'unitHr'], { ...movedTo(moment), ...pointsOf(event) });
    case 'posted':
      return told('posted', ['applicant'], { ...stageOf(event), lastDay: event.data.lastDay });
    case 'objectionRecorded':
      return told('objectionRecorded', ['unitHr', 'committeeOffice'], stageOf(event));
    case 'itemRemoved':
      return told('itemRemoved', ['applicant'], stageOf(event));
    case 'publicityInvalidated':
      return follows('ended') ? null : told('publicityInvalidated', ['applicant', 'unitHr'], movedTo(moment));
    case 'resultRecorded':
      return follows('ended') ? null : told('resultPassed', ['applicant', 'unitHr'], movedTo(moment));
    case 'attemptGranted':
      return follows('reopened') ? null : told('attemptGranted', ['applicant'], standing(moment.after));
    case 'reopened':
      return told('reopened', ['applicant', 'unitHr'], { ...stageOf(event), ...standing(moment.after) });
    case 'recheckRequested':
      return told('recheckRequested', ['committeeOffice'], stageOf(event));
    case 'recheckConcluded':
      return follows('reopened') ? null : told('recheckConcluded', ['applicant', 'unitHr'], stageOf(event));
    case 'referralDecided':
    case 'referralCorrected':
      return told(event.name, ['applicant', 'unitHr'], referralOf(event));
    case 'committeeMoved':
      return told('committeeMoved', ['applicant', 'unitHr'], { ...stageOf(event), ...standing(moment.after) });
    case 'ended':
      return endNews(moment, event);
    default:
      return null;
  }
}

const told = (template: NoticeTemplate, audiences: readonly Role[], params: NoticeParams): News => ({
  template,
  audiences,
  params,
});

/** A filing goes to the unit, a counted submission to the committee office. */
function submittedNews({ data, ...event }: CaseEvent<'submitted'>): News {
  if (!data.counted) return told('filed', ['unitHr'], {});
  return told('submitted', ['committeeOffice'], {
    ...stageOf(event),
    ...(data.attempt === undefined ? {} : { attempt: data.attempt }),
  });
}

/** The unit is told too where days count from the entry: whoever delivers has only those. */
function entryNews(moment: Moment, { data }: CaseEvent<'stageEntered'>): News | null {
  if (saysWhereTo.includes(moment.before?.name ?? '')) return null;
  const params = { stage: data.to, ...standing(moment.after) };
  if (moment.after?.snapshot.stage?.phase === 'awaiting') return told('submissionOpen', ['applicant'], params);
  const days = moment.after?.deadlines.some(({ rule }) => rule.kind === 'workingDaysAfterEntry');
  return told('stageEntered', days ? ['applicant', 'unitHr'] : ['applicant'], params);
}

function endNews({ before, after }: Moment, event: CaseEvent<'ended'>): News {
  const { outcome, stage, deadline } = event.data;
  const params = { outcome, ...(stage ? { stage } : {}) };
  if (before?.name === 'passed' && before.data.certificate) return told('certified', ['applicant', 'unitHr'], params);
  const remedy = after?.deadlines[0]?.due;
  const lapse = deadline ? { lapsedOn: dateOf(event.at - 1), ...(remedy ? { remedyDue: remedy } : {}) } : {};
  return told('ended', ['applicant', 'unitHr'], { ...params, ...lapse });
}

const stageOf = ({ stage }: Pick<CaseEvent, 'stage'>): NoticeParams => (stage === null ? {} : { stage });

/** What came back of a referral, and from which stage it went. */
const referralOf = ({ data, ...event }: CaseEvent<'referralDecided' | 'referralCorrected'>): NoticeParams => ({
  ...stageOf(event),
  passed: data.passed,
  decidedOn: data.decidedOn,
});

/** Where an application stands that an event moved, or left where it was. */
function movedTo({ event, later, after }: Moment): NoticeParams {
  const entered = later.find((each) => each.name === 'stageEntered');
  return { ...stageOf(event), ...(entered ? { stage: entered.data.to } : {}), ...standing(after) };
}

const pointsOf = ({ data }: CaseEvent<'returned'>): NoticeParams => ({ points: data.deficiencies.length });

/** By when something is due, and, where the applicant is awaited, how many submissions are used. */
function standing(after: CaseAfter | undefined): NoticeParams {
  if (!after) return {};
  const due = after.deadlines.find(({ key }) => key !== publicityKey)?.due;
  const { attempts, stage } = after.snapshot;
  return {
    ...(due ? { due } : {}),
    ...(stage?.phase === 'awaiting' ? { attemptsUsed: attempts.used, attemptsGranted: attempts.granted } : {}),
  };
}
