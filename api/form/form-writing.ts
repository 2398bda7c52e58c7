import { finishWithDueLapse } from '../../commands/intents/finish.ts';
import { answerTimeoutMs } from '../../commands/limits.ts';
import { isEditable, stateOf } from '../../commands/preparing/case-now.ts';
import { sealForm } from '../../commands/preparing/form-content.ts';
import type { ApplicationHead } from '../../db/applications/applications.ts';
import { writeContent } from '../../db/applications/contents.ts';
import type { Form } from '../../domain/materials/form.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { text } from '../../domain/text.ts';
import { wholeApplication } from '../applications/load.ts';
import { HttpError, notFound, unavailable, versionConflict } from '../http/errors.ts';
import type { Services } from '../http/route.ts';

/** How many hexadecimal digits of a content's hash are in its ETag. */
const tagDigits = 16;

/** The ETag of a content: its version and the beginning of its hash. */
export const tagOfContent = (version: number, hash: string, more = ''): string =>
  `${version}.${hash.slice(0, tagDigits)}${more}`;

type IfTag = { readonly version: number; readonly hash: string };

/** The `If-Match` of a content; null if any version is accepted. Throws a 412 for a tag that is not ours. */
export function ifTagOf(header: string | undefined): IfTag | null {
  if (header === undefined || header === '*') return null;
  const [, version, hash] = /^"(\d{1,9})\.([0-9a-f]{16})[^"]*"$/.exec(header) ?? [];
  if (version === undefined || hash === undefined) throw versionConflict();
  return { version: Number(version), hash };
}

/** Writes the whole form over the version that its writer read; throws if that is not possible. */
export async function writeForm(
  services: Services,
  { no, programme }: Pick<ApplicationHead, 'no' | 'programme'>,
  { form, ifTag }: { readonly form: Form; readonly ifTag: IfTag | null },
): Promise<{ version: number; etag: string }> {
  const content = sealForm(services.vault, no, form);
  const write = () => writeContent(services.db, no, { content, ifTag });
  const first = await write();
  // A passed deadline may open or close the form, and counts before its lapse is recorded.
  const written = first.status === 'locked' && (await applicationWithLapses(services, no)) ? await write() : first;
  if (written.status !== 'written') throw refusals[written.status](services.programmes.get(programme));
  return { version: written.version, etag: tagOfContent(written.version, content.hash) };
}

/**
 * Records the lapse of a passed deadline, or the adoption of newer dates; false if there is neither. Throws a 503 if that cannot be done now.
 */
async function applicationWithLapses(services: Services, no: string): Promise<boolean> {
  const { deps } = services;
  const row = await wholeApplication(services, no);
  // If the dates were extended nothing lapses, and the form is open although the row still has the passed deadline.
  const asWritten = stateOf(row, deps.calendar).seq === row.seq && !isEditable(row, deps.calendar);
  if (asWritten) return false;
  await finishWithDueLapse(deps, no, { deadlineAt: Date.now() + answerTimeoutMs }).catch((error: unknown) => {
    throw unavailable(error);
  });
  // If the timer was faster nothing is left to record, but the form must be tried again all the same.
  return true;
}

/** The refusal to change a form that is under review (LN-5.5.3-a). */
const locked = (programme: Programme | undefined) =>
  new HttpError(
    409,
    'FORM_LOCKED',
    text(
      '材料已提交，退回修改前不能更改。',
      'What was submitted cannot be changed unless it is returned for revision.',
    ),
    {
      clauses:
        programme?.stages.flatMap((stage) => (stage.kind === 'review' && stage.submission?.lockedBy) || []) ?? [],
    },
  );
const refusals = { locked, versionConflict, missing: notFound } as const;
