import type { Role } from '../programme/facts.ts';

/** Who acts: an opaque person id, the role the act rests on, and its scope (a unit, an office). Never a name. */
export type Actor = { readonly person: string; readonly role: Role; readonly scope?: string };
