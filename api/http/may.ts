import type { Caller } from './caller.ts';
import type { May } from './route.ts';

/** Everybody, signed in or not. */
export const anyone: May<unknown, true, Caller> = { who: 'Anyone.', check: () => true };

/** Everybody with a valid token, even if not registered yet. */
export const tokenHolder: May<unknown, true, Caller> = {
  who: 'Anyone with a token of the issuer, also before they have introduced themselves.',
  check: ({ caller }) => caller.subject !== null || null,
};

/** Everybody who is signed in: whatever the route shows or changes is the caller's own, or is for all who are signed in. */
export const signedIn: May<unknown> = { who: 'Anyone who is signed in.', check: () => true };
