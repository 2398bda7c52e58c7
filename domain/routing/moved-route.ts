import type { Destination, Role } from '../programme/facts.ts';

/** Where an application goes after a change: what of its row the routing decides. */
export type MovedRoute = {
  readonly committee: string;
  readonly destination: Destination;
  readonly office: string;
  readonly acting: Readonly<Partial<Record<Role, string>>>;
};
