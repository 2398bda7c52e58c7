import type { Programme } from '../../domain/programme/programme.ts';
import { committeesOf, sessionRolesOf } from '../../domain/session/offices.ts';
import type { Asking, Found, May } from '../http/route.ts';
import { type SeenSession, seenBy } from './find-shown.ts';
import type { PlanBody } from './step-schemas.ts';

type OfId = { readonly id: string };

type Judge = (seen: SeenSession) => boolean;

/** Everybody who has a part in the session of the path, if `judge` allows it; for all others it does not exist. */
export const onSession = <P extends OfId>(who: string, judge: Judge = () => true): May<P, SeenSession> => ({
  who,
  check: async ({ services, params: { id }, caller, world }: Asking<P>): Promise<Found<SeenSession>> => {
    const seen = await seenBy(services, { id, caller, world });
    return seen && judge(seen) ? seen : null;
  },
});

/** The offices of the session, its experts and auditors. */
export const seesSession = onSession(
  'The office of the committee, whoever approves, confirms or supervises its sessions, the experts drawn for it, and auditors.',
);

/** The same but its experts: who is on the roster, and what happened. */
export const readsSession = onSession(
  'The office of the committee, whoever approves, confirms or supervises its sessions, and auditors.',
  ({ roles }) => roles.some((role) => role !== 'expert'),
);

/** The office that runs the committee. */
export const runsSession = onSession('The office of the committee.', ({ roles }) => roles.includes('committeeOffice'));

/** The second party of a draw, as the programme names it. */
export const givesValue = onSession(
  'The second party of the draw that the programme names: the title office, or an auditor.',
  ({ roles, session }) => session.state.plan?.rules.draw.secondParty.some((role) => roles.includes(role)) ?? false,
);

/** The office of the committee for which a session is planned; for all others there is no such committee. */
export const plansSession: May<unknown, { readonly programme: Programme }, Asking<unknown>['caller'], PlanBody> = {
  who: 'The office of the committee.',
  checkBody: ({ services, caller, body }) => {
    const programme = services.programmes.get(body.programme);
    if (!programme?.session || !committeesOf(programme).some(({ id }) => id === body.committee)) return null;
    const roles = sessionRolesOf(caller.grants, programme, body.committee);
    return roles.includes('committeeOffice') ? { programme } : null;
  },
};
