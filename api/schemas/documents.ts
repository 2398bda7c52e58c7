import { z } from 'zod';
import { documentKinds } from '../../domain/materials/material-rule.ts';
import { applicationNo } from './applications.ts';

/** The path of a printed paper. */
export const ofDocument = z.strictObject({ no: applicationNo, kind: z.enum(documentKinds) });
