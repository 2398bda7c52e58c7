import type { Issuer } from '../access/issuer.ts';
import type { RouteDef } from '../route.ts';
import { actionRoutes } from './actions.ts';
import { applicationRoutes } from './applications.ts';
import { attachmentRoutes } from './attachments.ts';
import { batchRoutes } from './batches.ts';
import { claimOverrideRoutes } from './claim-overrides.ts';
import { committeeChangeRoutes } from './committee-changes.ts';
import { committeeRoutes } from './committees.ts';
import { completenessRoutes } from './completeness.ts';
import { conditionRoutes } from './conditions.ts';
import { demoRoutes } from './demo.ts';
import { documentRoutes } from './documents.ts';
import { dossierRoutes } from './dossiers.ts';
import { eligibilityRoutes } from './eligibility.ts';
import { eventRoutes } from './events.ts';
import { formRoutes } from './forms.ts';
import { integrityRoutes } from './integrity.ts';
import { intentRoutes } from './intents.ts';
import { listRoutes } from './lists.ts';
import { nameCorrectionRoutes } from './name-corrections.ts';
import { noticeRoutes } from './notices.ts';
import { objectionRoutes } from './objections.ts';
import { peopleRoutes } from './people.ts';
import { postingRoutes } from './postings.ts';
import { programmeRoutes } from './programmes.ts';
import { provisionRoutes } from './provisions.ts';
import { reuseRoutes } from './reuse.ts';
import { routingRoutes } from './routings.ts';
import { unitRoutes } from './units.ts';
import { workingDayRoutes } from './working-days.ts';

/** Every resource of the service; those of the demonstration only where there is a built-in issuer. */
export function resourceRoutes(issuer: Issuer | null): readonly RouteDef[] {
  return [
    ...programmeRoutes,
    ...committeeRoutes,
    ...provisionRoutes,
    ...routingRoutes,
    ...claimOverrideRoutes,
    ...committeeChangeRoutes,
    ...eligibilityRoutes,
    ...workingDayRoutes,
    ...peopleRoutes,
    ...nameCorrectionRoutes,
    ...unitRoutes,
    ...applicationRoutes,
    ...conditionRoutes,
    ...eventRoutes,
    ...formRoutes,
    ...completenessRoutes,
    ...documentRoutes,
    ...dossierRoutes,
    ...listRoutes,
    ...attachmentRoutes,
    ...reuseRoutes,
    ...actionRoutes,
    ...integrityRoutes,
    ...intentRoutes,
    ...postingRoutes,
    ...objectionRoutes,
    ...batchRoutes,
    ...noticeRoutes,
    ...(issuer ? demoRoutes(issuer) : []),
  ];
}
