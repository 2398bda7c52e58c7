import { openForm } from '../../commands/preparing/form-content.ts';
import { findContent } from '../../db/applications/contents.ts';
import { type AttachmentInfo, findAttachment, type NewAttachment } from '../../db/attachments/attachments.ts';
import { withoutRemoved } from '../../domain/materials/completeness.ts';
import { type Form, namedFiles } from '../../domain/materials/form.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { text } from '../../domain/text.ts';
import { notYours } from '../access/may.ts';
import { onApplication, type Seen, seenBy } from '../access/on-application.ts';
import { mayReadFile } from '../access/readers.ts';
import { wholeApplication } from '../applications/load.ts';
import type { Person } from '../http/caller.ts';
import type { May, Services } from '../http/route.ts';

type OfNo = { readonly no: string };
type OfFile = OfNo & { readonly id: string };

/** Who adds files of a kind: the stamped page comes from the unit, too. */
const addersOf = (kind: string): readonly Role[] => (kind === 'stampedPage' ? ['applicant', 'unitHr'] : ['applicant']);

const added = (seen: Seen, kind: string): Seen | Refusal =>
  seen.roles.some((role) => addersOf(kind).includes(role)) ? seen : notTheirs();

/** Everybody who may add files to an application; the kind of the file is in the body. */
export const addsFiles: May<OfNo, Seen, Person, { readonly kind: string }> = {
  ...onApplication('The applicant; the stamped page also the unit’s personnel department.', (seen) =>
    added(seen, 'stampedPage'),
  ),
  checkBody: (asking) => {
    const seen = seenBy(asking);
    return seen && added(seen, asking.body.kind);
  },
};

/** Everybody who may open a file: one of their roles may open its kind, and it is their own, the stamped page, or was submitted. */
export const opensFile: May<OfFile, { readonly file: NewAttachment }> = onApplication(
  'The applicant, and of what was submitted the unit and offices whom files of this kind concern.',
  async ({ key, roles }, { services, params, caller }) => {
    const file = await findAttachment(services.db, params.no, params.id);
    if (!file || !mayReadFile(file.kind, roles)) return null;
    const own = key.person === caller.person || file.kind === 'stampedPage';
    return own || (await wasSubmitted(services, params)) ? { file } : null;
  },
);

/** The applicant alone deletes a file. */
export const deletesFiles = onApplication('The applicant.', (seen) =>
  seen.roles.includes('applicant') ? seen : notDeletedByOthers(),
);

/** Whether the file belongs to what was submitted; reviewers do not see the files of a draft. */
export async function wasSubmitted(services: Services, { no, id }: OfFile): Promise<boolean> {
  const { snapshot } = await wholeApplication(services, no);
  const version = snapshot?.submission?.contentVersion ?? null;
  const content = version === null ? null : await findContent(services.db, no, version);
  if (!content) return false;
  return namedFiles(withoutRemoved(openForm(services.vault, no, content.body), snapshot?.removedItems ?? [])).has(id);
}

/** The files of a submitted form (those it names, and the stamped pages) that one of these roles may open. */
export function shownFiles(form: Form, files: readonly AttachmentInfo[], roles: readonly Role[]): AttachmentInfo[] {
  const named = namedFiles(form);
  return files.filter(({ id, kind }) => (kind === 'stampedPage' || named.has(id)) && mayReadFile(kind, roles));
}

const notTheirs = () =>
  notYours(
    text(
      '附件由申报人上传；盖章页也可由单位人事部门上传。',
      'Files are the applicant’s to add; the stamped page also the unit’s.',
    ),
  );

const notDeletedByOthers = () => notYours(text('附件由申报人删除。', 'Only the applicant deletes a file.'));
