import { openForm } from '../../commands/preparing/form-content.ts';
import type { OverLimit } from '../../db/attachments/attachments.ts';
import type { FormVersions, SubmittedContent } from '../../db/attachments/file-removals.ts';
import type { Vault } from '../../db/vault.ts';
import { namedFiles } from '../../domain/materials/form.ts';
import { type Text, text } from '../../domain/text.ts';
import { HttpError } from '../http/errors.ts';

/** The files that a content of an application names. */
export const namedBy =
  (vault: Vault, no: string) =>
  ({ body }: SubmittedContent): ReadonlySet<string> =>
    namedFiles(openForm(vault, no, body));

/** The files that were submitted and that the present form no longer names. */
export const replacedFiles =
  (vault: Vault, no: string) =>
  ({ submitted, present, files }: FormVersions): ReadonlySet<string> => {
    const named = namedBy(vault, no);
    const kept = present ? named(present) : new Set<string>();
    const sealed = new Set(submitted.flatMap((content) => [...named(content)]));
    return new Set(files.filter((id) => sealed.has(id) && !kept.has(id)));
  };

const mebibytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(1)} MiB`;

/** The refusal of one file more, with how much there is and how much there may be. */
export function overLimit({ limit, used, most }: OverLimit): HttpError {
  return limit === 'files'
    ? new HttpError(409, 'TOO_MANY_FILES', tooManyFiles(used, most))
    : new HttpError(409, 'TOO_MANY_BYTES', tooManyBytes(used, most));
}

const tooManyFiles = (used: number, most: number): Text =>
  text(
    `附件不得超过${most}个，现有${used}个；可先删除未随申报提交的附件。`,
    `An application holds ${most} files at most, and this one has ${used}; delete some that were not submitted.`,
  );
const tooManyBytes = (used: number, most: number): Text =>
  text(
    `本人未办结申报的附件合计不得超过${mebibytes(most)}，已用${mebibytes(used)}；请压缩后再传，或删除未随申报提交的附件。`,
    `The files of your open applications may have ${mebibytes(most)} together, and they have ${mebibytes(used)}: send smaller files, or delete some that were not submitted.`,
  );

/** Why a file stays: it is part of what was submitted. */
export const inUse = (): HttpError =>
  new HttpError(
    409,
    'FILE_SUBMITTED',
    text(
      '该附件已随申报提交或已使用，不能删除。',
      'The file is part of what was submitted, or was used; it cannot be deleted.',
    ),
  );
