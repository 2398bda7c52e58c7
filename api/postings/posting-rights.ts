import { findPosting, type PostingVisibilityScope, type StoredPosting } from '../../db/postings/postings.ts';
import { hasGrant, scopesOf } from '../../domain/access/access.ts';
import type { Caller } from '../http/caller.ts';
import type { May } from '../http/route.ts';

/** The units and offices for which the caller acts; the offices that review and seal see the unit's postings of what has come to them. */
export function postingScope(caller: Caller, world: string | null): PostingVisibilityScope {
  const inUnit = ['unitHr', 'unitAssessmentGroup'] as const;
  const inOffice = ['committeeOffice', 'sealingAuthority', 'preliminaryAuthority'] as const;
  return {
    world,
    person: caller.person,
    units: inUnit.flatMap((role) => scopesOf(caller, role, 'unit')),
    offices: inOffice.flatMap((role) => scopesOf(caller, role, 'office').map((office) => `${role}:${office}`)),
  };
}

type OfPosting = { readonly id: string };
type WithPosting = { readonly posting: StoredPosting };

/** Everybody who may see a posting: everybody sees those of a committee, and those whose link they have. */
export const seesPosting: May<OfPosting, WithPosting, Caller> = {
  who: 'Anyone; a unit’s posting only those it concerns and whoever was given its link.',
  check: async ({ services: { db }, params, caller, world }) => {
    const posting = await findPosting(db, params.id, postingScope(caller, world));
    return posting && { posting };
  },
};

/** The people who act for the unit that posted; for all others there is no document. */
export const postingUnit: May<OfPosting, WithPosting> = {
  who: 'The personnel department of the unit that posted.',
  check: async ({ services: { db }, params, caller, world }) => {
    const posting = await findPosting(db, params.id, postingScope(caller, world));
    return posting?.unit && hasGrant(caller, 'unitHr', `unit:${posting.unit}`) ? { posting } : null;
  },
};
