import { actionRoutes } from './actions/actions-routes.ts';
import { intentRoutes } from './actions/intents-routes.ts';
import { applicationRoutes } from './applications/applications-routes.ts';
import { attachmentRoutes } from './attachments/attachments-routes.ts';
import { batchRoutes } from './bulk/batches-routes.ts';
import { certificatePaperRoutes } from './certificates/certificate-paper.ts';
import { certificateRoutes } from './certificates/certificates-routes.ts';
import { committeeChangeRoutes } from './committees/changes/committee-changes-routes.ts';
import { claimOverrideRoutes } from './committees/claim-overrides-routes.ts';
import { committeeRoutes } from './committees/committees-routes.ts';
import { routingRoutes } from './committees/routings-routes.ts';
import { demoRoutes } from './demo/demo-routes.ts';
import { documentRoutes } from './documents/documents-routes.ts';
import { draftRoutes } from './drafts/drafts-routes.ts';
import { eligibilityRoutes } from './eligibility/eligibility-routes.ts';
import { eventRoutes } from './events/events-routes.ts';
import { expertRoutes } from './experts/experts-routes.ts';
import { filingRoutes } from './experts/filings-routes.ts';
import { expertImportRoutes } from './experts/import-routes.ts';
import { formRoutes } from './form/forms-routes.ts';
import type { Issuer } from './http/caller.ts';
import type { RouteDef } from './http/route.ts';
import { integrityRoutes } from './integrity/integrity-routes.ts';
import { completenessRoutes } from './materials/completeness-routes.ts';
import { conditionRoutes } from './materials/conditions-routes.ts';
import { dossierRoutes } from './materials/dossiers-routes.ts';
import { reuseRoutes } from './materials/reuse-routes.ts';
import { identityReleaseRoutes } from './people/identity-releases-routes.ts';
import { nameCorrectionRoutes } from './people/name-corrections-routes.ts';
import { noticeRoutes } from './people/notices-routes.ts';
import { peopleRoutes } from './people/people-routes.ts';
import { grantEventRoutes } from './people/units/grant-events-routes.ts';
import { unitRoutes } from './people/units/units-routes.ts';
import { listRoutes } from './postings/lists-routes.ts';
import { objectionRoutes } from './postings/objections-routes.ts';
import { postingRoutes } from './postings/postings-routes.ts';
import { programmeRoutes } from './programmes/programmes-routes.ts';
import { provisionRoutes } from './programmes/provisions-routes.ts';
import { workingDayRoutes } from './programmes/working-days-routes.ts';
import { ballotRoutes } from './sessions/ballot/ballots-routes.ts';
import { custodianRoutes } from './sessions/ballot/custodians-routes.ts';
import { drawRoutes } from './sessions/draws/draws-routes.ts';
import { conductingRoutes } from './sessions/meeting/conducting-routes.ts';
import { dossierRoutes as sessionDossierRoutes } from './sessions/meeting/dossier-routes.ts';
import { writingRoutes } from './sessions/meeting/writing-routes.ts';
import { sessionPaperRoutes } from './sessions/papers/papers-routes.ts';
import { recusalRoutes } from './sessions/recusals/recusals-routes.ts';
import { rosterRoutes } from './sessions/roster-routes.ts';
import { sessionRoutes } from './sessions/sessions-routes.ts';
import { stepRoutes } from './sessions/steps-routes.ts';

/** The routes of all resources; those of the demonstration only if there is a built-in issuer. */
export function resourceRoutes(issuer: Issuer | null): readonly RouteDef[] {
  return [
    ...programmeRoutes,
    ...committeeRoutes,
    ...filingRoutes,
    ...expertRoutes,
    ...expertImportRoutes,
    ...provisionRoutes,
    ...routingRoutes,
    ...claimOverrideRoutes,
    ...committeeChangeRoutes,
    ...eligibilityRoutes,
    ...workingDayRoutes,
    ...peopleRoutes,
    ...nameCorrectionRoutes,
    ...unitRoutes,
    ...grantEventRoutes,
    ...identityReleaseRoutes,
    ...draftRoutes,
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
    ...certificateRoutes,
    ...certificatePaperRoutes,
    ...batchRoutes,
    ...sessionRoutes,
    ...drawRoutes,
    ...recusalRoutes,
    ...stepRoutes,
    ...ballotRoutes,
    ...custodianRoutes,
    ...rosterRoutes,
    ...sessionPaperRoutes,
    ...conductingRoutes,
    ...sessionDossierRoutes,
    ...writingRoutes,
    ...noticeRoutes,
    ...(issuer ? demoRoutes(issuer) : []),
  ];
}
