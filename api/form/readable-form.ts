import { openForm } from '../../commands/preparing/form-content.ts';
import { findContent } from '../../db/applications/contents.ts';
import type { Seen } from '../access/on-application.ts';
import { submittedVersion } from '../applications/load.ts';
import { notFound } from '../http/errors.ts';
import type { Services } from '../http/route.ts';

/** The form that a person may read: the applicant the present one, others the one last submitted; throws a 404 if there is none. */
export async function readableForm(services: Services, { key, roles }: Seen) {
  const own = roles.includes('applicant');
  const version = own ? key.contentVersion : await submittedVersion(services, key.no);
  const content = version === null ? null : await findContent(services.db, key.no, version);
  if (!content) throw notFound();
  return { key, content, own, form: openForm(services.vault, key.no, content.body) };
}
