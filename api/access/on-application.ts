import type { ApplicationKey } from '../../db/applications/applications.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Asking, Found, May } from '../http/route.ts';
import { rolesFor } from './application-roles.ts';
import { mayReadConditions, mayReadForm } from './readers.ts';

/** The small row of an application as it was when the caller was read, and what the caller is to it. */
export type Seen = { readonly key: ApplicationKey; readonly roles: readonly Role[] };

type OfNo = { readonly no: string };
type Judge<P extends OfNo, G extends object> = (seen: Seen, asking: Asking<P>) => Found<G> | Promise<Found<G>>;

/** Everybody who has a role for the application in the path, if `judge` allows it; for all others it does not exist. */
export const onApplication = <P extends OfNo, G extends object>(who: string, judge: Judge<P, G>): May<P, G> => ({
  who,
  application: ({ no }) => no,
  check: (asking) => {
    const seen = seenBy(asking);
    return seen && judge(seen, asking);
  },
});

/** The caller's roles for the application that was read with the caller; null if there is none or the caller has no role. */
export function seenBy({ application: key, caller }: Pick<Asking<OfNo>, 'application' | 'caller'>): Seen | null {
  const roles = key ? rolesFor(key, caller) : [];
  return key && roles.length > 0 ? { key, roles } : null;
}

/** Everybody who has a role for the application. */
export const seesApplication = onApplication(
  'Whoever the application is something to: its applicant, its unit, the offices to which it has come, administrators and auditors.',
  (seen) => seen,
);

/** Everybody who may act on it; the stage says who may take which action. */
export const actsOnApplication: typeof seesApplication = {
  ...seesApplication,
  who: 'Whoever the application is something to, in the role for which its stage has the action; `availableActions` lists one’s own.',
};

/** Everybody who may read the form. */
export const readsForm = onApplication(
  'The applicant, and the unit and offices that read the form; not administrators and auditors.',
  (seen) => (mayReadForm(seen.roles) ? seen : null),
);

/** Everybody who may see how the conditions for applying were judged. */
export const readsConditions = onApplication(
  'The applicant, and the unit and offices that answer for the conditions or review.',
  (seen) => (mayReadConditions(seen.roles) ? seen : null),
);
