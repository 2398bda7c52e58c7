import type { ClaimAllowance } from '../case/check-results.ts';
import type { CommandData } from '../case/commands.ts';
import type { Transition } from '../case/transition.ts';
import type { Claim } from './claims.ts';

type Held = { readonly kind: string; readonly key: string; readonly value: string; readonly no: string };

/** What an application claims, and what was allowed to it and what others hold. */
export type ClaimRequest = {
  readonly no: string;
  readonly claims: readonly Claim[];
  readonly held: readonly Held[];
  readonly allowances: readonly ClaimAllowance[];
};

/**
 * The claims with those shared that another holds and the title office allows: a shared one has the holder's value, so that a third is
 * refused as before, also when the first lets go. Gives the allowances this uses.
 */
export function shareAllowedClaims({ no, claims, held, allowances }: ClaimRequest): {
  claims: Claim[];
  allowed: ClaimAllowance[];
} {
  const used = new Set<ClaimAllowance>();
  const shared = claims.map((claim) => {
    const holder = held.find((each) => each.kind === claim.kind && each.key === claim.key && each.no !== no);
    const allowance = allowances.find((each) => each.claims.includes(claim.kind));
    if (!holder || holder.value === claim.value || !allowance) return claim;
    used.add(allowance);
    return { ...claim, value: holder.value, override: allowance.override };
  });
  return { claims: shared, allowed: [...used] };
}

/** Tells by whom, when and why an application was allowed although another holds a claim, before what rests on it. */
export function emitAllowances(transition: Transition, { allowed = [] }: Pick<CommandData, 'allowed'>): void {
  for (const { by, ...data } of allowed) transition.emit({ name: 'claimAllowed', data }, by);
}
