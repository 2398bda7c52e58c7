import type { AttachmentInfo } from '../../db/attachments.ts';
import type { Form } from '../schemas/form.ts';

/** The ids of the files a form names. */
export const namedFiles = (form: Form): ReadonlySet<string> =>
  new Set([...form.documents, ...form.achievements.flatMap(({ evidence }) => evidence)]);

/** The files that go with a submitted form: those it names, and the stamped pages. */
export function shownFiles(form: Form, files: readonly AttachmentInfo[]): AttachmentInfo[] {
  const named = namedFiles(form);
  return files.filter(({ id, kind }) => kind === 'stampedPage' || named.has(id));
}
