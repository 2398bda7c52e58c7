import type { Env } from '../../config/env.ts';
import type { RouteDef } from '../route.ts';

/** Every resource of the service; those of the demonstration only where it is one. */
export function resourceRoutes(_env: Env): readonly RouteDef[] {
  return [];
}
