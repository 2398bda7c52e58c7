import type { AttachmentInfo } from '../../db/applications/attachments.ts';
import type { Form } from '../../domain/materials/form.ts';
import { namedFiles } from '../../domain/materials/form.ts';
import type { Role } from '../../domain/programme/facts.ts';
import { mayReadFile } from '../access/readers.ts';

/** The files of a submitted form (those it names, and the stamped pages) that one of these roles may open. */
export function shownFiles(form: Form, files: readonly AttachmentInfo[], roles: readonly Role[]): AttachmentInfo[] {
  const named = namedFiles(form);
  return files.filter(({ id, kind }) => (kind === 'stampedPage' || named.has(id)) && mayReadFile(kind, roles));
}
