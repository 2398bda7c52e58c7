import { z } from 'zod';
import { attachmentKinds } from '../../domain/materials/content.ts';
import { applicationNo, uuid } from '../http/common-schemas.ts';

/** The one file of a form; only the OpenAPI document requires it here, because it is removed from the body before the fields are checked. */
export const fileField = z
  .unknown()
  .optional()
  .refine((field) => field === undefined, {
    error: 'must be sent as a file, with a file name',
    params: { zh: '须以文件形式上传（带文件名）' },
  })
  .meta({ override: { type: 'string', format: 'binary' } });

/** The fields that come with a file. */
export const attachmentFields = z
  .strictObject({ kind: z.enum(attachmentKinds), file: fileField })
  .meta({ override: { required: ['kind', 'file'] } });

/** The path of one file. */
export const ofAttachment = z.strictObject({ no: applicationNo, id: uuid });

/** A file as it is listed. */
export const attachmentView = z
  .object({
    id: uuid,
    kind: z.enum(attachmentKinds),
    name: z.string(),
    mediaType: z.string(),
    size: z.int(),
    sha256: z.string(),
    createdAt: z.string().meta({ format: 'date-time' }),
  })
  .meta({ id: 'Attachment' });
