import type { Role } from '../programme/facts.ts';

/** The person who performs an action: an opaque id, the role used, and the scope of that role (a unit or an office). It never holds a name. */
export type Actor = { readonly person: string; readonly role: Role; readonly scope?: string };
