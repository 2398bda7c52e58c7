import { openForm } from '../../commands/preparing/form-content.ts';
import { eligibilityOf } from '../../commands/preparing/submission/eligibility.ts';
import type { ApplicationRow } from '../../db/applications/applications.ts';
import { findContent } from '../../db/applications/contents.ts';
import type { MaterialFinding } from '../../domain/case/check-results.ts';
import { emptyForm } from '../../domain/materials/form.ts';
import { readsConditions } from '../access/on-application.ts';
import { draftNow } from '../applications/draft-plan.ts';
import { submittedVersion, wholeApplication } from '../applications/load.ts';
import { conditionsView } from '../eligibility/eligibility-schemas.ts';
import { findingOf } from '../eligibility/eligibility-view.ts';
import { ofApplication } from '../http/common-schemas.ts';
import { defineRoute, type RouteDef, type Services } from '../http/route.ts';

/** The form by which an application is judged: the last submitted one, or before the first submission the applicant's draft. */
async function formOf(services: Services, row: ApplicationRow) {
  const version = (await submittedVersion(services, row.no)) ?? row.contentVersion;
  const content = await findContent(services.db, row.no, version);
  return content ? openForm(services.vault, row.no, content.body) : emptyForm;
}

/** The conditions for applying of one application, for its applicant and for the people who attest them. */
export const conditionRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/eligibility',
    summary:
      'Every condition of applying by the form, and by what was told with the draft where the form says nothing: judged today, or by the day of the first submission once it was received (A-50).',
    tag: 'applications',
    access: 'login',
    may: readsConditions,
    params: ofApplication,
    answers: { 200: { description: 'Every rule that was looked at', schema: conditionsView } },
    handle: async ({ params: { no }, services }) => {
      const row = await wholeApplication(services, no);
      const { eligible, findings, inForm, asOf } = await eligibilityOf(services, row, await formOf(services, row));
      const toldOtherwise = inForm.filter(({ outcome }) => outcome === 'warning').map(contradictionOf);
      // What was received counts by its own day; a draft must still be in time.
      const inTime = row.opened ? [] : (await draftNow(services, row)).findings;
      const late = inTime.some(({ outcome }) => outcome === 'notMet');
      const shown = [...findings, ...inTime].map(findingOf(services.programmes.get(row.programme) ?? {}));
      return { status: 200, body: { no, asOf, eligible: late ? 'no' : eligible, findings: shown, toldOtherwise } };
    },
  }),
];

const contradictionOf = ({ clause, item, message }: MaterialFinding) => ({ clause, item, message });
