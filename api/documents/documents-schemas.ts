import { z } from 'zod';
import { documentKinds } from '../../domain/programme/materials/materials.ts';
import { applicationNo } from '../http/common-schemas.ts';

/** The path of a printed paper. */
export const ofDocument = z.strictObject({ no: applicationNo, kind: z.enum(documentKinds) });
