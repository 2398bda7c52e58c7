import { z } from 'zod';
import { integrityActions, integrityGrounds } from '../../domain/integrity/case.ts';
import { roles } from '../../domain/programme/facts.ts';
import { unitMeasures } from '../../domain/programme/integrity.ts';
import { isoDate, ofApplication, paragraph } from '../http/common-schemas.ts';

const facts = paragraph(4000).meta({ description: 'The facts and the reason; kept sealed.' });

/** The body of each step. */
export const integrityBodies = {
  open: z.strictObject({ ground: z.enum(integrityGrounds), facts }),
  investigate: z.strictObject({}).optional(),
  notify: z.strictObject({ facts, hearBy: isoDate.meta({ description: 'The last day on which one may be heard.' }) }),
  hear: z.strictObject({ facts: facts.meta({ description: 'What the person said; kept sealed.' }) }),
  uphold: z.strictObject({
    facts,
    barredUntil: isoDate
      .optional()
      .meta({ description: 'In a serious case: the last day without the right to apply.' }),
    unitMeasure: z
      .enum(unitMeasures)
      .optional()
      .meta({ description: 'Where the unit shielded it: 通报批评, or 提请纪检监察部门追究责任 (LYG-5.3-c).' }),
  }),
  dismiss: z.strictObject({ facts }),
} as const;

/** Every field of every step. */
export type IntegrityBody = {
  readonly ground?: (typeof integrityGrounds)[number];
  readonly facts?: string;
  readonly hearBy?: string;
  readonly barredUntil?: string | undefined;
  readonly unitMeasure?: (typeof unitMeasures)[number] | undefined;
};

/** Which case of an application. */
export const ofIntegrityCase = ofApplication.extend({ n: z.coerce.number().int().min(1).max(9999) });

const record = z.object({
  no: z.string(),
  n: z.int(),
  from: isoDate,
  until: isoDate,
  inForce: z.boolean(),
  bars: z.boolean().meta({ description: 'Whether it bars from applying, or is only shown to who decides (A-35).' }),
  barredUntil: isoDate.nullable(),
  clauses: z.array(z.string()),
  readings: z.array(z.string()),
});

/** Records in the integrity archive. */
export const integrityRecords = z.object({ items: z.array(record) }).meta({ id: 'IntegrityRecords' });

/** An integrity case with its steps; actors by role, and free text only for the people concerned. */
export const integrityCaseView = z
  .object({
    n: z.int(),
    status: z.enum(['OPENED', 'INVESTIGATING', 'UPHELD', 'DISMISSED']),
    ground: z.enum(integrityGrounds),
    hearBy: isoDate.nullable(),
    heard: z.boolean(),
    decision: z
      .object({
        upheld: z.boolean(),
        on: isoDate,
        effect: z.enum(['cancel', 'revoke', 'none']),
        recordedUntil: isoDate.nullable(),
        unitMeasure: z.enum(unitMeasures).nullable(),
        clauses: z.array(z.string()),
      })
      .nullable(),
    events: z.array(
      z.object({
        seq: z.int(),
        name: z.enum(['open', ...integrityActions]),
        at: z.string(),
        by: z.enum(roles),
        facts: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'IntegrityCase' });

export const integrityCaseList = z.object({ items: z.array(integrityCaseView) }).meta({ id: 'IntegrityCases' });
