import { hearingsOf, type StoredHearing } from '../../../db/sessions/meeting/hearings.ts';
import { findSeat, type StoredSeat } from '../../../db/sessions/meeting/seats.ts';
import { findSession, type SessionRow } from '../../../db/sessions/sessions.ts';
import { isReadByExperts, sits } from '../../../domain/session/meeting/reading.ts';
import type { SessionPlan } from '../../../domain/session/session.ts';
import type { Person } from '../../http/caller.ts';
import type { Asking, May } from '../../http/route.ts';
import { seenBy } from '../find-shown.ts';

type OfId = { readonly id: string };

/** A session that an expert sits in, as it was when the rights were asked. */
export type Sitting = { readonly session: SessionRow; readonly plan: SessionPlan; readonly seat: StoredSeat };
/** The same, with one application from which the expert did not withdraw. */
type SittingOn = Sitting & { readonly hearing: StoredHearing };

type Question = Pick<Asking<OfId>, 'services' | 'params' | 'caller' | 'world'>;

/** The session, where the caller sits in it and its experts read; for everybody else there is none. */
async function sittingOf({ services: { db }, params: { id }, caller, world }: Question): Promise<Sitting | null> {
  const { person } = caller;
  const session = await findSession(db, { id, world, person });
  const plan = session?.state.plan;
  if (!session || !plan || session.expert === null || !isReadByExperts(session.state.status)) return null;
  const seat = await findSeat(db, { session: session.no, person });
  return seat && sits(seat) ? { session, plan, seat } : null;
}

/** The same for one application; null where it is not on the roster, or the expert withdrew from it. */
async function sittingOn(question: Question, application: string): Promise<SittingOn | null> {
  const sitting = await sittingOf(question);
  if (!sitting) return null;
  const { session, seat } = sitting;
  const [hearing] = await hearingsOf(question.services.db, session.no, { application, notOf: seat.expert });
  return hearing ? { ...sitting, hearing } : null;
}

const who = 'The experts who sit in the session, from the settled recusals to the signed minutes';

/** The experts of a session. */
export const sitsInSession: May<OfId, Sitting> = { who: `${who}.`, check: sittingOf };

/** The experts of a session who did not withdraw from the application in the path. */
export const readsDossier: May<OfId & { readonly no: string }, SittingOn> = {
  who: `${who}; not who withdrew from the application.`,
  check: (asking) => sittingOn(asking, asking.params.no),
};

/** A session of an expert, with the application once the body has said which one it is. */
export type Writing = Sitting & { readonly hearing: StoredHearing | null };

/** The same, for the application in the body. */
export const writesAbout: May<OfId, Writing, Person, { readonly application: string }> = {
  who: `${who}; not who withdrew from the application.`,
  check: async (asking) => {
    const sitting = await sittingOf(asking);
    return sitting && { ...sitting, hearing: null };
  },
  checkBody: (asking) => sittingOn(asking, asking.body.application),
};

/** A session of which somebody sees all scores, and the expert who presides, from whose own recusals nothing is shown. */
export type Conducting = { readonly session: SessionRow; readonly plan: SessionPlan; readonly chair: string | null };

/** The office of the committee, and while the experts read whoever presides. */
export const conductsSession: May<OfId, Conducting> = {
  who: 'The office of the committee; and the expert who presides, but not about an application from which the expert withdrew.',
  check: async (asking) => {
    const { services, params, caller, world } = asking;
    const seen = await seenBy(services, { id: params.id, caller, world });
    const plan = seen?.session.state.plan;
    if (!seen || !plan) return null;
    if (seen.roles.includes('committeeOffice')) return { session: seen.session, plan, chair: null };
    const sitting = await sittingOf(asking);
    return sitting?.seat.presides ? { session: sitting.session, plan, chair: sitting.seat.expert } : null;
  },
};
