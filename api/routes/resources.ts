import type { Issuer } from '../access/issuer.ts';
import type { RouteDef } from '../route.ts';
import { demoRoutes } from './demo.ts';
import { peopleRoutes } from './people.ts';
import { programmeRoutes } from './programmes.ts';
import { unitRoutes } from './units.ts';
import { workingDayRoutes } from './working-days.ts';

/** Every resource of the service; those of the demonstration only where there is a built-in issuer. */
export function resourceRoutes(issuer: Issuer | null): readonly RouteDef[] {
  return [
    ...programmeRoutes,
    ...workingDayRoutes,
    ...peopleRoutes,
    ...unitRoutes,
    ...(issuer ? demoRoutes(issuer) : []),
  ];
}
