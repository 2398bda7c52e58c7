import type { Destination, Role } from '../programme/facts.ts';

/** The columns of an application's row that change when its route changes. */
export type MovedRoute = {
  readonly committee: string;
  readonly destination: Destination;
  readonly office: string;
  readonly acting: Readonly<Partial<Record<Role, string>>>;
};
