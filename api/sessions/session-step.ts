import { sealText } from '../../commands/preparing/argument.ts';
import { type SessionRow, sessionId, sessionNo } from '../../db/sessions/sessions.ts';
import type { Role } from '../../domain/programme/facts.ts';
import { rolesOf } from '../../domain/session/decide.ts';
import { sessionPlanOf } from '../../domain/session/plan.ts';
import type { SessionData, SessionPlan, SessionState } from '../../domain/session/session.ts';
import type { SessionActionName } from '../../domain/session/steps.ts';
import { text } from '../../domain/text.ts';
import { actOnEntity } from '../actions/act-on-entity.ts';
import { minutesHash } from '../documents/session/make-paper.ts';
import type { Person } from '../http/caller.ts';
import { HttpError, versionConflict } from '../http/errors.ts';
import type { RequestKey, Services } from '../http/route.ts';
import { findShown, type SeenSession } from './find-shown.ts';
import type { PlanBody, StepBody, SteppedName } from './step-schemas.ts';

type Taking = {
  readonly caller: Person;
  readonly key: RequestKey;
  readonly world: string | null;
};

/** Plans a session of a committee; its number follows from the key, so a repeated request finds the same one. */
export async function planSession(
  services: Services,
  { programme, body, ...taking }: Taking & { readonly programme: SeenSession['programme']; readonly body: PlanBody },
): Promise<string> {
  const { caller, key, world } = taking;
  const plan = sessionPlanOf(programme, body.committee);
  if (!plan) throw new Error(`${programme.id} has no sessions`);
  const { keyHash, fingerprint, id } = key;
  const { data, text: sealed } = argumentOf(services, body);
  await actOnEntity(services, {
    no: sessionNo(id),
    entity: { kind: 'session', world, programme: programme.id, committee: body.committee },
    action: 'plan',
    by: actorOf(caller, ['committeeOffice'], { name: 'plan', plan }),
    data: { plan, ...data },
    ...(sealed ? { text: sealed } : {}),
    ...{ keyHash, fingerprint },
  });
  return id;
}

type Step = Taking & {
  readonly seen: SeenSession;
  readonly name: SteppedName;
  readonly body: StepBody;
  readonly expectedSeq: number | undefined;
};

/** Takes one step of a session, in the role that the step is for, if the caller has it; gives the session after it. */
export async function takeStep(services: Services, step: Step): Promise<SeenSession> {
  const { seen, name, body, caller, key, world, expectedSeq } = step;
  const { session, roles } = seen;
  if (expectedSeq !== undefined && expectedSeq !== session.seq) throw versionConflict();
  const { data, text: sealed } = argumentOf(services, body);
  const { keyHash, fingerprint } = key;
  const after = await actOnEntity(services, {
    no: session.no,
    action: name,
    by: actorOf(caller, roles, { name, plan: planOf(session) }),
    data: name === 'signMinutes' ? { ...data, ...(await signed(services, seen, body)) } : data,
    ...(sealed ? { text: sealed } : {}),
    ...{ keyHash, fingerprint },
  });
  if (!after) return await findShown(services, { id: sessionId(session.no), caller, world });
  return { ...seen, session: { ...session, seq: after.seq, state: after as SessionState } };
}

/** The hash of the minutes as they stand, which whoever presides signs; throws a 409 where they are not what was read. Minutes that are signed already are not looked at again. */
async function signed(
  services: Services,
  seen: SeenSession,
  { minutes }: StepBody,
): Promise<Pick<SessionData, 'minutes'>> {
  const { expert, state } = seen.session;
  const signs = expert !== null && expert === state.chair && state.status === 'BALLOT_CLOSED' && state.count !== null;
  if (!signs) return {};
  const hash = await minutesHash(services, seen);
  if (minutes === undefined || minutes === hash) return { minutes: hash };
  const message = text(
    '会议纪要已变动，请重新阅读后签字。',
    'The minutes are no longer what was read; read them again before signing.',
  );
  throw new HttpError(409, 'STALE', message, { details: { minutes: hash } });
}

function planOf({ no, state: { plan } }: SessionRow): SessionPlan {
  if (!plan) throw new Error(`${no} has no plan`);
  return plan;
}

/** Who acts: in a role that the step is for, or else in the first one, so that the refusal says whose step it is. */
function actorOf(
  { person }: Person,
  roles: readonly Role[],
  { name, plan }: { readonly name: SessionActionName; readonly plan: SessionPlan },
) {
  const taking = rolesOf(name, plan);
  const role = roles.find((each) => taking.includes(each)) ?? roles[0];
  if (!role) throw new Error('a step of somebody who has no part in the session');
  const office = plan.offices[role];
  return { person, role, ...(office ? { scope: `office:${office}` } : {}) };
}

/** The data of a body, with the id of its sealed reason instead of the words. */
function argumentOf(services: Services, { reason, ...given }: StepBody & Partial<PlanBody>) {
  const { programme: _programme, committee: _committee, ...codes } = given;
  const sealed = reason === undefined ? null : sealText(services.vault, { reason });
  const known = Object.entries(codes).filter(([, value]) => value !== undefined);
  const data: SessionData = { ...Object.fromEntries(known), ...(sealed ? { text: sealed.id } : {}) };
  return { data, text: sealed };
}
