import { recordAbsence, type SlotWritten, setDefence } from '../../../db/sessions/meeting/defences.ts';
import { hearingsOf } from '../../../db/sessions/meeting/hearings.ts';
import { toRfc3339 } from '../../../domain/calendar/dates.ts';
import { notHere, no as refusal } from '../../../domain/session/grounds.ts';
import { absenceRefusal, slotRefusal, slotStatuses } from '../../../domain/session/meeting/defence.ts';
import type { SessionPlan } from '../../../domain/session/session.ts';
import { notFound, refused } from '../../http/errors.ts';
import { defineRoute, type RouteDef, type Services } from '../../http/route.ts';
import type { SeenSession } from '../find-shown.ts';
import { runsSession } from '../session-access.ts';
import { ofSession } from '../sessions-schemas.ts';
import { conductsSession } from './expert-rights.ts';
import { hearingDetail, hearingItem } from './hearing-view.ts';
import {
  absenceBody,
  hearingList,
  hearingView,
  ofSessionApplication,
  slotBody,
  slotStatus,
} from './meeting-schemas.ts';

const tag = 'sessions';

/** How the meeting hears its applications: who may vote on each, the slots of the defences, and what the experts handed in. */
export const conductingRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'get',
    path: '/v1/sessions/:id/hearings',
    summary: 'How each application is heard: its quorum or why it waits, its defence, its scores.',
    tag,
    access: 'login',
    may: conductsSession,
    params: ofSession,
    answers: { 200: { description: 'The hearings', schema: hearingList } },
    handle: async ({ services: { db }, granted }) => {
      const hearings = await hearingsOf(db, granted.session.no, granted.chair === null ? {} : { notOf: granted.chair });
      return { status: 200, body: { items: hearings.map((hearing) => hearingItem(hearing, granted)) } };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/sessions/:id/hearings/:no',
    summary:
      'How one application is heard, with every version of each sheet, and the opinions; outliers for who presides.',
    tag,
    access: 'login',
    may: conductsSession,
    params: ofSessionApplication,
    answers: { 200: { description: 'The hearing', schema: hearingView } },
    handle: async ({ services, params: { no: application }, granted }) => {
      const notOf = granted.chair === null ? {} : { notOf: granted.chair };
      const [hearing] = await hearingsOf(services.db, granted.session.no, { application, ...notOf });
      if (!hearing) throw notFound();
      return { status: 200, unstored: true, body: await hearingDetail(services, hearing, granted) };
    },
  }),
  defineRoute({
    method: 'put',
    path: '/v1/sessions/:id/defences',
    summary:
      'Give an application its slot of the defence, or another one; the applicant and the office are told (LN-9.2-a).',
    tag,
    access: 'login',
    may: runsSession,
    params: ofSession,
    body: slotBody,
    answers: {
      200: { description: 'The slot', schema: slotStatus },
      409: { description: 'The session gives no slots now, or the room is taken' },
      412: { description: 'The request says that there must be none yet' },
    },
    handle: async ({ services, granted, caller, body: { application, at: typed, room }, now }) => {
      const { hearing, sitting } = await heardIn(services, granted, application);
      const at = Date.parse(typed);
      const why = slotRefusal(sitting, { hearing: hearing.hearing, now: await now(), at });
      if (why) throw refused(why);
      const { clauses = [], readings = [] } = hearing.hearing ?? {};
      const basis = [...clauses, ...readings];
      const written = await setDefence(
        services.db,
        { session: granted.session.no, application },
        { slot: { at, room, in: slotStatuses, basis }, person: caller.person },
      );
      const not = notWritten(written, sitting.plan);
      if (not) throw refused(not);
      return { status: 200, body: { application, at: toRfc3339(at), room } };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/v1/sessions/:id/absences',
    summary:
      'Record that an applicant did not come to the defence: not passed, unless the slot is moved before the ballot opens (A-20).',
    tag,
    access: 'login',
    may: runsSession,
    idempotency: 'stored',
    params: ofSession,
    body: absenceBody,
    answers: {
      200: { description: 'Recorded', schema: absenceBody },
      409: { description: 'The session does not stand so' },
    },
    handle: async ({ services, granted, body: { application }, now }) => {
      const { hearing, sitting } = await heardIn(services, granted, application);
      const { defenceAt } = hearing;
      const why = absenceRefusal(sitting, { hearing: hearing.hearing, now: await now(), defenceAt });
      if (why) throw refused(why);
      const recorded = await recordAbsence(services.db, { session: granted.session.no, application });
      if (!recorded) throw refused(notHere(sitting.plan));
      return { status: 200, body: { application } };
    },
  }),
];

/** An application of the session as it is heard; a 404 where it is not on the roster. */
async function heardIn({ db }: Services, { session }: SeenSession, application: string) {
  const { plan } = session.state;
  const [hearing] = await hearingsOf(db, session.no, { application });
  if (!hearing || !plan) throw notFound();
  return { hearing, sitting: { ...session.state, plan } };
}

function notWritten(written: SlotWritten, plan: SessionPlan) {
  if (written === 'closed') return notHere(plan);
  return written === 'taken'
    ? refusal('INVALID_DATA', '该时间该地点已安排他人答辩。', 'Another defence is in that room at that time.', {
        clauses: plan.stage.clauses,
      })
    : null;
}
