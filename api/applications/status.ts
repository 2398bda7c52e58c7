import { deadlinesNow, stateOf } from '../../commands/preparing/case-now.ts';
import type { ApplicationKey, ApplicationRow } from '../../db/applications/applications.ts';
import { Recent } from '../../db/recent.ts';
import { roleNamed } from '../../domain/access/role-labels.ts';
import { dateOf, type IsoDate } from '../../domain/calendar/dates.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import type { CaseState } from '../../domain/case/case.ts';
import { currentStage, edgesOf, planOf, stageOf } from '../../domain/case/plan/compiled-stages.ts';
import { referralLabel } from '../../domain/case/referral.ts';
import { forecast } from '../../domain/lifecycle/forecast.ts';
import { nextRoles } from '../../domain/lifecycle/notices/next-roles.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { StageDef } from '../../domain/programme/stages/stages.ts';
import { type Text, text } from '../../domain/text.ts';
import type { Services } from '../http/route.ts';
import { draftStage } from './application-facts.ts';
import type { StatusView } from './applications-schemas.ts';
import { tagOf, wholeApplication } from './load.ts';

const notStarted = text('尚未提交，由申报人填写。', 'Not submitted yet; the applicant is filling it in.');
const phases = {
  awaiting: text('等待提交', 'Waiting to be submitted'),
  underReview: text('正在审核', 'Under review'),
  posted: text('正在公示', 'On the notice board'),
  open: text('正在办理', 'Being dealt with'),
} as const;

/** The small answer for polling: the current stage, the next stage if all goes well, and, until the application ends, the last day of the nearest deadline. */
function statusOf(row: ApplicationRow, calendar: Calendar, programme: Programme | undefined): StatusView {
  const state = stateOf(row, calendar);
  const who = (state.plan ? nextRoles(state, row.nowMs) : []).map((role) => roleNamed(role, programme ?? {}));
  const stage = state.plan ? currentStage(state) : null;
  return {
    no: row.no,
    stage: state.stage?.key ?? draftStage.key,
    label: state.plan && state.stage ? stageOf(state.plan, state.stage.key).name : draftStage.label,
    now: nowText(state, stage, who),
    next: nextText(state, stage),
    by: state.ended ? null : byWhen(row, state),
    version: row.seq,
  };
}

/** The last day for the current stage: that of the nearest deadline, or an earlier one on which all later stages still fit. */
function byWhen(row: ApplicationRow, state: CaseState): IsoDate | null {
  const due = deadlinesNow(row, state)[0]?.due ?? null;
  const fits = forecast(state, row.nowMs)[0]?.latest ?? null;
  return fits !== null && fits >= dateOf(row.nowMs) ? fits : due;
}

/** Status bodies as JSON, by the versions of everything they depend on. */
const bodies = new Recent<Buffer>(5_000);

/** Everything that a status depends on; it is the same for everybody who may see it, and has both languages. */
const versionOf = (key: ApplicationKey): string => `${key.no} ${tagOf(key, [])}`;

/** The status of an application as JSON, made once for each version of it in each process. */
export async function statusJson(services: Services, key: ApplicationKey): Promise<Buffer> {
  const known = bodies.get(services.db, versionOf(key));
  if (known) return known;
  // The application may have changed since the small row was read; the body is cached under the version that it shows.
  const row = await wholeApplication(services, key.no);
  const json = Buffer.from(
    JSON.stringify(statusOf(row, services.deps.calendar, services.programmes.get(row.programme))),
  );
  bodies.keep(services.db, versionOf(row), json);
  return json;
}

/** What is being done, and by whom the next step is taken; an outcome after the end. */
function nowText(state: CaseState, stage: StageDef | null, who: readonly Text[]): Text {
  if (!state.plan) return notStarted;
  const decided = referralLabel(state);
  if (decided) return decided;
  const outcome = state.ended?.outcome;
  if (outcome !== undefined) return planOf(state).outcomes[outcome]?.label ?? text(outcome, outcome);
  const step =
    stage?.kind === 'handover' ? stage.steps.find(({ key }) => !state.stage?.steps.includes(key)) : undefined;
  const { zh, en } = step?.name ?? phases[state.stage?.phase ?? 'open'];
  if (who.length === 0) return text(`${zh}。`, `${en}.`);
  return text(
    `${zh}，由${who.map((each) => each.zh).join('、')}办理。`,
    `${en}. Next to act: ${who.map((each) => each.en).join('; ')}.`,
  );
}

function nextText(state: CaseState, stage: StageDef | null): Text | null {
  const next = stage ? edgesOf(stage)[0] : undefined;
  return next === undefined ? null : stageOf(planOf(state), next).name;
}
