import type { ClaimAllowance } from '../case/check-results.ts';
import type { CommandData } from '../case/commands/commands.ts';
import type { Transition } from '../case/transition.ts';
import type { Claim } from './claims.ts';

type Held = { readonly kind: string; readonly key: string; readonly value: string; readonly no: string };

/** The claims of an application, the allowances granted to it, and the claims that others hold. */
export type ClaimRequest = {
  readonly no: string;
  readonly claims: readonly Claim[];
  readonly held: readonly Held[];
  readonly allowances: readonly ClaimAllowance[];
};

/**
 * Marks as shared the claims that another application holds and the title office allows. A shared claim has the holder's value, so that a
 * third application is still refused, also after the first releases it. Also returns the allowances used.
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

/** Emits an event for each allowance used, before the event that rests on it: who allowed it, when and why. */
export function emitAllowances(transition: Transition, { allowed = [] }: Pick<CommandData, 'allowed'>): void {
  for (const { by, ...data } of allowed) transition.emit({ name: 'claimAllowed', data }, by);
}
