import { actingRoles } from '../../commands/preparing/actor.ts';
import { deadlinesNow, stateOf } from '../../commands/preparing/case-now.ts';
import { notAnnounced } from '../../commands/preparing/needs/opening.ts';
import type { ApplicationRow } from '../../db/applications/applications.ts';
import type { Place } from '../../db/vault.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import type { CaseState } from '../../domain/case/case.ts';
import { labelOf } from '../../domain/case/commands/action-labels.ts';
import { systemActs } from '../../domain/case/commands/commands.ts';
import { stagePathOf } from '../../domain/case/plan/compile.ts';
import { attemptsAllowed, countsAttempts, planOf, stageOf } from '../../domain/case/plan/compiled-stages.ts';
import { awaitedResult, referralKey, referralLabel } from '../../domain/case/referral.ts';
import { availableActions, type OpenAction, requestedPoints } from '../../domain/lifecycle/available-actions.ts';
import { forecast } from '../../domain/lifecycle/forecast.ts';
import type { Role } from '../../domain/programme/facts.ts';
import { shownOffice } from '../../domain/routing/shown-office.ts';
import { type Text, text } from '../../domain/text.ts';
import { readsObjections, readsObjectionsTo } from '../access/readers.ts';
import type { Services } from '../http/route.ts';
import { appliedFor, draftStage } from './application-facts.ts';
import type { ApplicationView } from './applications-schemas.ts';
import { draftNow } from './draft-plan.ts';
import { deadlineView } from './view-deadlines.ts';
import { deficiencyViews } from './view-texts.ts';

/** Who looks at an application, and what they are to it. */
type Viewer = { readonly person: string; readonly roles: readonly Role[] };

/** An application as one person may see it: the view of the HTTP contract. */
export async function viewOf(
  services: Services,
  row: ApplicationRow,
  { roles, person }: Viewer,
): Promise<ApplicationView> {
  const { calendar } = services.deps;
  const state = stateOf(row, calendar);
  const timeline = state.plan?.timeline;
  const { programme, office, sealingAuthority, acting, committee = null, destination = null } = row;
  const draft = state.plan ? null : await draftNow(services, row);
  return {
    ...appliedFor(row),
    office,
    sealingAuthority,
    committee,
    destination,
    acting,
    roles,
    stage: stageView(state),
    open: !state.closed,
    outcome: state.ended?.outcome ?? null,
    outcomeLabel: outcomeLabel(state),
    responsible: responsibleFor(state, acting),
    rightCommittee: rightCommittee(services, state, programme),
    referral: referralView(row, state),
    revokedOn: row.integrity?.revokedOn ?? state.revokedOn ?? null,
    attempts: {
      used: state.attempts.used,
      max: state.plan && countsAttempts(state.plan) ? attemptsAllowed(state) : null,
    },
    deadlines: timeline
      ? deadlinesNow(row, state).map((each) => deadlineView(each, { timeline, postedOn: row.postedOn }))
      : [],
    availableActions: nowOpen(
      services,
      row,
      actionsView(services, state, {
        row,
        roles: actingRoles(state, roles, { person, head: row }),
        mayBegin: draft?.open ?? false,
      }),
    ),
    pending: row.pending
      .filter(({ action }) => !systemActs.includes(action))
      .map(({ id, action, receivedAt }) => ({ id, action, receivedAt: toRfc3339(receivedAt) })),
    deficiencies: await deficiencyViews(services, state, roles),
    ...(readsObjections(roles) ? { objections: objectionViews(services, row, { state, roles }) } : {}),
    forecast: forecast(state, row.nowMs),
    contentVersion: row.contentVersion,
    version: row.seq,
    ...(draft ? { warnings: [...draft.warnings] } : {}),
  };
}

function stageView(state: CaseState): ApplicationView['stage'] {
  if (!state.plan || !state.stage) return { ...draftStage, phase: 'open', enteredAt: null };
  const { key, phase, enteredAt, steps, lastDay } = state.stage;
  const { kind, name } = stageOf(state.plan, key);
  return { key, kind, label: name, phase, enteredAt: toRfc3339(enteredAt), steps, lastDay };
}

function outcomeLabel(state: CaseState): Text | null {
  const { ended } = state;
  if (!ended) return null;
  return planOf(state).outcomes[ended.outcome]?.label ?? text(ended.outcome, ended.outcome);
}

/** The office whose omission ended the application; null if it was nobody's. */
function responsibleFor(state: CaseState, acting: ApplicationRow['acting']): string | null {
  const role = state.ended ? planOf(state).outcomes[state.ended.outcome]?.responsible : undefined;
  return role === undefined ? null : (acting[role] ?? null);
}

/** The right committee that was named when the application was returned as out of scope, with its office; null if none was named. */
function rightCommittee(
  { programmes }: Services,
  { ended }: CaseState,
  programme: string,
): ApplicationView['rightCommittee'] {
  const { committees = [], offices = [] } = programmes.get(programme) ?? {};
  const committee = committees.find(({ id }) => id === ended?.committee);
  if (!committee) return null;
  const of = { role: 'committeeOffice', committee: committee.id } as const;
  const { name, address, telephone } = shownOffice({ offices, committees }, committee.office, of) ?? {
    name: committee.name,
  };
  return {
    id: committee.id,
    name: committee.name,
    office: name,
    address: address ?? null,
    telephone: telephone ?? null,
  };
}

/** Who records the result of a referral, until when, and the result; null if the application did not end with a referral. */
function referralView(row: ApplicationRow, state: CaseState): ApplicationView['referral'] {
  const awaited = awaitedResult(state);
  if (!awaited) return null;
  const until = deadlinesNow(row, state).find(({ key }) => key === referralKey)?.due ?? null;
  const { referral } = state;
  const result = referral ? { ...referral, label: referralLabel(state) } : null;
  return { office: row.acting[awaited.role] ?? null, until, result };
}

/** The actions that the caller may take now, without those that are already pending. */
function actionsView(
  services: Services,
  state: CaseState,
  { row, roles, mayBegin }: { row: ApplicationRow; roles: readonly Role[]; mayBegin: boolean },
): OpenAction[] {
  const pending = row.pending.map(({ action }) => action);
  const open = state.plan
    ? availableActions(state, roles, row.nowMs)
    : roles.includes('applicant') && mayBegin
      ? [firstSubmit(services, row)]
      : [];
  return open.filter(({ name }) => !pending.includes(name));
}

/** Leaves out the certificate until the results of its meeting are announced, which the case state does not know (LYG-5.2-e). */
function nowOpen({ programmes }: Services, row: ApplicationRow, open: readonly OpenAction[]): OpenAction[] {
  const waits = open.some(({ name }) => name === 'certify') && notAnnounced(programmes.get(row.programme), row);
  const stands: readonly string[] = row.inSession ? ['withdraw', 'joinSession', 'leaveSession'] : [];
  return open.filter(({ name }) => !(waits && name === 'certify') && !stands.includes(name));
}

/** The first submission, with the pledge that the programme's first stage requires. */
function firstSubmit({ programmes }: Services, row: ApplicationRow): OpenAction {
  const programme = programmes.get(row.programme);
  const [first] = programme ? stagePathOf(programme, row) : [];
  const checks = first?.kind === 'filing' ? (first.checks ?? []) : [];
  return { name: 'submit', label: labelOf('submit'), ...(checks.length ? { checks: requestedPoints(checks) } : {}) };
}

/** The objections with their texts, those of earlier publicities too, for the people who examine them: a unit those to its own publicity. */
function objectionViews(
  { vault }: Services,
  { objections }: ApplicationRow,
  { state, roles }: { readonly state: CaseState; readonly roles: readonly Role[] },
): NonNullable<ApplicationView['objections']> {
  const opened = (sealed: string, place: Place) => vault.openText(Buffer.from(sealed, 'hex'), place);
  // One that was refused, because it came too late, is none.
  const mine = objections.filter(
    ({ byUnit, recorded, place }) =>
      (recorded || place !== null) && readsObjectionsTo(byUnit ? 'unit' : 'office', roles),
  );
  return mine.map(({ id, named, objector, body, receivedAt, item, recorded, place, conclusion }) => {
    const running = state.ended === null;
    const open = running && (state.objections.find((each) => each.id === id)?.open ?? false);
    const waiting = running && !recorded && (place ?? 0) > (state.queue?.settled ?? 0);
    return {
      id,
      named: named || objector !== null,
      verified: named,
      waiting,
      name: objector ? opened(objector, `objection.objector/${id}`) : null,
      body: opened(body, `objection.body/${id}`),
      item,
      open,
      // Without a conclusion it is closed by the end of the publicity.
      closedBy: conclusion?.by ?? (open || waiting ? null : 'system'),
      upheld: conclusion?.upheld ?? null,
      receivedAt: toRfc3339(receivedAt),
    };
  });
}
