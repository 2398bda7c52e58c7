import { addDays, dateOf, type IsoDate } from '../../calendar/dates.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';
import type { CaseState } from '../../case/case.ts';
import { labelOf } from '../../case/commands/action-labels.ts';
import { chosen } from '../../case/commands/checks.ts';
import type { CommandData } from '../../case/commands/commands.ts';
import { planOf } from '../../case/plan/compiled-stages.ts';
import { deadlinesOf } from '../../case/plan/deadlines.ts';
import { type Action, needReason, reasonOf, type Transition } from '../../case/transition.ts';
import type { Refuse, Return, ReturnGround, ReviewStage } from '../../programme/stages/stages.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { onlyFinishing, underReview } from './under-review.ts';

/** A review returns an application with one complete list of deficiencies, to the stage that the programme or the named ground gives. */
export function returnActions(stage: ReviewStage): Action[] {
  const back = stage.return;
  if (!back) return [];
  const name = back.action ?? 'return';
  return [
    {
      name,
      label: labelOf(name),
      roles: [stage.role],
      clauses: back.clauses,
      guard: (state) => underReview(state) ?? onlyFinishing(state, stage.submission),
      asks: () => ({ choices: back.grounds }),
      needs: ['items', ...(back.grounds?.some(({ elsewhere }) => elsewhere) ? (['committee'] as const) : [])],
      run: (transition, data) => handBack(stage, back, { transition, data }),
    },
  ];
}

type Act = { readonly transition: Transition; readonly data: CommandData<'return' | 'fail' | 'refuse' | 'passOver'> };

function handBack(stage: ReviewStage, back: Return, { transition, data }: Act): Refusal | null {
  const ground = back.grounds ? chosen(back.grounds, data) : null;
  if (ground && 'code' in ground) return ground;
  const refusal = checkList(stage, transition, data) ?? namesElsewhere(back, ground, data);
  if (refusal) return refusal;
  const to = destinationOf(back, ground, data);
  if (typeof to !== 'string' && to !== null) return to;
  const lastDay = back.period && to ? lastDayOf(back.period, transition, data) : undefined;
  if (lastDay && typeof lastDay !== 'string') return lastDay;
  const { extended, setDay } = periodUntil(back.period, lastDay, transition.state);
  const stays = to === stage.key;
  transition.emit({
    name: 'returned',
    data: {
      deficiencies: data.deficiencies ?? [],
      stays,
      to,
      ...(ground ? { ground: ground.key } : {}),
      ...(data.committee ? { committee: data.committee } : {}),
      ...(setDay ? { setDay } : {}),
      ...(extended ? { extended } : {}),
      ...reasonOf(data),
    },
  });
  if (ground?.outcome) transition.end(ground.outcome, { because: { ...data, reason: ground.key } });
  else if (to && !stays) transition.enter(to, { steps: back.keepSteps ?? [], ...(setDay ? { setDay } : {}) });
  return null;
}

/** Refuses a committee named without the ground that the application is out of scope. */
function namesElsewhere(
  back: Return,
  ground: ReturnGround | null,
  data: CommandData<'return' | 'fail' | 'refuse' | 'passOver'>,
): Refusal | null {
  if (data.committee === undefined || ground?.elsewhere) return null;
  return refuse(
    'INVALID_DATA',
    {
      zh: '仅以超出受理范围为由退回时，方可指明主管评委会。',
      en: 'The right committee is named only where the application is returned as out of scope.',
    },
    { clauses: back.clauses },
  );
}

/** The stage returned to: that of the named ground, otherwise that of the programme; null when the ground ends the application. */
function destinationOf(
  back: Return,
  ground: ReturnGround | null,
  data: CommandData<'return' | 'fail' | 'refuse' | 'passOver'>,
): string | null | Refusal {
  if (!ground) return back.next;
  if (!ground.to) return null;
  const to = data.to ?? ground.to[0];
  if (to !== undefined && ground.to.includes(to)) return to;
  return refuse(
    'CHOICE_UNKNOWN',
    { zh: '该退回理由不能退至所选环节。', en: 'This ground does not lead back to the stage that was named.' },
    { clauses: ground.clauses, readings: ground.readings ?? [], details: { choices: ground.to } },
  );
}

/** The effect of the period: it ends the stage returned to, or keeps a window open that would have closed before it (A-30, A-46). */
function periodUntil(period: Return['period'], until: IsoDate | undefined, state: CaseState) {
  if (!until) return {};
  if (period?.extends !== undefined) return { extended: { window: period.extends, until } };
  const within = planOf(state).timeline.windows[period?.keepsOpenWithin ?? ''];
  const [ends] = deadlinesOf(state);
  if (!within || ends?.rule.kind !== 'windowClose' || until < ends.due) return { setDay: until };
  return { setDay: until, extended: { window: ends.rule.window, until: within.closes } };
}

/**
 * The last day of the period: that of the reviewer, otherwise the usual one. It ends before the review's own deadline, unless the period keeps the
 * window open: the list can then always be given (A-30).
 */
function lastDayOf(
  period: NonNullable<Return['period']>,
  transition: Transition,
  data: CommandData<'return' | 'fail' | 'refuse' | 'passOver'>,
): IsoDate | Refusal {
  const { timeline } = planOf(transition.state);
  const today = dateOf(transition.at);
  const closes = period.keepsOpenWithin === undefined ? deadlinesOf(transition.state)[0]?.due : undefined;
  const fits = (days: number) => !closes || addWorkingDays(timeline.calendar, today, days) < closes;
  let days = data.days ?? period.usual;
  while (data.days === undefined && days > period.least && !fits(days)) days -= 1;
  if (Number.isInteger(days) && days >= period.least && days <= period.most && fits(days))
    return addWorkingDays(timeline.calendar, today, days);
  return refuse(
    'PERIOD_OUT_OF_BOUNDS',
    {
      zh: `补正期限为${period.least}至${period.most}个工作日${closes ? `，并应在${addDays(closes, -1)}前届满` : ''}。`,
      en: `The period for corrections is ${period.least} to ${period.most} working days${closes ? ` and ends by ${addDays(closes, -1)}` : ''}.`,
    },
    {
      clauses: period.clauses,
      readings: period.readings ?? [],
      details: { least: period.least, most: period.most, closes: closes ?? null },
    },
  );
}

function needList(
  data: CommandData<'return' | 'fail' | 'refuse' | 'passOver'>,
  clauses: readonly string[],
): Refusal | null {
  if (data.deficiencies?.length) return null;
  return refuse(
    'INVALID_DATA',
    { zh: '退回须一次性列明全部问题。', en: 'A return lists every deficiency at once; the list is empty.' },
    { clauses },
  );
}

/** Refuses a later list that adds deficiencies to the first, unless the officer records a reason (LN-5.5.2-b, DL-2.2.3-c). */
function checkList(
  stage: ReviewStage,
  transition: Transition,
  data: CommandData<'return' | 'fail' | 'refuse' | 'passOver'>,
): Refusal | null {
  const clauses = stage.return?.clauses ?? [];
  const missing = needList(data, clauses);
  if (missing || !stage.return?.completeList || data.text || data.reason) return missing;
  const earlier = transition.state.deficiencies.filter((known) => known.stage === stage.key);
  if (earlier.length > 0 && stage.return.once) return onlyOnce(clauses);
  const added = (data.deficiencies ?? []).filter((item) => !earlier.some((known) => known.item === item.item));
  if (earlier.length === 0 || added.length === 0) return null;
  return refuse(
    'DEFICIENCY_NOT_LISTED',
    {
      zh: '审核意见应一次性反馈；新增问题须写明理由。',
      en: 'Opinions are given in one go: a point not on the first list needs a recorded reason.',
    },
    { clauses, details: { added: added.map((item) => item.item) } },
  );
}

function onlyOnce(clauses: readonly string[]): Refusal {
  return refuse(
    'DEFICIENCY_NOT_LISTED',
    {
      zh: '需要补正的全部内容应一次告知；再次要求补正须写明理由。',
      en: 'All deficiencies must be listed at once; a second list needs a recorded reason.',
    },
    { clauses },
  );
}

/** A review refuses: the application ends, or enters the stage that the programme names. */
export function refuseActions(stage: ReviewStage): Action[] {
  const no = stage.refuse;
  if (!no) return [];
  const clauses = no.clauses ?? stage.clauses;
  return [
    {
      name: no.action,
      label: labelOf(no.action),
      roles: [stage.role],
      clauses,
      guard: underReview,
      needs: ['items'],
      asks: () => ({ choices: no.grounds }),
      run: (transition, data) => sayNo(no, clauses, { transition, data }),
    },
  ];
}

function sayNo(no: Refuse, clauses: readonly string[], { transition, data }: Act): Refusal | null {
  const ground = no.grounds ? chosen(no.grounds, data) : null;
  if (ground && 'code' in ground) return ground;
  const refusal = needReason(data, clauses) ?? (no.completeList ? needList(data, clauses) : null);
  if (refusal) return refusal;
  const why = ground ? { ground: ground.key } : {};
  if (no.completeList)
    transition.emit({
      name: 'returned',
      data: { deficiencies: data.deficiencies ?? [], stays: false, to: null, ...why },
    });
  if (no.outcome !== undefined) transition.end(no.outcome, { because: data });
  else if (no.next !== undefined)
    transition.emit({ name: 'declined', data: { ...why, ...reasonOf(data) } }).enter(no.next);
  return null;
}
