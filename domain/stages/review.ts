import { type Action, needReason, reasonOf, type Story } from '../action.ts';
import type { CaseState, CommandData } from '../case.ts';
import { startOfDayAt } from '../dates.ts';
import { labelOf } from '../labels.ts';
import { attemptsAllowed, planOf } from '../plan.ts';
import type { CountedSubmission, ReviewStage } from '../programme.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** A review: the office passes, returns with one complete list, or refuses; where submissions are counted, the applicant submits and may recall. */
export function reviewActions(stage: ReviewStage): Action[] {
  const office = [passAction(stage), ...returnActions(stage), ...refuseActions(stage)];
  return stage.submission ? [...submissionActions(stage.submission), ...office] : office;
}

/** Open only while the office has something to review. */
function underReview(state: CaseState): Refusal | null {
  if (state.stage?.phase === 'underReview') return null;
  return refuse('ACTION_NOT_HERE', {
    zh: '申报人尚未提交，暂无可审核内容。',
    en: 'The applicant has not submitted yet; there is nothing to review.',
  });
}

function passAction(stage: ReviewStage): Action {
  return {
    name: stage.pass.action,
    label: labelOf(stage.pass.action),
    roles: [stage.role],
    clauses: stage.clauses,
    guard: underReview,
    run: (story) => {
      story
        .tell({ name: 'passed', data: { contentVersion: story.state.submission?.contentVersion ?? null } })
        .enter(stage.pass.next);
      return null;
    },
  };
}

function returnActions(stage: ReviewStage): Action[] {
  const back = stage.return;
  if (!back) return [];
  return [
    {
      name: 'return',
      label: labelOf('return'),
      roles: [stage.role],
      clauses: back.clauses,
      guard: (state) => underReview(state) ?? (stage.submission ? onlyFinishing(state, stage.submission) : null),
      run: (story, data) => {
        const refusal = checkList(stage, story, data);
        if (refusal) return refusal;
        const stays = back.next === stage.key;
        story.tell({
          name: 'returned',
          data: { deficiencies: data.deficiencies, stays, to: back.next, ...reasonOf(data) },
        });
        if (!stays) story.enter(back.next, { steps: back.keepSteps ?? [] });
        return null;
      },
    },
  ];
}

/** A return names everything at once; a later one adds nothing unless the officer records why (LN-5.5.2-b). */
function checkList(stage: ReviewStage, story: Story, data: CommandData): Refusal | null {
  const clauses = stage.return?.clauses ?? [];
  if (!data.deficiencies?.length) {
    return refuse(
      'INVALID_DATA',
      { zh: '退回须一次性列明全部问题。', en: 'A return lists every deficiency at once; the list is empty.' },
      { clauses },
    );
  }
  if (!stage.return?.completeList || data.text || data.reason) return null;
  const earlier = story.state.deficiencies.filter((known) => known.stage === stage.key);
  const added = data.deficiencies.filter((item) => !earlier.some((known) => known.item === item.item));
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

function refuseActions(stage: ReviewStage): Action[] {
  const no = stage.refuse;
  if (!no) return [];
  return [
    {
      name: no.action,
      label: labelOf(no.action),
      roles: [stage.role],
      clauses: stage.clauses,
      guard: underReview,
      run: (story, data) => {
        const refusal = needReason(data, stage.clauses);
        if (refusal) return refusal;
        story.end(no.outcome, { because: data });
        return null;
      },
    },
  ];
}

function submissionActions(counted: CountedSubmission): Action[] {
  return [submitAction(counted), recallAction(counted), grantAction(counted)];
}

function submitAction(counted: CountedSubmission): Action {
  return {
    name: 'submit',
    label: labelOf('submit'),
    roles: ['applicant'],
    clauses: counted.clauses,
    guard: (state, moment) =>
      windowOpen(state, counted, moment.at) ?? onlyFinishing(state, counted) ?? attemptLeft(state, counted),
    run: (story, data) => {
      const attempt = story.state.attempts.used + 1;
      story.tell({ name: 'submitted', data: { contentVersion: data.contentVersion ?? 1, counted: true, attempt } });
      return null;
    },
  };
}

function windowOpen(state: CaseState, counted: CountedSubmission, at: number): Refusal | null {
  if (state.stage?.phase !== 'awaiting') {
    return refuse(
      'ACTION_NOT_HERE',
      { zh: '已提交，正在审核。', en: 'Already submitted; the review is under way.' },
      { clauses: counted.clauses },
    );
  }
  const window = planOf(state).timeline.windows[counted.window];
  if (!window || at >= startOfDayAt(window.opens)) return null;
  return refuse(
    'WINDOW_NOT_OPEN',
    { zh: `网上申报系统${window.opens}开放。`, en: `The online system opens on ${window.opens}.` },
    { clauses: window.clauses, details: { opens: window.opens, closes: window.closes } },
  );
}

/** After the window an office may only finish what came in time: nothing new comes, and nothing goes back to be done again. */
function onlyFinishing(state: CaseState, counted: CountedSubmission): Refusal | null {
  if (!state.reopened || state.reopened.maySubmit) return null;
  const window = planOf(state).timeline.windows[counted.window];
  return refuse(
    'WINDOW_CLOSED',
    {
      zh: '网上申报系统已关闭，只能对关闭前提交的材料完成审核。',
      en: 'The online system has closed; only what was submitted before can still be reviewed.',
    },
    { clauses: window?.clauses ?? [], readings: ['A-14'], details: { closes: window?.closes ?? null } },
  );
}

/** The hard stop after the printed number of submissions and those granted (LN-5.5.3-b, A-13). */
function attemptLeft(state: CaseState, counted: CountedSubmission): Refusal | null {
  const max = attemptsAllowed(state);
  if (state.attempts.used < max) return null;
  return refuse(
    'ATTEMPTS_USED',
    { zh: `${max}次提交审核机会已用完。`, en: `All ${max} chances to submit for review are used.` },
    { clauses: counted.clauses, readings: counted.readings ?? [], details: { used: state.attempts.used, max } },
  );
}

function recallAction(counted: CountedSubmission): Action {
  return {
    name: 'recall',
    label: labelOf('recall'),
    roles: ['applicant'],
    clauses: counted.clauses,
    guard: (state) => underReview(state) ?? onlyFinishing(state, counted),
    run: (story) => {
      story.tell({ name: 'recalled' });
      return null;
    },
  };
}

function grantAction(counted: CountedSubmission): Action {
  return {
    name: 'grantAttempt',
    label: labelOf('grantAttempt'),
    roles: [counted.grantedBy],
    clauses: counted.clauses,
    guard: (state) =>
      state.stage?.phase === 'awaiting' && attemptLeft(state, counted)
        ? null
        : refuse(
            'ACTION_NOT_HERE',
            { zh: '尚有提交机会，无须追加。', en: 'Chances are left; none need be granted.' },
            { clauses: counted.clauses, readings: counted.readings ?? [] },
          ),
    run: (story, data) => {
      const refusal = needReason(data, counted.clauses, counted.readings);
      if (refusal) return refusal;
      story.tell({ name: 'attemptGranted', data: reasonOf(data) });
      return null;
    },
  };
}
