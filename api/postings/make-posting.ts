import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { publicityRefusal } from '../../commands/preparing/needs/publicity-paper.ts';
import { findPosting, insertPosting, type StoredPosting } from '../../db/postings/postings.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type CommonOffice, ownerOf } from '../bulk/common-office.ts';
import type { Person } from '../http/caller.ts';
import type { Services } from '../http/route.ts';
import { postingScope } from './posting-rights.ts';
import type { newPosting } from './postings-schemas.ts';

const tokenBytes = 24;

type Making = {
  readonly id: string;
  readonly body: z.infer<typeof newPosting>;
  readonly caller: Person;
  readonly office: CommonOffice;
  readonly now: number;
};

/** Keeps one posting for many applications, or says what its document lacks by the template of the notice; the same id again makes nothing new. */
export async function makePosting(services: Services, making: Making): Promise<StoredPosting | Refusal> {
  const { id, body, caller, office, now } = making;
  const { kind, items, lastDay } = body;
  const { db, vault } = services;
  const { world, person: createdBy } = caller;
  if (body.kind === 'unit') {
    const { document, postedOn } = body;
    const posted = { items, unit: office.id, world, document, postedOn, lastDay, now };
    const refusal = await publicityRefusal(services, posted);
    if (refusal) return refusal;
  }
  await insertPosting(db, {
    id,
    world,
    kind,
    items,
    createdBy,
    ...ownerOf(office),
    token: randomBytes(tokenBytes).toString('base64url'),
    document: vault.seal(JSON.stringify(body.document ?? null), `posting/${id}`).toString('hex'),
  });
  const posting = await findPosting(db, id, postingScope(caller, world));
  if (!posting) throw new Error(`posting ${id} was not kept`);
  return posting;
}
