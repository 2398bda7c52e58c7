import { z } from 'zod';
import { type SessionStep, sessionSteps } from '../../domain/programme/stages/session.ts';
import { clausesSchema, daysSchema, levelSchema, list, roleSchema, someOf } from './schema-parts.ts';

const basis = {
  clauses: clausesSchema,
  readings: list(z.string().regex(/^A-\d{2}$/)),
  national: z.string().min(1).optional(),
};
const share = { parts: z.int().min(1), of: z.int().min(1) };
/** A session is planned, meets, votes and is archived everywhere. */
const everywhere: readonly SessionStep[] = [
  'PLANNED',
  'EXPERTS_DRAWN',
  'IN_SESSION',
  'BALLOT_CLOSED',
  'MINUTES_SIGNED',
  'ARCHIVED',
];

/** Working days before a last day. */
const ahead = list(z.int().min(1).max(60));
const years = z.int().min(1).max(10);

/** The schema of the rules for the meetings of committees. */
export const sessionSchema = z.strictObject({
  off: list(z.enum(sessionSteps).refine((step) => !everywhere.includes(step), 'every session has this step')),
  approves: roleSchema,
  confirms: roleSchema,
  supervises: someOf(roleSchema),
  committee: z.strictObject({
    ...basis,
    least: list(z.strictObject({ levels: someOf(levelSchema), bySeries: z.int().min(1), bySpecialty: z.int().min(1) })),
    filedYears: years,
    termYears: years,
  }),
  quorum: z.strictObject({ ...basis, ...share }),
  majority: z.strictObject({ ...basis, ...share }),
  draw: z.strictObject({
    ...basis,
    alternates: z.int().min(0).max(5),
    quotas: list(
      z.strictObject({ by: z.enum(['specialty', 'origin']), value: z.string().min(1), least: z.int().min(1) }),
    ),
    secondParty: someOf(roleSchema),
  }),
  opinions: z.strictObject({ ...basis, least: z.int().min(0) }),
  rounds: z.int().min(1).max(3),
  publicity: z.strictObject({ ...basis, workingDays: daysSchema }),
  voided: z.strictObject({ ...basis, outcome: z.string().min(1) }),
  certificate: z.strictObject({ prefix: z.string().regex(/^[A-Z]{2,8}$/), digits: z.int().min(3).max(6) }),
  reminders: z.strictObject({ report: ahead, held: ahead }),
});
