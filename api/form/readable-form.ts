import { openForm } from '../../commands/preparing/form-content.ts';
import { findContent } from '../../db/applications/contents.ts';
import { withoutRemoved } from '../../domain/materials/completeness.ts';
import type { Seen } from '../access/on-application.ts';
import { wholeApplication } from '../applications/load.ts';
import { notFound } from '../http/errors.ts';
import type { Services } from '../http/route.ts';

/** The form that a person may read: the applicant the present one, others the one last submitted; throws a 404 if there is none. */
export async function readableForm(services: Services, { key, roles }: Seen) {
  const own = roles.includes('applicant');
  const { snapshot } = own ? { snapshot: null } : await wholeApplication(services, key.no);
  const version = own ? key.contentVersion : (snapshot?.submission?.contentVersion ?? null);
  const content = version === null ? null : await findContent(services.db, key.no, version);
  if (!content) throw notFound();
  // What was removed no longer stands in what others review; its applicant writes the form whole.
  const form = withoutRemoved(openForm(services.vault, key.no, content.body), snapshot?.removedItems ?? []);
  return { key, content, own, form };
}
