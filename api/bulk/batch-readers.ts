import { findHeads } from '../../db/applications/applications.ts';
import { findBatch, type StoredBatch } from '../../db/postings/batches.ts';
import { hasGrant } from '../../domain/access/access.ts';
import { rolesFor } from '../access/application-roles.ts';
import type { Person } from '../http/caller.ts';
import type { May, Services } from '../http/route.ts';

type OfBatch = May<{ readonly id: string }, { readonly batch: StoredBatch }>;

/**
 * The senders of a delivery, namely everybody who acts for its unit or authority, and the office that receives it, which sees
 * what has come to it. For all others it does not exist.
 */
export const batchSenderOrReceiver: OfBatch = {
  who: 'The unit or authority whose it is, and the office that receives it.',
  check: async ({ services, params, caller }) => {
    const batch = await findBatch(services.db, params.id);
    if (!batch || sends(batch, caller)) return batch && { batch };
    const come = receives(batch, caller) ? await cameToReceiver(services, batch, caller) : [];
    return come.length > 0 ? { batch: { ...batch, items: come } } : null;
  },
};

function sends({ world, unit, office }: StoredBatch, caller: Person): boolean {
  if (world !== caller.world) return false;
  return unit === null
    ? hasGrant(caller, 'preliminaryAuthority', `office:${office}`)
    : hasGrant(caller, 'unitHr', `unit:${unit}`);
}

const receives = ({ world, receiver }: StoredBatch, caller: Person): boolean =>
  world === caller.world && receiver !== null && hasGrant(caller, receiver.role, `office:${receiver.office}`);

/** What of a delivery has come to the office that receives it. */
async function cameToReceiver({ db }: Services, { items, receiver }: StoredBatch, caller: Person) {
  const heads = await findHeads(
    db,
    items.map(({ no }) => no),
  );
  const come = heads.filter((head) => receiver && rolesFor(head, caller).includes(receiver.role)).map(({ no }) => no);
  return items.filter(({ no }) => come.includes(no));
}
