import { z } from 'zod';
import { itemOutcome, items } from '../bulk/bulk-schemas.ts';
import { applicationNo, textSchema } from '../http/common-schemas.ts';

const instantText = z.string().meta({ format: 'date-time' });

/** The applications that are put on a roster. */
export const rosterBody = z.strictObject({ applications: items }).meta({ id: 'RosterApplications' });

/** What came of each. */
export const rosterOutcome = z.object({ items: z.array(itemOutcome) }).meta({ id: 'RosterOutcome' });

/** Who is on the roster of a session. */
export const rosterPage = z
  .object({
    items: z.array(
      z.object({
        no: applicationNo,
        series: z.string(),
        specialty: z.string(),
        level: z.string(),
        unit: z.string(),
        joinedAt: instantText,
        frozen: z.boolean().meta({ description: 'The meeting has begun: nobody on it withdraws any more (A-39).' }),
        waiting: textSchema
          .nullable()
          .meta({ description: 'While the session meets: why it waits, where it has no quorum (A-37).' }),
      }),
    ),
    count: z.int(),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'SessionRoster' });
