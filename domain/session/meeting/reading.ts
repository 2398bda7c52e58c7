import { hasReached, type SessionStatus } from '../steps.ts';

/** An expert of a session as it stands: the seat that was drawn, and whether the expert is present. */
export type Seat = { readonly seat: 'member' | 'alternate'; readonly present: boolean; readonly recused: boolean };

/** Whether somebody who was drawn sits in the session: the members, and an alternate only once it has taken the place of a member. */
export const sits = ({ seat, present, recused }: Seat): boolean => !recused && (seat === 'member' || present);

/**
 * Whether the experts read what was handed in: once recusals are settled, because only then nobody is among them who must withdraw, and until the minutes are signed.
 * While a session is suspended nobody reads.
 */
export const isReadByExperts = (status: SessionStatus): boolean =>
  hasReached(status, 'RECUSALS_SETTLED') && !hasReached(status, 'MINUTES_SIGNED');
