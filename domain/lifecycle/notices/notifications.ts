import { dateOf, type IsoDate } from '../../calendar/dates.ts';
import type { CaseEvent } from '../../case/events.ts';
import { publicityKey } from '../../case/plan/deadlines.ts';
import type { Role } from '../../programme/facts.ts';
import type { Reply } from '../command-queue.ts';

/** The templates of notices about the year of a committee, which concern no application (LYG-3.3, LYG-5.2). */
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
  'measureTaken',
  'measureLifted',
] as const;
export type CommitteeTemplate = (typeof committeeTemplates)[number];

/** The templates of notices about a review session. */
export const sessionTemplates = [
  'sessionTurn',
  'sessionOpeningRefused',
  'sessionMoved',
  'sessionSuspended',
  'sessionCancelled',
  'sessionVoided',
  'sessionReportNear',
  'sessionHeldNear',
  'sessionDeclare',
  'defenceSet',
  'defenceMoved',
] as const;
export type SessionTemplate = (typeof sessionTemplates)[number];

/** All templates of notices; `config/notices/` has the text of each in both languages. */
export const noticeTemplates = [
  'filed',
  'submitted',
  'stageEntered',
  'turn',
  'submissionOpen',
  'returned',
  'posted',
  'objectionRecorded',
  'itemRemoved',
  'publicityInvalidated',
  'spotCheckFailed',
  'resultPassed',
  'resultVoided',
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
  ...sessionTemplates,
] as const;
export type NoticeTemplate = (typeof noticeTemplates)[number];

/** The codes, numbers and dates of a notice; a parameter that does not apply is omitted. */
export type NoticeParams = {
  readonly stage?: string;
  readonly outcome?: string;
  /** The day by which the next action is due. */
  readonly due?: IsoDate;
  /** The last day on the notice board. */
  readonly lastDay?: IsoDate;
  /** The last day of the lapsed deadline, and of the remedy period. */
  readonly lapsedOn?: IsoDate;
  readonly remedyDue?: IsoDate;
  /** The number of deficiencies that a return lists. */
  readonly points?: number;
  /** The number of this submission, of the submissions used, and of those granted beside the printed ones. */
  readonly attempt?: number;
  readonly attemptsUsed?: number;
  readonly attemptsGranted?: number;
  /** The decision of another authority on a referred case, and its day. */
  readonly passed?: boolean;
  readonly decidedOn?: IsoDate;
  /** The number of working days before `due`, and the clauses and readings on which a reminder is based. */
  readonly daysLeft?: number;
  readonly basis?: readonly string[];
  /** The day of the meeting that a committee's notice announces. */
  readonly meetingOn?: IsoDate;
  /** How a review session stands, and the step that comes next. */
  readonly sessionStatus?: string;
  readonly nextStep?: string;
  /** The slot of a defence: the time in Beijing, and the room. */
  readonly defenceAt?: string;
  readonly room?: string;
};

/** A notice about an event: the audience is a role, the parameters are codes and dates, never a name. */
export type Notice = {
  readonly seq: number;
  readonly audience: Role;
  readonly template: NoticeTemplate;
  readonly params: NoticeParams;
};

/** The part of the state after a decision that notices use. */
export type CaseAfter = {
  readonly snapshot: Pick<Reply['snapshot'], 'attempts' | 'stage'>;
  readonly deadlines: Reply['deadlines'];
  readonly innerDay?: Reply['innerDay'] | null;
  /** The roles that can take the next step (`nextRoles`). */
  readonly next?: readonly Role[];
};

/** One event of a decision, the events around it, and the state after all of them. */
type Moment = {
  readonly event: CaseEvent;
  readonly before: CaseEvent | undefined;
  readonly later: readonly CaseEvent[];
  readonly after: CaseAfter | undefined;
};

type News = { readonly template: NoticeTemplate; readonly audiences: readonly Role[]; readonly params: NoticeParams };

/** The events whose notice already names the next stage, so that the following `stageEntered` causes none. */
const coversEntry: readonly string[] = ['returned', 'publicityInvalidated', 'resultRecorded', 'resultVoided'];

/**
 * Builds the notices for the events of one decision. Only the final result causes a notice: not a stage that was entered and left at once, not the
 * stage entered after a return, not a result that ended the application. The role that acted is not notified, except the applicant, to whom the
 * notice is a receipt. Each event has one template, so a person with two roles is notified once. `after` adds dates and attempts.
 */
export function noticesFor(events: readonly CaseEvent[], after?: CaseAfter): Notice[] {
  const ofEvents = noticesOfEvents(events, after);
  return [...ofEvents, ...turnNotices(events, after, ofEvents)];
}

/**
 * Tells those who can take the next step that it is their turn, after a stage was entered or one of its steps was done. Whoever acted knows it, and whom the decision
 * notifies anyway reads it there.
 */
function turnNotices(events: readonly CaseEvent[], after: CaseAfter | undefined, others: readonly Notice[]): Notice[] {
  const passed = events.findLast(({ name }) => name === 'stageEntered' || name === 'stepDone');
  const stage = after?.snapshot.stage?.key;
  if (!passed || !stage) return [];
  const knows = (role: Role) =>
    events.some(({ by }) => by.role === role) || others.some((each) => each.audience === role);
  const params = { stage, ...dueAndAttempts(after) };
  return (after.next ?? [])
    .filter((role) => !knows(role))
    .map((audience) => ({ seq: passed.seq, audience, template: 'turn', params }));
}

function noticesOfEvents(events: readonly CaseEvent[], after: CaseAfter | undefined): Notice[] {
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
      return newsFor('returned', ['applicant', 'unitHr'], { ...movedTo(moment), ...pointsOf(event) });
    case 'posted':
      return newsFor('posted', ['applicant'], { ...stageOf(event), lastDay: event.data.lastDay });
    case 'objectionRecorded':
      return newsFor('objectionRecorded', ['unitHr', 'committeeOffice'], stageOf(event));
    case 'itemRemoved':
      return newsFor('itemRemoved', ['applicant'], stageOf(event));
    case 'publicityInvalidated':
      return follows('ended') ? null : newsFor('publicityInvalidated', ['applicant', 'unitHr'], movedTo(moment));
    case 'spotChecked':
      return event.data.inOrder
        ? null
        : newsFor('spotCheckFailed', ['committeeOffice', 'preliminaryAuthority', 'unitHr'], stageOf(event));
    case 'resultRecorded':
      return follows('ended') ? null : newsFor('resultPassed', ['applicant', 'unitHr'], movedTo(moment));
    case 'resultVoided':
      return newsFor('resultVoided', ['applicant', 'unitHr'], follows('stageEntered') ? movedTo(moment) : {});
    case 'attemptGranted':
      return follows('reopened') ? null : newsFor('attemptGranted', ['applicant'], dueAndAttempts(moment.after));
    case 'reopened':
      return newsFor('reopened', ['applicant', 'unitHr'], { ...stageOf(event), ...dueAndAttempts(moment.after) });
    case 'recheckRequested':
      return newsFor('recheckRequested', ['committeeOffice'], stageOf(event));
    case 'recheckConcluded':
      return follows('reopened') ? null : newsFor('recheckConcluded', ['applicant', 'unitHr'], stageOf(event));
    case 'referralDecided':
    case 'referralCorrected':
      return newsFor(event.name, ['applicant', 'unitHr'], referralOf(event));
    case 'committeeMoved':
      return newsFor('committeeMoved', ['applicant', 'unitHr'], { ...stageOf(event), ...dueAndAttempts(moment.after) });
    case 'ended':
      return endNews(moment, event);
    default:
      return null;
  }
}

const newsFor = (template: NoticeTemplate, audiences: readonly Role[], params: NoticeParams): News => ({
  template,
  audiences,
  params,
});

/** A filing is notified to the unit, a counted submission to the committee office. */
function submittedNews({ data, ...event }: CaseEvent<'submitted'>): News {
  if (!data.counted) return newsFor('filed', ['unitHr'], {});
  return newsFor('submitted', ['committeeOffice'], {
    ...stageOf(event),
    ...(data.attempt === undefined ? {} : { attempt: data.attempt }),
  });
}

/** The unit is notified too when a deadline counts from the entry, because it may be the one that delivers. */
function entryNews(moment: Moment, { data }: CaseEvent<'stageEntered'>): News | null {
  if (coversEntry.includes(moment.before?.name ?? '')) return null;
  const params = { stage: data.to, ...dueAndAttempts(moment.after) };
  if (moment.after?.snapshot.stage?.phase === 'awaiting') return newsFor('submissionOpen', ['applicant'], params);
  const days = moment.after?.deadlines.some(({ rule }) => rule.kind === 'workingDaysAfterEntry');
  return newsFor('stageEntered', days ? ['applicant', 'unitHr'] : ['applicant'], params);
}

function endNews({ before, after }: Moment, event: CaseEvent<'ended'>): News {
  const { outcome, stage, deadline } = event.data;
  const params = { outcome, ...(stage ? { stage } : {}) };
  if (before?.name === 'passed' && before.data.certificate)
    return newsFor('certified', ['applicant', 'unitHr'], params);
  const remedy = after?.deadlines[0]?.due;
  const lapse = deadline ? { lapsedOn: dateOf(event.at - 1), ...(remedy ? { remedyDue: remedy } : {}) } : {};
  return newsFor('ended', ['applicant', 'unitHr'], { ...params, ...lapse });
}

const stageOf = ({ stage }: Pick<CaseEvent, 'stage'>): NoticeParams => (stage === null ? {} : { stage });

/** The result of a referral, and the stage that referred the case. */
const referralOf = ({ data, ...event }: CaseEvent<'referralDecided' | 'referralCorrected'>): NoticeParams => ({
  ...stageOf(event),
  passed: data.passed,
  decidedOn: data.decidedOn,
});

/** The stage after an event, whether the event changed it or not. */
function movedTo({ event, later, after }: Moment): NoticeParams {
  const entered = later.find((each) => each.name === 'stageEntered');
  return { ...stageOf(event), ...(entered ? { stage: entered.data.to } : {}), ...dueAndAttempts(after) };
}

const pointsOf = ({ data }: CaseEvent<'returned'>): NoticeParams => ({ points: data.deficiencies.length });

/** The due day and, while the applicant must submit, the number of submissions used. */
function dueAndAttempts(after: CaseAfter | undefined): NoticeParams {
  if (!after) return {};
  const nearest = after.deadlines.find(({ key }) => key !== publicityKey);
  const inner = nearest?.rule.kind === 'windowClose' ? after.innerDay : null;
  const due = nearest && inner && inner < nearest.due ? inner : nearest?.due;
  const { attempts, stage } = after.snapshot;
  return {
    ...(due ? { due } : {}),
    ...(stage?.phase === 'awaiting' ? { attemptsUsed: attempts.used, attemptsGranted: attempts.granted } : {}),
  };
}
