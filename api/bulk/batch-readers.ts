import { findBatch, type StoredBatch } from '../../db/postings/batches.ts';
import { hasGrant } from '../../domain/access/access.ts';
import type { Person } from '../http/caller.ts';
import type { May } from '../http/route.ts';

type OfBatch = May<{ readonly id: string }, { readonly batch: StoredBatch }>;

/** The senders of a delivery, namely the person who made it and everybody who acts for its unit or authority, and the office that receives it. For all others it does not exist. */
export const batchSenderOrReceiver: OfBatch = {
  who: 'Whoever made it, the unit or authority whose it is, and the office that receives it.',
  check: async ({ services, params, caller }) => {
    const batch = await findBatch(services.db, params.id);
    return batch && (sends(batch, caller) || receives(batch, caller)) ? { batch } : null;
  },
};

function sends({ world, createdBy, unit, office }: StoredBatch, caller: Person): boolean {
  if (world !== caller.world) return false;
  if (createdBy === caller.person) return true;
  return unit === null
    ? hasGrant(caller, 'preliminaryAuthority', `office:${office}`)
    : hasGrant(caller, 'unitHr', `unit:${unit}`);
}

const receives = ({ world, receiver }: StoredBatch, caller: Person): boolean =>
  world === caller.world && receiver !== null && hasGrant(caller, receiver.role, `office:${receiver.office}`);
