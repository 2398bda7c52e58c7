import { z } from 'zod';
import { choices } from '../../../domain/session/ballot/tally.ts';
import { applicationNo } from '../../http/common-schemas.ts';

/** The most votes in one request. */
const maxVotes = 500;

/** A key of 32 bytes in base64. */
const key = z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64');

const vote = z.strictObject({
  application: applicationNo,
  vote: z.enum(choices).meta({ description: '同意、反对、弃权。' }),
});

/** One vote, or several at once. */
export const votesBody = z
  .union([vote, z.strictObject({ ballots: z.array(vote).min(1).max(maxVotes) })])
  .meta({ id: 'Votes' });

/** How many votes were put into the box. */
export const votesCast = z.object({ cast: z.int() }).meta({ id: 'VotesCast' });

/** What an expert sees of the open box: on what they may vote and whether they have, never what; whoever presides also how many votes there are. */
export const ballotMarks = z
  .object({
    items: z.array(z.object({ application: z.string(), voted: z.boolean() })),
    inBox: z.object({ cast: z.int(), of: z.int() }).nullable(),
  })
  .meta({ id: 'BallotMarks' });

export const publicKeyBody = z.strictObject({
  publicKey: key.meta({ description: 'The public key that `npm run ballot-key` printed.' }),
});
export const privateKeyBody = z.strictObject({
  privateKey: key.meta({ description: 'The private key of the caller, from the file of `npm run ballot-key`.' }),
});

/** The custodians of the box. */
export const custodianList = z
  .object({
    items: z.array(
      z.object({
        place: z.union([z.literal(1), z.literal(2)]).meta({
          description: '1: of the committee’s office; 2: of whoever supervises, or an auditor.',
        }),
        publicKey: z.string(),
        released: z.boolean(),
        own: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'BallotCustodians' });
